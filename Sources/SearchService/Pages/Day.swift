// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Glibc

/// A day in the time of this machine.
struct Day {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int

  /// The day of a time in seconds since 1970.
  init(_ seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    year = Int(parts.tm_year) + 1_900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
    hour = Int(parts.tm_hour)
    minute = Int(parts.tm_min)
  }

  /// Today, as the date of access of a reference.
  static var today: AccessDate? {
    let day = Day(Int(Glibc.time(nil)))
    return AccessDate(year: day.year, month: day.month, day: day.day)
  }
}
