// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Roman numerals, in either case.
package enum RomanNumeral {
  private static let values: [Character: Int] = [
    "i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1_000,
  ]

  /// The value of a numeral of at most 8 letters; `nil` if the text has any other letter.
  ///
  /// A smaller value is subtracted from a larger one that follows it. Unusual orders from printers
  /// and scans are accepted: `IIX` is 8.
  package static func value(of text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 8 else { return nil }
    var total = 0
    var greatest = 0
    for character in text.lowercased().reversed() {
      guard let value = values[character] else { return nil }
      total += value < greatest ? -value : value
      greatest = max(greatest, value)
    }
    return total
  }

  /// The numeral of a number below 4,000, in lower case; `nil` if there is none.
  package static func numeral(of number: Int) -> String? {
    guard (1..<4_000).contains(number) else { return nil }
    var rest = number
    var text = ""
    for (sign, value) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static let signs: [(String, Int)] = [
    ("m", 1_000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
  ]

  /// The value of a page or chapter number, written without `d` or `m`; otherwise `nil`.
  ///
  /// With those two letters, words such as `mild` would be numerals.
  package static func smallValue(of text: some StringProtocol) -> Int? {
    isSmall(text) ? value(of: text) : nil
  }

  /// Whether the text consists only of letters used in numerals below 400.
  package static func isSmall(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.lowercased().allSatisfy { "ivxlc".contains($0) }
  }
}
