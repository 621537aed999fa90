// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parses numbers and ranges.
enum NumberRange {
  /// The limits that replace the missing end of an open range.
  static let bounds = -100_000...100_000

  /// Parses `1917`, `1917..1921`, `1917..`, `..1921`, `1917-1921`, `1917–21`, `>=1917` and `<1921`.
  static func parse(_ text: String) -> ClosedRange<Int>? {
    if let year = number(text) { return year...year }
    if let range = comparison(text) { return range }
    let halves = halves(of: text)
    guard let (first, last) = halves, !(first.isEmpty && last.isEmpty) else { return nil }
    guard let lower = first.isEmpty ? bounds.lowerBound : number(first) else { return nil }
    guard var upper = last.isEmpty ? bounds.upperBound : number(last) else { return nil }
    if !first.isEmpty, !last.isEmpty, upper < lower, last.utf8.count < first.utf8.count {
      // 1917–21: missing digits are taken from the first number.
      upper = Int(first.prefix(first.count - last.count) + last) ?? upper
    }
    return lower <= upper ? lower...upper : nil
  }

  private static func comparison(_ text: String) -> ClosedRange<Int>? {
    for (sign, isLower, step) in [
      (">=", true, 0), ("<=", false, 0), (">", true, 1), ("<", false, -1),
    ]
    where text.hasPrefix(sign) {
      guard let number = number(String(text.dropFirst(sign.count))) else { return nil }
      let bound = min(max(number + step, bounds.lowerBound), bounds.upperBound)
      return isLower ? bound...bounds.upperBound : bounds.lowerBound...bound
    }
    return nil
  }

  private static func halves(of text: String) -> (String, String)? {
    for divisor in ["..", "…", "–", "—", "-"] {
      var index = text.startIndex
      while index < text.endIndex {
        if text[index...].hasPrefix(divisor) {
          return (
            String(text[..<index]), String(text[text.index(index, offsetBy: divisor.count)...])
          )
        }
        index = text.index(after: index)
      }
    }
    return nil
  }

  private static func number(_ text: String) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let value = Int(text), bounds.contains(value)
    else { return nil }
    return value
  }
}
