// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Synchronization

/// Creates the readers of a run, one per thread, and warns once if protection is missing.
final class Readers: Sendable {
  private let program: ReaderProgram?
  private let limits: ReadingLimits
  private let isCancelled: @Sendable () -> Bool
  private let onDiagnostic: @Sendable (Diagnostic) -> Void
  /// Codes of the warnings already given.
  private let said = Mutex<Set<String>>([])

  /// - Parameter program: Program whose processes read; `nil` to read in this process.
  init(
    program: ReaderProgram?, limits: ReadingLimits, isCancelled: @escaping @Sendable () -> Bool,
    onDiagnostic: @escaping @Sendable (Diagnostic) -> Void
  ) {
    self.program = program
    self.limits = limits
    self.isCancelled = isCancelled
    self.onDiagnostic = onDiagnostic
  }

  /// Creates a reader for texts.
  func textReader() -> any TextReader {
    guard let process = process() else { return InProcessReader() }
    return WorkerReader(process) { [self] cause in
      warn(
        "no-reader-process",
        "No separate process could be started to read texts (\(cause)). They are read in this process, "
          + "without limits on time and memory.")
    }
  }

  /// Creates a reader for containers.
  func memberSource() -> MemberSource { MemberSource(process: process()) }

  private func process() -> ReadingProcess? {
    program.map { program in
      ReadingProcess(program, limits: limits, isCancelled: isCancelled) { [self] in
        warn(
          "unconfined-reader",
          "This kernel does not filter system calls (seccomp). Processes that read texts are limited in "
            + "time and memory, but could reach the network and files.")
      }
    }
  }

  private func warn(_ code: String, _ message: String) {
    guard said.withLock({ $0.insert(code).inserted }) else { return }
    onDiagnostic(Diagnostic(.warning, code: code, message))
  }
}
