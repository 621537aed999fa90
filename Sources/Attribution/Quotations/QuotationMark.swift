// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A possible quotation mark, classified by the characters around it.
///
/// Its shape is not enough: OCR confuses “ and ”, German closes with “, some publishers print »so«,
/// and typewriters have one character for both. The neighbours therefore decide, and the shape only
/// where they leave it open.
struct QuotationMark {
  /// Offset of the mark, in code points.
  var start: Int
  /// Offset just past the mark, in code points.
  var end: Int
  /// Whether it is a single rather than a double mark.
  var isSingle: Bool
  /// Whether a quotation can start after it.
  var canOpen: Bool
  /// Whether a quotation can end before it.
  var canClose: Bool
  /// Whether it may be the apostrophe of a possessive plural.
  var isDoubtful = false

  /// The marks of a text, in order.
  static func marks(_ text: [Unicode.Scalar]) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var index = 0
    while index < text.count {
      // Fast path: most characters are letters or spaces.
      let value = text[index].value
      if value == 0x20 || value &- 0x61 < 26 || value &- 0x41 < 26 {
        index += 1
      } else if let mark = mark(text, at: index) {
        marks.append(mark)
        index = mark.end
      } else {
        index += 1
      }
    }
    return marks
  }

  private static func mark(_ text: [Unicode.Scalar], at index: Int) -> QuotationMark? {
    let scalar = text[index]
    let double: Bool
    var end = index + 1
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»", "＂": double = true
    case "'", "`", "‘", "’", "‚", "´":
      if end < text.count, text[end] == scalar, scalar != "‚" || isStart(text, index) {
        double = true
        end += 1
      } else {
        double = false
      }
    case ",":
      // „ as OCR renders it.
      guard end + 1 < text.count, text[end] == ",", Tokens.isLetter(text[end + 1]),
        isStart(text, index)
      else { return nil }
      return QuotationMark(
        start: index, end: end + 1, isSingle: false, canOpen: true, canClose: false)
    case "‹", "›": double = false
    default: return nil
    }
    let before = index > 0 ? text[index - 1] : " "
    let after = end < text.count ? text[end] : " "
    var mark = QuotationMark(
      start: index, end: end, isSingle: !double, canOpen: false, canClose: false)
    if !double, isWordSign(before), Tokens.isLetter(after) || Tokens.isDigit(after) { return nil }
    let opens = isBefore(before) && !after.properties.isWhitespace && !isClosing(after)
    let closes = !before.properties.isWhitespace && !isOpening(before) && (isAfter(after))
    switch scalar {
    case "“", "‟":
      mark.canOpen = opens || !after.properties.isWhitespace && !isClosing(after)
      mark.canClose = closes && !opens
    case "”":
      mark.canClose = closes || !before.properties.isWhitespace
      mark.canOpen = opens
    case "„", "‚":
      mark.canOpen = !after.properties.isWhitespace
    case "«", "‹":
      mark.canOpen = isBefore(before)
      mark.canClose = !before.properties.isWhitespace && isAfter(after) && !isOpening(before)
    case "»", "›":
      mark.canClose = !isBefore(before) || before.properties.isWhitespace && isAfter(after)
      mark.canOpen = isBefore(before) && (Tokens.isLetter(after) || after == "[")
    case "‘", "`":
      mark.canOpen = opens && !isYear(text, end) && !Tokens.isDigit(after)
      mark.canClose = closes && !opens
    default:
      mark.canOpen = opens && (double || !isYear(text, end) && !isElision(text, end))
      mark.canClose = closes
      if !double {
        if scalar == "’", mark.canOpen, !isBefore(before) { mark.canOpen = false }
        mark.isDoubtful = (before == "s" || before == "S" || before == "n") && after == " "
      }
    }
    return mark.canOpen || mark.canClose ? mark : nil
  }

  private static func isStart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index == 0 || isBefore(text[index - 1])
  }

  private static func isWordSign(_ scalar: Unicode.Scalar) -> Bool {
    Tokens.isLetter(scalar) || Tokens.isDigit(scalar)
  }

  /// Whether a character can precede an opening mark.
  private static func isBefore(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isOpening(scalar) || scalar == "—" || scalar == "–"
      || scalar == "-" || scalar == "/" || scalar == "=" || scalar == "*" || scalar == "_"
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    "([{“‘„«‹\"".unicodeScalars.contains(scalar)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ")]},;:!?”»".unicodeScalars.contains(scalar)
  }

  /// Whether a character can follow a closing mark.
  private static func isAfter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isClosing(scalar)
      || ".'\"’“—–-/*_([®°†‡".unicodeScalars.contains(scalar) || Tokens.isDigit(scalar)
  }

  /// Whether an abbreviated year follows the mark: `’70s`.
  private static func isYear(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < text.count && Tokens.isDigit(text[index]) && Tokens.isDigit(text[index + 1])
  }

  /// Whether the mark begins a contraction: `’tis`, `’em`.
  private static func isElision(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let word = text[index...].prefix { Tokens.isLetter($0) }
    return ["tis", "twas", "em", "til", "cause", "bout", "n", "twere", "twill"].contains(
      Tokens.fold(word))
  }
}
