// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing
import TextFolding

struct PrintedDateTests {
  @Test(arguments: [
    ("c. 1920", PrintedDate?.some(.circa(1920))), ("ca. 1920", .circa(1920)),
    ("um 1920", .circa(1920)), ("circa 1920", .circa(1920)), ("(c) 1998", .exact(1998)),
    ("1920s", .decade(1920)), ("the 1920s", .decade(1920)), ("1917–21", .range(1917, 1921)),
    ("1917-1921", .range(1917, 1921)), ("1917-21", .range(1917, 1921)), ("1921-05", .exact(1921)),
    ("1921-05-03", .exact(1921)), ("1905–07", .range(1905, 1907)), ("n.d.", .undated),
    ("o. J.", .undated), ("s. d.", .undated), ("[1899]", .supplied(1899)),
    ("1899?", .uncertain(1899)), ("MDCCCXCIX", .exact(1899)), ("M.DCCC.XCIX", .exact(1899)),
    ("between 1905 and 1907", .between(1905, 1907)), ("before 1905", .qualified(1905)),
    ("3 May 1921", .exact(1921)), ("Mai 1921", .exact(1921)), ("Первое издание 1921", .exact(1921)),
    ("mild", nil), ("May 5", nil), ("", nil),
  ])
  func `a date is read as printed`(_ printed: String, _ date: PrintedDate?) {
    #expect(PrintedDate(parsing: printed) == date)
  }
}
