// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Extracts years from printed dates.
enum Dates {
  /// The first year in a date: `2005-03-01`, `June 30, 2011`, `30.6.2011`, `c. 1917`; else `nil`.
  static func year(in text: String) -> Int? { PrintedDate(parsing: text)?.year }

  /// The year of a line that consists of a date: `March 2005`, `(1917)`, `May 1st, 1920`; else
  /// `nil`.
  ///
  /// A number of another kind makes it a row of a table rather than a date: `1898 12`.
  static func year(ofDateLine line: String) -> Int? {
    guard line.utf8.count <= 60, let date = PrintedDate(parsing: line), let year = date.year
    else { return nil }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words.count == 1, case .exact = date, !words[0].allSatisfy(\.isNumber) {
      return line.utf8.count >= 5 && words[0].utf8.count >= 5 ? year : nil
    }
    var hasMonth = false
    var days = 0
    for word in words {
      if word.allSatisfy(\.isNumber) {
        if word.count <= 2 {
          days += 1
        } else if PrintedDate.years.contains(Int(word) ?? 0) {
          continue
        } else {
          return nil
        }
      } else if word.first?.isNumber == true {
        let end = word.drop(while: \.isNumber)
        guard ["st", "nd", "rd", "th", "er", "s"].contains(end) else { return nil }
        if end != "s" { days += 1 }
      } else if DateWords.months[String(word)] != nil {
        hasMonth = true
      } else if !DateWords.inDateLines.contains(String(word)) {
        return nil
      }
    }
    let years = words.count { $0.count == 4 && PrintedDate.years.contains(Int($0) ?? 0) }
    if years > 1, case .exact = date { return nil }
    if days == 0 || hasMonth { return year }
    if case .range = date { return days == 1 ? year : nil }
    return isNumeric(line) ? year : nil
  }

  /// Whether a line is a date in digits: `2005-03-01`, `30.6.2011`, `1921/5/3`.
  private static func isNumeric(_ line: String) -> Bool {
    let bare = line.trimmed.filter { !"()[]".contains($0) }
    let signs = Set(bare.filter { !$0.isNumber && $0 != " " })
    guard signs.count == 1, let sign = signs.first, "-./".contains(sign) else { return false }
    let parts = bare.split(separator: sign)
    return (2...3).contains(parts.count)
  }
}

extension Metadata {
  /// Sets year and printed date of the work from a date, unless the date says nothing of a year.
  ///
  /// A year that the date leaves open is inferred: `ca. 1920` stands for 1920.
  mutating func setDate(_ printed: String, rule: String, line: Int? = nil) {
    guard let date = PrintedDate(parsing: printed) else { return }
    year = date.year.map {
      Attributed(
        $0, date.isCertain ? .stated : .inferred, rule: rule, evidence: printed, line: line)
    }
    printedYear =
      date.isExact || printed.utf8.count > 80
      ? nil : Attributed(printed.trimmed, .stated, rule: rule, evidence: printed, line: line)
  }
}
