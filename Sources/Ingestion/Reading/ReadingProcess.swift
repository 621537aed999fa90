// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import Glibc
import Processes

/// The program whose processes read texts.
package struct ReaderProgram: Sendable {
  /// Path of the executable.
  package var path: String
  /// Arguments that make it run `ReadingWorker.serve`.
  package var arguments: [String]

  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }
}

/// A process that reads texts, started on demand and replaced after a failure.
///
/// Only one caller may use it at a time.
final class ReadingProcess {
  /// Reasons for which there is no answer.
  enum Failure: Error {
    /// No process could be started, for the reason given.
    case notStarted(String)
    /// The process was lost while handling this message.
    case failed(Diagnostic)
    /// The run was cancelled.
    case cancelled
  }

  /// How often to check for cancellation.
  private static let interval = Duration.milliseconds(100)
  /// Time limit for starting a process, in seconds.
  private static let startSeconds = 20
  /// Pauses between attempts to start a process, in microseconds, last one first.
  private static let pauses: [UInt32] = [50_000, 400_000]

  let limits: ReadingLimits
  private let program: ReaderProgram
  private let isCancelled: @Sendable () -> Bool
  private let onUnconfined: @Sendable () -> Void
  private var worker: WorkerProcess?
  private var hasFailedToStart = false

  /// - Parameter onUnconfined: Called when a process runs without a system call filter.
  init(
    _ program: ReaderProgram, limits: ReadingLimits, isCancelled: @escaping @Sendable () -> Bool,
    onUnconfined: @escaping @Sendable () -> Void
  ) {
    self.program = program
    self.limits = limits
    self.isCancelled = isCancelled
    self.onUnconfined = onUnconfined
  }

  /// Sends a message and waits for the answer.
  ///
  /// - Parameters:
  ///   - seconds: Time limit.
  ///   - isFirst: Whether the message does not depend on earlier ones, so that a new process can
  ///     answer it.
  ///   - read: Decodes the answer.
  func ask<Answer>(
    _ message: ReadingMessage, seconds: Double, isFirst: Bool,
    _ read: (inout ByteReader) throws(DamagedBytes) -> Answer
  ) throws(Failure) -> Answer {
    let worker = try started()
    do throws(WorkerFailure) {
      try worker.send(message.bytes)
      let answer = try receive(from: worker, seconds: seconds)
      do throws(DamagedBytes) {
        return try decoded(answer, read)
      } catch { throw .tooLarge }
    } catch {
      self.worker = nil
      // The process exited because it had grown too large to read another text.
      if isFirst, error == .exited(status: 0) {
        return try ask(message, seconds: seconds, isFirst: false, read)
      }
      worker.end()
      if error == .timedOut, isCancelled() { throw .cancelled }
      throw .failed(diagnostic(error, seconds: seconds, peakMemory: worker.peakMemory))
    }
  }

  /// Waits for an answer; reports a timeout if the run is cancelled.
  private func receive(
    from worker: WorkerProcess, seconds: Double
  ) throws(WorkerFailure) -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      do throws(WorkerFailure) {
        return try worker.receive(until: min(deadline, .now + Self.interval))
      } catch {
        guard error == .timedOut, .now < deadline, !isCancelled() else { throw error }
      }
    }
  }

  /// The running process, started if necessary.
  private func started() throws(Failure) -> WorkerProcess {
    if let worker { return worker }
    // After one failure, do not wait again for every text.
    var pauses = hasFailedToStart ? [] : Self.pauses
    while true {
      do throws(WorkerFailure) {
        let worker = try WorkerProcess(program.path, program.arguments)
        let isConfined = try worker.ask(
          ReadingMessage.hello.bytes, until: .now + .seconds(Self.startSeconds))
        if isConfined == [0] { onUnconfined() }
        self.worker = worker
        return worker
      } catch {
        guard let pause = pauses.popLast() else {
          hasFailedToStart = true
          throw .notStarted(Self.cause(error))
        }
        if isCancelled() { throw .cancelled }
        usleep(pause)
      }
    }
  }

  private static func cause(_ failure: WorkerFailure) -> String {
    switch failure {
    case .notStarted(let cause): cause
    case .timedOut: "it did not start within \(startSeconds) s"
    case .killed(let signal): "it was killed by signal \(signal)"
    case .exited(let status): "it exited with status \(status)"
    case .tooLarge: "its answer was invalid"
    }
  }

  /// Describes why a text was lost together with its process.
  private func diagnostic(
    _ failure: WorkerFailure, seconds: Double, peakMemory: Int
  ) -> Diagnostic {
    let megabytes = (held: peakMemory >> 20, most: limits.memory >> 20)
    switch failure {
    case .timedOut:
      return Diagnostic(
        .error, code: "time-limit",
        "Reading took longer than the limit of \(Int(seconds.rounded(.up))) s; it was not indexed. "
          + "Use `pamphlet index --time-limit SECONDS` to allow more time.")
    // A failed allocation, which ends the process, can be as large as everything allocated before.
    case .killed where megabytes.held > megabytes.most / 4:
      return Diagnostic(
        .error, code: "memory-limit",
        "Its reader ended with \(megabytes.held) MB in use; the limit is \(megabytes.most) MB. "
          + "It was not indexed. Split it into smaller files.")
    case .killed(let signal):
      return Diagnostic(
        .error, code: "reader-crashed",
        "Its reader crashed (\(String(cString: strsignal(signal))), signal \(signal)); "
          + "it was not indexed. Please report this, with the file.")
    case .exited(let status):
      return Diagnostic(
        .error, code: "reader-failed",
        "Its reader exited with status \(status); it was not indexed. Please report this, with the file."
      )
    case .notStarted, .tooLarge:
      return Diagnostic(
        .error, code: "reader-failed",
        "Its reader gave an invalid answer; it was not indexed. Please report this, with the file."
      )
    }
  }
}
