// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PlainTextTests {
  private func extract(_ text: String) -> ExtractedText {
    PlainText.extract(text, file: SourceFile(name: "x.txt", bytes: []))
  }

  /// A page of prose of so many lines, about a topic, each line as wide as the others.
  private func prose(_ topic: String, lines: Int) -> String {
    (1...lines).map { "The \(topic) of line \($0) goes on and fills what the printer gave it here" }
      .joined(separator: "\n") + "."
  }

  @Test func `lines that no page has broken are paragraphs`() {
    let line = String(repeating: "The looms stood still all that day. ", count: 6).dropLast()
    let text = extract([line, "— Who goes there?", "— Lund.", line].joined(separator: "\n"))
    #expect(
      text.blocks.map(\.text) == [String(line), "— Who goes there?", "— Lund.", String(line)])
    #expect(text.ledger.isBalanced)
  }

  @Test func `title, subtitle, author and year come from the head`() {
    let text = extract(
      "The Great Strike\n\na study of its causes\n\nAnn Bee\n\n1906\n\n" + prose("strike", lines: 4)
    )
    #expect(text.metadata.title?.value == "The Great Strike")
    #expect(text.metadata.subtitle?.value == "a study of its causes")
    #expect(text.metadata.people.map(\.value.sortName) == ["Bee, Ann"])
    #expect(text.metadata.year?.value == 1906)
    #expect(text.blocks.count == 1)
    #expect(text.ledger.isBalanced)
  }

  @Test(arguments: [
    ("by Ann Bee", ["Ann Bee"]), ("By Ann Bee and Carl Dee", ["Ann Bee", "Carl Dee"]),
    ("Translated by Eve Eff", ["Eve Eff"]),
  ])
  func `a byline names people`(_ line: String, _ names: [String]) {
    let text = extract("On Bread\n\n\(line)\n\n" + prose("bread", lines: 4))
    #expect(text.metadata.people.map(\.value.name) == names)
  }

  @Test func `a word broken at a line end is joined, a compound keeps its hyphen`() {
    let text = extract(
      """
      The Councils

      They organised from below and not top-down, as the committees had asked the work-
      ers to do, and what was top-
      down they refused; the anarcho-
      syndicalists said so, and self-
      management was the word of the day in the whole of that long and terrible winter.
      """)
    let block = text.blocks[0]
    #expect(block.text.contains("asked the workers to do"))
    #expect(block.text.contains("was top-down they refused; the anarcho-syndicalists said"))
    #expect(block.text.contains("self-management"))
    #expect(
      block.repairs.map(\.rule) == ["hyphen-joined", "hyphen-kept", "hyphen-kept", "hyphen-kept"])
    let scalars = Array(block.text.unicodeScalars)
    let words = block.repairs.map { repair in
      String(String.UnicodeScalarView(scalars[repair.range]))
    }
    #expect(words == ["workers", "top-down", "anarcho-syndicalists", "self-management"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `form feeds make pages, and sentences go on over them`() {
    let text = extract(
      "On Pages\n\n" + prose("first page", lines: 5).dropLast()
        + " and goes on\n\u{0C}to the second page. "
        + "\n\nA new paragraph begins on it.\n\u{0C}\nThird page, all by itself.\n")
    #expect(text.pages.count == 3)
    let first = text.blocks[0]
    #expect(first.text.hasSuffix("and goes on to the second page."))
    #expect(first.page == 0)
    #expect(first.pageBreaks.map(\.page) == [1])
    let offset = first.pageBreaks.first?.offset ?? 0
    #expect(
      String(String.UnicodeScalarView(Array(first.text.unicodeScalars)[offset...]))
        == "to the second page.")
    #expect(text.blocks.map(\.page) == [0, 1, 2])
    #expect(text.pages.allSatisfy { $0.label.basis == .inferred })
  }

  @Test func `running heads and page numbers are left out, and the numbers are the labels`() {
    let pages = (7...14).map { number in
      let head = number % 2 == 0 ? "\(number) THE GREAT STRIKE" : "ANN BEE \(number)"
      return "\(head)\n\n" + prose("page \(number)", lines: 30)
    }
    let text = extract("The Great Strike\n\nAnn Bee\n\u{0C}" + pages.joined(separator: "\n\u{0C}"))
    #expect(
      !text.blocks.contains { $0.text.contains("GREAT STRIKE") || $0.text.contains("ANN BEE") })
    #expect(text.ledger.omissions.map(\.rule) == ["running-head"])
    #expect(text.pages.suffix(8).map(\.label.value) == (7...14).map(String.init))
    #expect(text.pages.suffix(8).allSatisfy { $0.label.basis == .stated })
    #expect(text.ledger.isBalanced)
  }

  @Test func `blank lines that recur as pages do make pages`() {
    let pages = (1...6).map { prose("page \($0)", lines: 38) }
    let text = extract("On Pages\n\n" + pages.joined(separator: "\n\n\n\n"))
    #expect(text.pages.count == 6)
    let chapters = [20, 90, 35, 150].map { prose("chapter", lines: $0) }
    #expect(extract("On Chapters\n\n" + chapters.joined(separator: "\n\n\n\n")).pages.isEmpty)
  }

  @Test func `notes at the foot are lifted out and tied to what is left of their marks`() {
    let one =
      prose("first page", lines: 20)
      + "\nIt was said by many.! And it was said again.2 So the sentence runs\n\n"
      + "! A first note, whose figure was read as a sign.\n2 A second note.\n"
    let two =
      "over to the next page* and ends there. " + prose("second page", lines: 20)
      + "\n\n* The third note of them.\n"
    let three = prose("third page", lines: 20) + "\n\n® Nobody knows where this belongs.\n"
    let text = extract(
      "On Notes\n\nAnn Bee\n\u{0C}" + [one, two, three].joined(separator: "\n\u{0C}"))
    let notes = text.blocks.filter { $0.kind == .note }
    #expect(notes.compactMap(\.number?.value) == ["1", "2", "3", "4"])
    #expect(notes.compactMap(\.number?.basis) == [.inferred, .stated, .inferred, .inferred])
    #expect(notes[0].text == "A first note, whose figure was read as a sign.")
    let marks = text.blocks.flatMap(\.noteMarks)
    #expect(marks.map(\.number) == ["1", "2", "3"])
    #expect(marks.map(\.printed) == ["!", "2", "*"])
    #expect(
      text.blocks.contains {
        $0.text.contains("So the sentence runs over to the next page and ends")
      })
    #expect(text.diagnostics.map(\.code) == ["note-without-mark"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a note never interrupts the sentence that runs over its page`() {
    let text = extract(
      "On Notes\n\nAnn Bee\n\u{0C}" + prose("page", lines: 9)
        + " They had1 no presence in the\n\n1 A note.\n\u{0C}"
        + "workplaces of the city. " + prose("page", lines: 9))
    #expect(text.blocks.map(\.kind).prefix(2) == [.paragraph, .note])
    #expect(text.blocks[0].text.contains("They had no presence in the workplaces of the city."))
  }

  @Test func `bracketed notes of transcriptions are notes`() {
    let text = extract(
      "On Notes\n\nAnn Bee\n\n" + prose("text", lines: 4)
        + " So it was.[1]\n\n[Footnote 1: As she says.]\n\n"
        + prose("more", lines: 4) + " And so.[2]\n\n[2] As he says.\n")
    #expect(text.blocks.filter { $0.kind == .note }.map(\.text) == ["As she says.", "As he says."])
    #expect(text.blocks.flatMap(\.noteMarks).map(\.printed) == ["[1]", "[2]"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `headings, quotations and verse are told from paragraphs`() {
    let text = extract(
      """
      On Kinds

      Ann Bee

      \(prose("paragraph", lines: 5))

      CHAPTER II

      \(prose("paragraph", lines: 5)) She wrote:

          “A quotation is set in from the text on both sides, and
          that is how it is told from what stands around it.”

      \(prose("paragraph", lines: 5))

              Arise, ye starvelings,
              From your slumbers,
              Arise!

      \(prose("paragraph", lines: 5))
      """)
    #expect(
      text.blocks.map(\.kind) == [
        .paragraph, .heading(level: 1), .paragraph, .quotation, .paragraph, .verse, .paragraph,
      ])
    #expect(text.blocks[5].text == "Arise, ye starvelings,\nFrom your slumbers,\nArise!")
  }

  @Test func `a table of contents is no row of headings`() {
    let entries = (1...8).map { "Chapter Number \($0)" }.joined(separator: "\n\n")
    let text = extract(
      "On Lists\n\nAnn Bee\n\n1902\n\nCONTENTS\n\n" + entries + "\n\nTHE FIRST PART\n\n"
        + prose("part", lines: 5))
    let headings = text.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.map(\.text) == ["CONTENTS", "THE FIRST PART"])
    let numbered = extract(
      "On Lists\n\nAnn Bee\n\n1902\n\nCONTENTS\n\nPREFACE 5\n\nTHE STRIKE .... 12\n\nPREFACE\n\n"
        + prose("part", lines: 5))
    #expect(
      numbered.blocks.map(\.kind) == [
        .heading(level: 1), .paragraph, .paragraph, .heading(level: 1), .paragraph,
      ])
    #expect(numbered.blocks.map(\.isContents) == [false, true, true, false, false])
  }

  @Test func `Project Gutenberg's frame is not the work's`() {
    let text = extract(
      """
      The Project Gutenberg EBook of On Bread, by Ann Bee

      Title: On Bread
             And on Roses

      Author: Ann Bee

      Translator: Carl Dee

      Release Date: May 1, 2004 [EBook #1]

      Language: French

      *** START OF THIS PROJECT GUTENBERG EBOOK ON BREAD ***

      Produced by Eve Eff

      ON BREAD

      \(prose("bread", lines: 5))

      *** END OF THIS PROJECT GUTENBERG EBOOK ON BREAD ***

      The licence follows.
      """)
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.subtitle?.value == "And on Roses")
    #expect(
      text.metadata.people.map { "\($0.value.role) \($0.value.name)" } == [
        "author Ann Bee", "translator Carl Dee",
      ])
    #expect(text.metadata.language?.value == "fr")
    #expect(text.metadata.editionYear?.value == 2004)
    #expect(text.blocks.count == 1)
    #expect(
      text.ledger.omissions.map(\.rule) == [
        "gutenberg-header", "gutenberg-licence", "gutenberg-credits",
      ])
    #expect(text.ledger.isBalanced)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "", "\n\n\n", "\u{0C}\u{0C}\u{0C}", "x", "\u{0}\u{1}\u{2}",
      String(repeating: "-\n", count: 5_000),
      String(repeating: "a", count: 2_000_000), String(repeating: "1 a\n\n", count: 5_000),
      String(repeating: "\u{0C}7\n", count: 5_000), String(repeating: "[1] x-\n", count: 5_000),
      String(repeating: "a\r\n\r\n\t", count: 5_000), String(repeating: "’*!? ", count: 20_000),
    ])
  func `whatever comes is read, and every character accounted for`(_ text: String) {
    #expect(extract(text).ledger.isBalanced)
  }
}
