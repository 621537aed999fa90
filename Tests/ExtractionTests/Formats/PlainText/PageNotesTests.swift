// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PageNotesTests {
  /// Pages of lines; those that begin with `~` are in small type.
  private func extract(_ pages: [[String]]) -> ExtractedText {
    var lines: [TextLine] = []
    for page in pages {
      for (index, text) in page.enumerated() {
        var line =
          TextLine.lines(of: text.replacing("~", with: "")).first
          ?? TextLine(text: "", indent: 0, number: 0, length: 0)
        line.number = lines.count + 1
        line.beginsPage = index == 0
        if text.hasPrefix("~") { line.print = LinePrint(isSmall: true) }
        lines.append(line)
      }
    }
    return PlainText.extract(
      lines, file: SourceFile(name: "x.pdf", bytes: []), stating: Metadata(), readsTitlePage: false)
  }

  private func prose(_ topic: String) -> [String] {
    (1...9).map { "The \(topic) of line \($0) goes on and fills what the printer gave it here" }
  }

  private func notes(_ text: ExtractedText) -> [String] {
    text.blocks.filter { $0.kind == .note }.map { "\($0.number?.value ?? ""): \($0.text)" }
  }

  private func marks(_ text: ExtractedText) -> [String] {
    text.blocks.flatMap(\.noteMarks).map(\.number)
  }

  @Test func `signs and numbers on one page are tied each to its own mark`() {
    let text = extract([
      prose("bread") + ["It was so,* and it was not.1 But some† said this.", ""]
        + ["~* The Bulletin.", "~† Others said that.", "~1 Quill, Letters."],
      prose("roses") + ["And again.*", "", "~*See the minutes."],
    ])
    #expect(
      notes(text) == [
        "*: The Bulletin.", "†: Others said that.", "1: Quill, Letters.", "*: See the minutes.",
      ])
    #expect(marks(text).sorted() == ["*", "*", "1", "†"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a note that ends within a sentence goes on at the foot of the next pages`() {
    let text = extract([
      prose("bread") + ["It was so.1 The sentence goes on", "", "~1 The minutes say that the"],
      prose("roses") + ["and on over to", "", "~delegates came from all of the"],
      prose("strike") + ["the next.2", "", "~towns and left.", "", "~2 Quill."],
    ])
    #expect(
      notes(text) == [
        "1: The minutes say that the delegates came from all of the towns and left.", "2: Quill.",
      ])
    let note = text.blocks.first { $0.kind == .note }
    #expect(note?.page == 0)
    #expect(note?.pageBreaks.map(\.page) == [1, 2])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a note is not tied to one of several signs by order alone`() {
    let candidates = NoteMarkSearch.candidates(
      in: "The bakers’ and the millers’ and others were in it.")
    #expect(NoteMarkSearch.assign(candidates, to: [("3", "3")]) == [nil])
    let one = NoteMarkSearch.candidates(in: "It was said by many.^ So they said.")
    #expect(NoteMarkSearch.assign(one, to: [("3", "3")]) == [0])
  }

  @Test func `lines about copyright are no notes`() {
    #expect(PageNotes.mark("© 1998 The Press") == nil)
    #expect(PageNotes.mark("© Copyright The Press") == nil)
    #expect(PageNotes.mark("©See the minutes of it") == nil)
    #expect(PageNotes.mark("*See the minutes")?.sign == "*")
    #expect(PageNotes.mark("¹²Cf. the minutes")?.sign == "12")
    #expect(PageNotes.mark("*So* it is said") == nil)
  }

  @Test func `captions and small print follow the sentence that they interrupt`() {
    let text = extract([
      prose("bread") + [
        "and the sentence that they had begun goes on", "", "Figure 3. A loaf of bread.", "",
      ],
      ["over the figure to its end.", "", "Another paragraph begins."],
    ])
    #expect(text.blocks.first?.text.hasSuffix("goes on over the figure to its end.") == true)
    #expect(text.blocks.dropFirst().first?.text == "Figure 3. A loaf of bread.")
    let quoted = extract([
      prose("bread") + [
        "and she wrote that", "", "~all of it was so", "", "which nobody believed.",
      ]
    ])
    #expect(quoted.blocks.map(\.text).dropFirst().first == "all of it was so")
  }

  @Test func `numbers that count the pages are no text, however few they are`() {
    let text = extract([
      ["The Weeks", "7", ""] + prose("bread"), ["The Weeks", "8", ""] + prose("roses"),
    ])
    #expect(!text.blocks.contains { $0.text == "8" })
  }

  @Test func `notes that count as the pages do are no running feet`() {
    let topics = ["bread", "coal", "rope", "mail"]
    let text = extract(
      topics.enumerated().map { page, topic in
        prose(topic) + [
          "until the \(topic) was found again.\(page + 1)", "",
          "\(page + 1). Quill, p. \(page * 7 + 7).",
        ]
      })
    #expect(notes(text) == (1...4).map { "\($0): Quill, p. \($0 * 7)." })
  }
}
