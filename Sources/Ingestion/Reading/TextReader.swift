// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction

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
  /// What it was read from, for the witness.
  private var content: Member.Content?

  func read(_ request: ReadingRequest) -> ReadingAnswer {
    var diagnostics: [Diagnostic] = []
    reading = Reading(request) { diagnostics.append($0) }
    content = request.content
    return ReadingAnswer(facts: reading?.facts, diagnostics: diagnostics)
  }

  func divide(_ request: DivisionRequest) throws(ReadingFailure) -> IndexedText {
    guard let reading else {
      throw .failed(Diagnostic(.error, code: "not-read", "The text was not read first."))
    }
    defer {
      self.reading = nil
      content = nil
    }
    var text = IndexedText(reading, request)
    // A program would read the file a second time, outside the limits of this process: that is for
    // `pamphlet check --against-files`.
    let report = content.flatMap {
      TextWitness.report(
        on: $0, reading, passages: text.passages, pages: text.work.pageCount,
        mayStartPrograms: false)
    }
    if let report { text.diagnostics += TextWitness.diagnostics(report) }
    return text
  }
}
