// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words between quotation marks, or a block that is set apart as another's.
struct QuoteSpan {
  /// How its ends were found.
  enum Ends: UInt8 {
    /// Both marks are printed.
    case marked
    /// The closing mark is missing; the end is concluded.
    case unclosed
    /// It goes on in the next paragraph, which begins with a mark of its own.
    case continued
    /// The block is set apart and has no marks.
    case block
  }

  /// The code points, marks included.
  var range: Range<Int>
  /// The code points between the marks.
  var inner: Range<Int>
  /// 0 for what stands in the text, 1 for what stands in a quotation.
  var depth: Int
  /// Whether the marks are single ones.
  var isSingle: Bool
  /// How its ends were found.
  var ends: Ends
}
