// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The day on which somebody read a source, as references give it.
package struct AccessDate: Sendable, Hashable {
  package let year: Int
  /// Month, from 1 to 12.
  package let month: Int
  package let day: Int

  /// Creates a date of the Gregorian calendar; `nil` if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeapYear =
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `November 5, 2026` (Chicago Manual of Style, 18th edition, 14.12; APA, 7th edition, 9.16).
  package var american: String { "\(Self.months[month - 1]) \(day), \(year)" }

  /// `5 Nov. 2026`: months of more than four letters are abbreviated (MLA Handbook, 9th edition,
  /// appendix 1).
  var mla: String {
    let name = Self.months[month - 1]
    let short = name.count <= 4 ? name : "\(name.prefix(month == 9 ? 4 : 3))."
    return "\(day) \(short) \(year)"
  }

  /// `2026-11-05` (ISO 8601; `urldate` of biblatex 3.19, 2.3.8).
  package var iso: String {
    "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  /// `2026/11/05/`: year, month, day and other information, which is empty (RIS, 2001, `Y2`).
  var ris: String { iso.replacing("-", with: "/") + "/" }

  /// Members of a CSL date variable (csl-data.json 1.0).
  var csl: String { "\"date-parts\": [[\(year), \(month), \(day)]]" }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
