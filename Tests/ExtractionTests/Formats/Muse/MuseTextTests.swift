// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct MuseTextTests {
  private func extract(_ text: String) -> ExtractedText {
    MuseText.extract(text, file: SourceFile(name: "x.muse", bytes: []))
  }

  @Test func `the header is the work's`() {
    let text = extract(
      """
      #title On *Bread*
      #subtitle And on roses,
      and on hearts
      #author Ann Bee & Carl Dee
      #SORTauthors Bee, Ann; Dee, Carl
      #date May 1902
      #lang en
      #source https://example.org/bread
      #publisher Black Rose

      Bread is made by many hands.
      """)
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.subtitle?.value == "And on roses, and on hearts")
    #expect(text.metadata.people.map(\.value.sortName) == ["Bee, Ann", "Dee, Carl"])
    #expect(text.metadata.year?.value == 1902)
    #expect(text.metadata.language?.value == "en")
    #expect(text.metadata.url?.value == "https://example.org/bread")
    #expect(text.metadata.publisher?.value == "Black Rose")
    #expect(text.blocks.map(\.text) == ["Bread is made by many hands."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `headings, quotations, verse, lists, tables and comments are told apart`() {
    let text = extract(
      """
      #title T

      * Part

      #place
      ** Chapter *one*

      A paragraph
      of two lines.

      ; a remark
      <quote>
      Quoted words.

      More of them.
      </quote>

      > Arise ye
      > starvelings

       - first
       - second
       3. third

       Cell | Next |

      ----

      <comment>
      hidden
      </comment>
      """)
    #expect(
      text.blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .paragraph, .quotation, .quotation, .verse,
        .paragraph,
        .paragraph, .paragraph, .paragraph,
      ])
    #expect(
      text.blocks.map(\.text) == [
        "Part", "Chapter one", "A paragraph of two lines.", "Quoted words.", "More of them.",
        "Arise ye\nstarvelings", "first", "second", "3. third", "Cell Next",
      ])
    #expect(text.blocks[1].anchor == "place")
    #expect(text.ledger.omissions.map(\.rule) == ["anchor", "comment", "rule"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `inline markup leaves its words`() {
    let text = extract(
      "#title T\n\n**Strong** and *soft* words, 2 * 3 * 4, =code=, <em>tags</em><br>and [[https://example.org][links]], "
        + "[[https://example.org]] and [[a.jpg]]non~~breaking <verbatim>*as is*</verbatim>.\n")
    #expect(
      text.blocks.map(\.text) == [
        "Strong and soft words, 2 * 3 * 4, code, tags and links, https://example.org and non breaking *as is*."
      ])
    #expect(text.ledger.isBalanced)
  }

  @Test func `notes are tied to their marks, wherever they stand`() {
    let text = extract(
      """
      #title T

      She said so.[1] And page [9] is no mark.{1} But this is [2]

      [1] On Bread, p. 3.

       And on.

      [2] On Roses.

      {1} By the editor.

      [9] Much later.
      """)
    let notes = text.blocks.filter { $0.kind == .note }
    #expect(notes.compactMap(\.number?.value) == ["1", "2", "{1}", "9"])
    #expect(notes[0].text == "On Bread, p. 3. And on.")
    #expect(text.blocks[0].text == "She said so. And page [9] is no mark. But this is")
    #expect(text.blocks[0].noteMarks.map(\.number) == ["1", "{1}", "2"])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [12, 37, 49])
    #expect(text.ledger.isBalanced)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "", "#", "#title", "*", "[1]", "[[", "[[a][", "<quote>", "{{{", "> ", "****** x",
      "#title x\n#author y",
      String(repeating: "*", count: 20_000), String(repeating: "*a ", count: 20_000),
      String(repeating: "[[a][b]] [1]\n", count: 5_000),
      String(repeating: "<quote>\n", count: 20_000),
      String(repeating: "[[", count: 20_000), String(repeating: "[1] a\n\n", count: 5_000),
    ])
  func `whatever comes is read, and every character accounted for`(_ text: String) {
    #expect(extract(text).ledger.isBalanced)
  }

  @Test func `marks of pages are pages, not words`() {
    let text = extract(
      """
      #title Bread

      [[- 5 -]]

      Bread was made by many[[- 6 -]] hands, and it is [[[Pg 7]]] eaten[1] by few.

      It need not be so [12].

      [1] By two, says the baker.
      """)
    #expect(
      text.blocks.map(\.text) == [
        "Bread was made by many hands, and it is eaten by few.", "It need not be so [12].",
        "By two, says the baker.",
      ])
    #expect(text.pages.map(\.label.value) == ["5", "6", "7"])
    #expect(text.blocks.map(\.page) == [0, 2, 2])
    #expect(
      text.blocks[0].pageBreaks == [
        PageBreak(offset: 23, page: 1), PageBreak(offset: 40, page: 2),
      ])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [45])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a mark of a page before the first word begins there`() {
    let text = extract("#title Bread\n\n[[[Pg 23]]] The bread was made.\n\n[[[Pg 24]]]\n<br>\n")
    #expect(text.blocks.map(\.page) == [0])
    #expect(text.blocks[0].pageBreaks.isEmpty)
    #expect(text.ledger.omissions.map(\.rule) == ["page-number"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a vowel sign behind a space is no white space`() {
    let text = extract("#title X\n\n| \u{0A3E} | a |\n- \u{0A3E} b\n")
    #expect(text.blocks.contains { $0.text.unicodeScalars.contains("\u{0A3E}") })
    #expect(text.ledger.isBalanced)
  }
}
