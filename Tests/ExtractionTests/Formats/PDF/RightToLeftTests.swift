// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Extraction

struct RightToLeftTests {
  @Test(arguments: [
    ("םלוע םולש", "שלום עולם"),
    ("םילעופ 12,500 ויה 1906 תנשב", "בשנת 1906 היו 12,500 פועלים"),
    ("בוט New York Times רפסה", "הספר New York Times טוב"),
    // An en dash does not hold figures together in such a line (UAX #9: ON), a hyphen does (ES).
    ("1907–1905 םינשה", "השנים 1905–1907"),
    ("3-12 דומע", "עמוד 3-12"),
    (".(אובמ) ןושאר קרפ", "פרק ראשון (מבוא)."),
  ])
  func `lines of pages from right to left are put into reading order`(
    _ visual: String, _ logical: String
  ) {
    #expect(RightToLeft.logical(visual, isMain: true) == logical)
  }

  @Test(arguments: [
    ("the word םולש means peace", "the word שלום means peace"),
    ("as in םלוע םולש and so on", "as in שלום עולם and so on"),
    ("no such letters, 12–13", "no such letters, 12–13"),
  ])
  func `runs within lines from left to right are turned alone`(_ visual: String, _ logical: String)
  {
    #expect(RightToLeft.logical(visual, isMain: false) == logical)
  }

  @Test func `letters count for the direction of a page`() {
    #expect(RightToLeft.excess(in: "שלום abc") == 1)
    #expect(RightToLeft.excess(in: "12 –") == 0)
  }
}
