// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A possible quotation mark, classified by the characters around it.
///
/// Its shape is not enough: OCR confuses “ and ”, German closes with “, some publishers print »so«,
/// and typewriters have one character for both. The neighbours therefore decide, and the shape only
/// where they leave it open.
struct QuotationMark {
  /// Marks that open and close together.
  enum Family: UInt8 {
    /// “ ” „ " and what typewriters and OCR set for them.
    case double
    /// ‘ ’ ‚ '
    case single
    /// « »
    case guillemet
    /// ‹ ›
    case singleGuillemet
    /// 「 」
    case corner
    /// 『 』
    case doubleCorner
  }

  /// Offset of the mark, in code points.
  var start: Int
  /// Offset just past the mark, in code points.
  var end: Int
  var family: Family
  /// Whether a quotation can start after it.
  var canOpen: Bool
  /// Whether a quotation can end before it.
  var canClose: Bool
  /// Whether it is an apostrophe in many texts.
  var isSingle: Bool { family == .single }
  /// Whether it may be the apostrophe of a possessive plural.
  var isDoubtful = false

  /// The marks of a text, in order.
  static func marks(
    _ text: [Unicode.Scalar], _ convention: MarkConvention
  ) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var index = 0
    while index < text.count {
      // Fast path: most characters are letters or spaces.
      let value = text[index].value
      if value == 0x20 || value &- 0x61 < 26 || value &- 0x41 < 26 {
        index += 1
      } else if let mark = mark(text, at: index, convention) {
        marks.append(mark)
        index = mark.end
      } else {
        index += 1
      }
    }
    return marks
  }

  private static func mark(
    _ text: [Unicode.Scalar], at index: Int, _ convention: MarkConvention
  ) -> QuotationMark? {
    guard let (family, end) = family(text, at: index) else { return nil }
    let scalar = text[index]
    let before = index > 0 ? text[index - 1] : " "
    let after = end < text.count ? text[end] : " "
    var mark = QuotationMark(
      start: index, end: end, family: family, canOpen: false, canClose: false)
    if family == .single, isWordSign(before), isWordSign(after) { return nil }
    let opens = isBefore(before) && !after.isSpace && !isClosing(after)
    let closes = !before.isSpace && !isOpening(before) && isAfter(after)
    switch scalar {
    case ",": mark.canOpen = true
    case "「", "『": mark.canOpen = true
    case "」", "』": mark.canClose = true
    case "“", "‟":
      mark.canOpen = opens || !after.isSpace && !isClosing(after)
      mark.canClose = closes && !opens
    case "”":
      mark.canClose = closes || !before.isSpace
      mark.canOpen = opens
    case "„", "‚":
      mark.canOpen = !after.isSpace
    case "«", "»", "‹", "›", "<", ">":
      let isLeft = "«‹<".unicodeScalars.contains(scalar)
      switch convention {
      case .outward: (mark.canOpen, mark.canClose) = (isLeft, !isLeft && index > 0)
      case .inward: (mark.canOpen, mark.canClose) = (!isLeft, isLeft && index > 0)
      case .mixed: mark.orient(isLeft, before, after)
      }
    case "‘", "`":
      mark.canOpen = opens && !isYear(text, end) && !Tokens.isDigit(after)
      mark.canClose = closes && !opens
    default:
      let isDouble = family == .double
      mark.canOpen = opens && (isDouble || !isYear(text, end) && !isElision(text, end))
      mark.canClose = closes
      if !isDouble {
        if scalar == "’", mark.canOpen, !isBefore(before) { mark.canOpen = false }
        mark.isDoubtful = (before == "s" || before == "S" || before == "n") && after == " "
      }
    }
    return mark.canOpen || mark.canClose ? mark : nil
  }

  /// What may be a mark at an offset, and where it ends.
  private static func family(
    _ text: [Unicode.Scalar], at index: Int
  ) -> (family: Family, end: Int)? {
    let scalar = text[index]
    let isDoubled = index + 1 < text.count && text[index + 1] == scalar
    switch scalar {
    case "\"", "“", "”", "„", "‟", "＂", "〝", "〞", "〟": return (.double, index + 1)
    case "«", "»": return (.guillemet, index + 1)
    case "‹", "›": return (.singleGuillemet, index + 1)
    case "「", "」": return (.corner, index + 1)
    case "『", "』": return (.doubleCorner, index + 1)
    case "'", "`", "‘", "’", "‚", "´":
      guard isDoubled, scalar != "‚" || isStart(text, index) else { return (.single, index + 1) }
      return (.double, index + 2)
    case ",":
      // „ as OCR renders it.
      guard isDoubled, index + 2 < text.count, Tokens.isLetter(text[index + 2]),
        isStart(text, index)
      else { return nil }
      return (.double, index + 2)
    case "<", ">":
      // « and » as typewriters and OCR render them.
      guard isDoubled, index + 2 >= text.count || text[index + 2] != scalar else { return nil }
      return (.guillemet, index + 2)
    default: return nil
    }
  }

  /// Lets the neighbours of a guillemet decide what it does.
  private mutating func orient(_ isLeft: Bool, _ before: Unicode.Scalar, _ after: Unicode.Scalar) {
    if isLeft {
      canOpen = Self.isBefore(before)
      canClose =
        !before.isSpace && Self.isAfter(after) && !Self.isOpening(before)
    } else {
      canClose = !Self.isBefore(before) || before.isSpace && Self.isAfter(after)
      canOpen = Self.isBefore(before) && (Tokens.isLetter(after) || after == "[")
    }
  }

  private static func isStart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index == 0 || isBefore(text[index - 1])
  }

  private static func isWordSign(_ scalar: Unicode.Scalar) -> Bool {
    Tokens.isLetter(scalar) || Tokens.isDigit(scalar)
  }

  /// Whether a character can precede an opening mark.
  static func isBefore(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || isOpening(scalar) || scalar == "—" || scalar == "–"
      || scalar == "-" || scalar == "/" || scalar == "=" || scalar == "*" || scalar == "_"
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    "([{“‘„«‹\"".unicodeScalars.contains(scalar)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ")]},;:!?”»".unicodeScalars.contains(scalar)
  }

  /// Whether a character can follow a closing mark.
  static func isAfter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || isClosing(scalar)
      || ".'\"’“«—–-/*_([®°†‡".unicodeScalars.contains(scalar) || Tokens.isDigit(scalar)
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
