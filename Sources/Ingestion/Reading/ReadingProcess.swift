// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import Glibc
import Processes

/// The program whose processes read texts.
package struct ReaderProgram: Sendable {
  /// Its path.
  package var path: String
  /// The arguments with which it runs `ReadingWorker.serve`.
  package var arguments: [String]

  /// Names a program.
  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }
}

/// A process that reads texts, begun when it is needed and replaced when it has failed.
///
/// One caller at a time.
final class ReadingProcess {
  /// Why there is no answer.
  enum Failure: Error {
    /// No process can be had; the text says why.
    case notStarted(String)
    /// The process was lost over this message.
    case failed(Diagnostic)
    /// The run is to end.
    case cancelled
  }

  /// How often the run is asked whether it is to end.
  private static let interval = Duration.milliseconds(100)
  /// How long a process may take to begin, in seconds.
  private static let startSeconds = 20
  /// The pauses between attempts to start a process, in microseconds.
  private static let pauses: [UInt32] = [50_000, 400_000]

  let limits: ReadingLimits
  private let program: ReaderProgram
  private let isCancelled: @Sendable () -> Bool
  private let onUnconfined: @Sendable () -> Void
  private var worker: WorkerProcess?
  private var hasFailedToStart = false

  /// - Parameter onUnconfined: Told of a process whose system calls the kernel does not filter.
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
  ///   - seconds: How long it may take.
  ///   - isFirst: Whether it depends on no message before it, so that another process may answer it.
  ///   - read: Reads the answer.
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
      // It had grown too large for another text.
      if isFirst, error == .exited(status: 0) {
        return try ask(message, seconds: seconds, isFirst: false, read)
      }
      worker.end()
      if error == .timedOut, isCancelled() { throw .cancelled }
      throw .failed(diagnostic(error, seconds: seconds, peakMemory: worker.peakMemory))
    }
  }

  /// Waits for an answer; a run that is to end has timed out.
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

  /// The process; one is begun if there is none.
  private func started() throws(Failure) -> WorkerProcess {
    if let worker { return worker }
    // Whoever has not got a process once is not kept waiting for each text.
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
    case .timedOut: "it did not begin within \(startSeconds) s"
    case .killed(let signal): "it was ended by signal \(signal)"
    case .exited(let status): "it ended with status \(status)"
    case .tooLarge: "it answers nonsense"
    }
  }

  /// What became of the text over which a process was lost.
  private func diagnostic(
    _ failure: WorkerFailure, seconds: Double, peakMemory: Int
  ) -> Diagnostic {
    let megabytes = (held: peakMemory >> 20, most: limits.memory >> 20)
    switch failure {
    case .timedOut:
      return Diagnostic(
        .error, code: "time-limit",
        "It was not read within its limit of \(Int(seconds.rounded(.up))) s, and is not indexed. "
          + "`pamphlet index --time-limit SECONDS` gives it more time.")
    // An allocation that fails may be as large as all that is held; it ends the process.
    case .killed where megabytes.held > megabytes.most / 4:
      return Diagnostic(
        .error, code: "memory-limit",
        "Its reader ended with \(megabytes.held) MB in use and may take \(megabytes.most) MB; "
          + "it is not indexed. Divide it.")
    case .killed(let signal):
      return Diagnostic(
        .error, code: "reader-crashed",
        "Its reader crashed (\(String(cString: strsignal(signal))), signal \(signal)); "
          + "it is not indexed. Please report this with the file.")
    case .exited(let status):
      return Diagnostic(
        .error, code: "reader-failed",
        "Its reader ended with status \(status); it is not indexed. Please report this with the file."
      )
    case .notStarted, .tooLarge:
      return Diagnostic(
        .error, code: "reader-failed",
        "Its reader gave an answer that is not read; it is not indexed. Please report this with the file."
      )
    }
  }
}
