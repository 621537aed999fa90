// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct GutenbergHeaderTests {
  private func header(_ text: String) -> Metadata {
    GutenbergHeader(
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { (String($1), $0 + 1) }
    ).metadata
  }

  @Test func `fields continue on the next lines`() {
    let metadata = header(
      """
      Title: The Long Quay
             A Story of Leeds

      Authors: Nell Ash
               Hugo Brandt

      Translator: Vera Cole
      Illustrator: Max Dunn

      Release date: May 4, 2012 [eBook #1999]
                    Most recently updated: January 2, 2021

      Language: German

      Original publication: Leeds: Gull Press, 1903

      Credits: Some Volunteers
      """)
    #expect(metadata.title?.value == "The Long Quay")
    #expect(metadata.subtitle?.value == "A Story of Leeds")
    #expect(
      metadata.people.map { "\($0.value.name) \($0.value.role.rawValue)" } == [
        "Nell Ash author", "Hugo Brandt author", "Vera Cole translator", "Max Dunn contributor",
      ])
    #expect(metadata.editionYear?.value == 2012)
    #expect(metadata.language?.value == "de")
    #expect(metadata.year?.value == 1903)
    #expect(metadata.publisher?.value == "Gull Press")
    #expect(metadata.place?.value == "Leeds")
  }

  @Test func `the licence of the 1990s comes before the text and is none of it`() {
    let text = Format.text.extract(
      SourceFile(
        name: "x.txt",
        bytes: Array(
          """
          The Project Gutenberg Etext of The Long Quay, by Nell Ash
          #2 in our series by Nell Ash

          Copyright laws are changing all over the world.

          The Long Quay, by Nell Ash

          March, 1996  [Etext #999]

          Please read the small print, which says what you may do with the etext.

          *END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*

          The Long Quay

          by Nell Ash

          The dockers met on Monday in the hall behind the market and stayed until
          the bell rang twice. Nobody had called them, and nobody sent them home.

          End of the Project Gutenberg Etext of The Long Quay
          """.utf8)))
    #expect(text.metadata.title?.value == "The Long Quay")
    #expect(text.metadata.people.map(\.value.name) == ["Nell Ash"])
    #expect(text.metadata.year == nil)
    #expect(text.metadata.editionYear?.value == 1996)
    #expect(text.blocks.count == 1)
    #expect(text.blocks.first?.text.hasPrefix("The dockers met") == true)
    #expect(text.ledger.isBalanced)
  }
}
