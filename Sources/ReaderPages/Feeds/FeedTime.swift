// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Times and dates as feeds write them.
enum FeedTime {
  /// The last second of the year 9999, which is as far as RFC 3339 goes.
  private static let last = 253_402_300_799

  /// A time in RFC 3339 format, in UTC; times before 1970 or after 9999 become the nearest.
  ///
  /// - Parameter seconds: Seconds since the beginning of 1970, without leap seconds.
  static func text(_ seconds: Int) -> String {
    let seconds = min(max(0, seconds), last)
    let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)
    return "\(date(day: seconds / 86_400))T\(two(hour)):\(two(minute)):\(two(second))Z"
  }

  /// A year in four digits (W3CDTF); `nil` for years before 1 and after 9999.
  static func year(_ year: Int) -> String? {
    guard (1...9_999).contains(year) else { return nil }
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// The date of a day, counted from the beginning of 1970 (proleptic Gregorian calendar).
  ///
  /// Years are counted from March so that the leap day is the last of its year.
  private static func date(day: Int) -> String {
    // Days from 1 March of the year 0 to 1 January 1970, in eras of 400 years.
    let day = day + 719_468
    let dayOfEra = day % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = day / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return "\(year)-\(two(month))-\(two(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
