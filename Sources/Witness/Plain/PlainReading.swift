// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of a file in the order of its bytes, without any judgement about them.
struct PlainReading: Sendable {
  struct Paragraph: Sendable {
    var text: String
    /// Where in the file: `line 12`, `page 3`, `OEBPS/ch1.xhtml, line 4`.
    var place: String
    /// Line of the decoded file, counted from 1; `nil` if the file has no lines.
    var line: Int?
  }

  var paragraphs: [Paragraph] = []
  /// Whether the order of the bytes is the order of reading.
  var isInOrder = true
  /// Why the file could not be read; `nil` if it could.
  var failure: String?

  init(_ paragraphs: [Paragraph] = []) { self.paragraphs = paragraphs }

  init(failure: String) { self.failure = failure }
}
