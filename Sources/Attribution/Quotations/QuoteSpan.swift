// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words between quotation marks, or a block quotation.
struct QuoteSpan {
  /// How the end of a span was determined.
  enum Ends: UInt8 {
    /// Both marks are printed.
    case marked
    /// The closing mark is missing, and the end was inferred.
    case unclosed
    /// The quotation continues in the next paragraph, which starts with its own mark.
    case continued
    /// A block quotation without marks.
    case block
  }

  /// Range in code points, including the marks.
  var range: Range<Int>
  /// Range between the marks, in code points.
  var inner: Range<Int>
  /// Nesting depth: 0 in the text, 1 within a quotation.
  var depth: Int
  /// Whether the marks are single.
  var isSingle: Bool
  var ends: Ends
  /// The reporting clause within the marks, if one was taken out.
  var incise: Incise?

  /// A reporting clause within quotation marks.
  struct Incise {
    /// Range of the clause, in code points.
    var range: Range<Int>
    /// Range of the name of the speaker; `nil` for pronouns and descriptions.
    var name: Range<Int>?
  }
}
