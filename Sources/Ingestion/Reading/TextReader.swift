// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads texts and divides them, in two steps: between them a text gets its id.
protocol TextReader: AnyObject {
  /// Reads a text.
  func read(_ request: ReadingRequest) throws(ReadingFailure) -> ReadingAnswer
  /// Divides the text that was read last.
  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText
}

/// Why a text has not been read, apart from what it holds.
enum ReadingFailure: Error {
  /// It took too long, or too much memory, or its reader crashed.
  case failed(Diagnostic)
  /// The run is to end.
  case cancelled
}

/// Reads in this process: a crash ends it, and a text may take as long as it takes.
final class InProcessReader: TextReader {
  private var reading: Reading?

  func read(_ request: ReadingRequest) -> ReadingAnswer {
    var diagnostics: [Diagnostic] = []
    reading = Reading(request) { diagnostics.append($0) }
    return ReadingAnswer(facts: reading?.facts, diagnostics: diagnostics)
  }

  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText {
    guard let reading else {
      throw .failed(Diagnostic(.error, code: "not-read", "The text was to be divided unread."))
    }
    self.reading = nil
    return IndexedText(reading, request)
  }
}
