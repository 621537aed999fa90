// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Parses page numbers.
enum PageNumber {
  /// The page number in a line that has nothing else: `12`, `- 12 -`, `[12]`, `Page 12`, `xiv`.
  static func alone(_ line: String) -> String? {
    guard (1...24).contains(line.utf8.count) else { return nil }
    let bare = line.filter { !" -–—[]().|*·•~_".contains($0) }
    let words = line.split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, words.count <= 2 else { return nil }
    if words.count == 2 {
      return ["page", "p", "pg", "seite", "s"].contains(words[0].lowercased()) && isLabel(last)
        ? String(last) : nil
    }
    return bare == last && isLabel(last) ? String(last) : nil
  }

  /// The page number at either end of a running head: `12 THE GREAT STRIKE`.
  static func inHead(_ line: String) -> String? {
    let words = line.split(separator: " ")
    for word in [words.first, words.last] {
      guard let word else { continue }
      let bare = word.filter { !"[](){}|.,".contains($0) }
      if !bare.isEmpty, bare.utf8.count <= 4, bare.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        return String(bare)
      }
      if isRoman(bare[...]), bare.count <= 6, bare == bare.lowercased() { return String(bare) }
    }
    return nil
  }

  private static func isLabel(_ text: Substring) -> Bool {
    (text.utf8.count <= 4 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }) || isRoman(text)
  }

  static func isRoman(_ text: Substring) -> Bool {
    (1...7).contains(text.utf8.count) && RomanNumeral.isSmall(text)
  }

  /// The value of a label, and whether it is Roman; `nil` if it is not a number.
  static func value(_ label: String) -> (value: Int, isRoman: Bool)? {
    if let number = Int(label) { return (number, false) }
    return RomanNumeral.smallValue(of: label).map { ($0, true) }
  }
}
