// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads and divides texts in two steps, between which the text is assigned its id.
protocol TextReader: AnyObject {
  /// Reads a text.
  func read(_ request: ReadingRequest) throws(ReadingFailure) -> ReadingAnswer
  /// Divides the text read last.
  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText
}

/// Reasons for not reading a text that do not lie in its contents.
enum ReadingFailure: Error {
  /// It took too much time or memory, or its reader crashed.
  case failed(Diagnostic)
  /// The run was cancelled.
  case cancelled
}

/// Reads texts in this process, without protection against crashes and without limits.
final class InProcessReader: TextReader {
  private var reading: Reading?

  func read(_ request: ReadingRequest) -> ReadingAnswer {
    var diagnostics: [Diagnostic] = []
    reading = Reading(request) { diagnostics.append($0) }
    return ReadingAnswer(facts: reading?.facts, diagnostics: diagnostics)
  }

  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText {
    guard let reading else {
      throw .failed(Diagnostic(.error, code: "not-read", "The text was not read first."))
    }
    self.reading = nil
    return IndexedText(reading, request)
  }
}
