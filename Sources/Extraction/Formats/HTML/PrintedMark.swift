// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// The words and signs that links between marks and notes print.
enum PrintedMark {
  /// Maximum length of a mark in code points, including brackets.
  private static let longest = 8

  /// Parses a note mark; `nil` if the text is not one.
  static func number(in text: String) -> String? {
    var mark = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard mark.count <= longest else { return nil }
    mark = mark.filter { !"[](){}.:^".unicodeScalars.contains($0) }
    guard let first = mark.first else { return nil }
    if mark.allSatisfy({ $0.value &- 0x30 < 10 }) { return String(String.UnicodeScalarView(mark)) }
    if mark.allSatisfy({ superscripts[$0] != nil }) {
      return mark.compactMap { superscripts[$0] }.joined()
    }
    let text = String(String.UnicodeScalarView(mark))
    if "*†‡§‖¶#".unicodeScalars.contains(first), mark.allSatisfy({ $0 == first }) { return text }
    // A letter of a script without case may be a whole word: 表.
    let isBracketed = text.unicodeScalars.count < 4 && mark.allSatisfy(\.properties.isCased)
    return isBracketed && mark.count == 1
      || (isBracketed && text == text.lowercased() && RomanNumeral.isSmall(text)) ? text : nil
  }

  private static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]

  /// Whether a link's text indicates a way back.
  static func isArrow(_ text: String) -> Bool {
    let sign = text.trimmed
    if ["return", "back", "zurück", "retour"].contains(sign.lowercased()) { return true }
    return sign.unicodeScalars.count <= 2
      && sign.unicodeScalars.contains {
        "↑↩←⤴⏎^".unicodeScalars.contains($0)
      }
  }
}
