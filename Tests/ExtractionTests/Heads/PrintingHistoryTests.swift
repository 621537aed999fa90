// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PrintingHistoryTests {
  @Test func `the first line dates the work, the last the edition`() throws {
    let history = try #require(
      PrintingHistory(["Published September, 1912", "Second Edition, 1920"]))
    #expect(history.first == 1912)
    #expect(history.last == 1920)
    #expect(!history.isStated)
    #expect(PrintingHistory(["Published September, 1912 Second Edition, 1920"])?.last == 1920)
  }

  @Test func `words that say so state the first year`() throws {
    let history = try #require(PrintingHistory(["First published 1899", "Reprinted 1901"]))
    #expect(history.first == 1899 && history.isStated)
    #expect(PrintingHistory(["First published in 1899"])?.last == nil)
  }

  @Test(arguments: [
    ["Published 1912"], ["Published by Heron Press, London, 1912"], ["Second edition, 1920"],
    ["First published 1912", "The strike of 1911"], ["First published 1912", "Reprinted 1901"],
    ["First published between 1899 and 1903"], [],
  ])
  func `other lines are no history`(_ lines: [String]) {
    #expect(PrintingHistory(lines) == nil)
  }

  @Test func `a title page with a history has the years of both`() {
    let text = Format.text.extract(
      SourceFile(
        name: "in.txt",
        bytes: Array(
          """
          MEMOIRS OF A BAKER

          BY

          IDA MARRABLE

          NEW YORK
          Heron Press
          1912

          Published September, 1912
          Second Edition, 1920


          CHAPTER I

          The ovens were cold on Monday morning, and nobody told the owners why they were.

          """.utf8)))
    #expect(text.metadata.year?.value == 1912)
    #expect(text.metadata.editionYear?.value == 1920)
  }
}
