// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus

/// Reads texts in a separate process with limits, or in this one if no process can be started.
final class WorkerReader: TextReader {
  private let process: ReadingProcess
  private let onFallback: (String) -> Void
  /// Reads the current text if no process could be started.
  private var fallback: InProcessReader?
  /// Remaining time for the current text, in seconds.
  private var left = 0.0

  /// - Parameter onFallback: Called with the reason when a text is read in this process.
  init(_ process: ReadingProcess, onFallback: @escaping (String) -> Void) {
    self.process = process
    self.onFallback = onFallback
  }

  func read(_ request: ReadingRequest) throws(ReadingFailure) -> ReadingAnswer {
    fallback = nil
    left = Double(request.seconds(process.limits))
    do throws(ReadingProcess.Failure) {
      return try timed { (seconds) throws(ReadingProcess.Failure) in
        try process.ask(.read(request), seconds: seconds, isFirst: true) {
          (reader) throws(DamagedBytes) in try ReadingAnswer(from: &reader)
        }
      }
    } catch {
      guard case .notStarted(let cause) = error else { throw Self.failure(error) }
      onFallback(cause)
      let reader = InProcessReader()
      fallback = reader
      return reader.read(request)
    }
  }

  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText {
    if let fallback { return try fallback.divide(request) }
    do throws(ReadingProcess.Failure) {
      return try timed { (seconds) throws(ReadingProcess.Failure) in
        try process.ask(.divide(request), seconds: seconds, isFirst: false) {
          (reader) throws(DamagedBytes) in try IndexedText(from: &reader)
        }
      }
    } catch { throw Self.failure(error) }
  }

  /// Runs one of the two steps within the remaining time.
  private func timed<Answer>(
    _ step: (Double) throws(ReadingProcess.Failure) -> Answer
  ) throws(ReadingProcess.Failure) -> Answer {
    let start = ContinuousClock.now
    defer { left = max(1, left - (ContinuousClock.now - start) / .seconds(1)) }
    return try step(left)
  }

  private static func failure(_ failure: ReadingProcess.Failure) -> ReadingFailure {
    switch failure {
    case .failed(let diagnostic): .failed(diagnostic)
    case .cancelled: .cancelled
    case .notStarted(let cause):
      .failed(Diagnostic(.error, code: "reader-failed", "No reader could be started: \(cause)."))
    }
  }
}
