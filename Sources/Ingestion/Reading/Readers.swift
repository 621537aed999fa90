// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Synchronization

/// Makes the readers of a run, one for each thread, and says once what protection they lack.
final class Readers: Sendable {
  private let program: ReaderProgram?
  private let limits: ReadingLimits
  private let isCancelled: @Sendable () -> Bool
  private let onDiagnostic: @Sendable (Diagnostic) -> Void
  /// The codes of what has been said.
  private let said = Mutex<Set<String>>([])

  /// - Parameter program: The program whose processes read; `nil` if this one does.
  init(
    program: ReaderProgram?, limits: ReadingLimits, isCancelled: @escaping @Sendable () -> Bool,
    onDiagnostic: @escaping @Sendable (Diagnostic) -> Void
  ) {
    self.program = program
    self.limits = limits
    self.isCancelled = isCancelled
    self.onDiagnostic = onDiagnostic
  }

  /// What reads texts.
  func textReader() -> any TextReader {
    guard let process = process() else { return InProcessReader() }
    return WorkerReader(process) { [self] cause in
      warn(
        "no-reader-process",
        "No process could be started to read texts in (\(cause)): they are read in this one, where no "
          + "limit of time or memory holds.")
    }
  }

  /// What takes files apart that hold several texts.
  func memberSource() -> MemberSource { MemberSource(process: process()) }

  private func process() -> ReadingProcess? {
    program.map { program in
      ReadingProcess(program, limits: limits, isCancelled: isCancelled) { [self] in
        warn(
          "unconfined-reader",
          "This kernel filters no system calls (seccomp): the processes that read texts have limits of "
            + "time and memory, but may reach the network and files.")
      }
    }
  }

  private func warn(_ code: String, _ message: String) {
    guard said.withLock({ $0.insert(code).inserted }) else { return }
    onDiagnostic(Diagnostic(.warning, code: code, message))
  }
}
