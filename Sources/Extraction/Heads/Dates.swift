// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Extracts years from printed dates.
enum Dates {
  /// Years accepted as the date of a text.
  static let years = 1_400...2_100

  /// The first year in a date: `2005-03-01`, `June 30, 2011`, `30.6.2011`, `c. 1917`; else `nil`.
  static func year(in text: String) -> Int? {
    for word in text.split(whereSeparator: { !$0.isNumber }) where word.utf8.count == 4 {
      if let year = Int(word), years.contains(year) { return year }
    }
    return nil
  }

  /// The year of a line that consists of a date: `March 2005`, `(1917)`, `May 1st, 1920`; else
  /// `nil`.
  static func year(ofDateLine line: String) -> Int? {
    guard line.utf8.count <= 48, let year = year(in: line) else { return nil }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    let isDate = words.allSatisfy { word in
      if word.allSatisfy(\.isNumber) { return word.count <= 2 || Int(word) == year }
      if word.first?.isNumber == true { return ["st", "nd", "rd", "th"].contains(word.suffix(2)) }
      return words_.contains(word)
    }
    return isDate ? year : nil
  }

  private static let words_: Set<Substring> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "spring", "summer", "autumn", "fall", "winter", "first",
    "published", "written", "in", "on", "of", "the", "copyright", "c", "ca", "circa", "date",
    "edition", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
