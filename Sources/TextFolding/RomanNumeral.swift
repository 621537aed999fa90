// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Roman numerals, in either case.
package enum RomanNumeral {
  private static let values: [Character: Int] = [
    "i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1_000,
  ]

  /// The value of a numeral of at most 8 letters; `nil` if another letter is among them.
  ///
  /// A smaller value before a greater one is subtracted, in whatever order printers and scans leave
  /// them: `IIX` is 8.
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

  /// The value of a page's or a chapter's number, which no `d` or `m` stands in: words such as
  /// `mild` are made of these letters.
  package static func smallValue(of text: some StringProtocol) -> Int? {
    isSmall(text) ? value(of: text) : nil
  }

  /// Whether a text has the letters of a number below 400, and no others.
  package static func isSmall(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.lowercased().allSatisfy { "ivxlc".contains($0) }
  }
}
