// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct WordNotesTests {
  private typealias Word = WordFixture

  private func mark(_ kind: String, _ id: String, _ rest: String = "") -> String {
    "<w:r><w:\(kind)Reference w:id=\"\(id)\"\(rest)/></w:r>"
  }

  private func note(_ kind: String, _ id: String, _ text: String, type: String = "normal") -> String
  {
    "<w:\(kind) w:id=\"\(id)\" w:type=\"\(type)\"><w:p><w:r><w:\(kind)Ref/></w:r>\(Word.run(text))"
      + "</w:p><w:p>\(Word.run("More."))</w:p></w:\(kind)>"
  }

  @Test func `notes are tied by identifiers and numbered as they are printed`() throws {
    let section =
      "<w:sectPr><w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr>"
    let text = try Word.extract(
      "<w:p>\(Word.run("One"))\(mark("footnote", "7"))\(Word.run(" two"))\(mark("footnote", "3"))"
        + "\(Word.run("."))</w:p><w:p><w:pPr>\(section)</w:pPr></w:p>"
        + "<w:p>\(Word.run("Three"))\(mark("footnote", "9"))\(mark("endnote", "7"))</w:p>"
        + section,
      parts: [
        "footnotes": note("footnote", "-1", "Line", type: "separator")
          + note("footnote", "3", "Second.") + note("footnote", "7", "2 Kings 4.")
          + note("footnote", "9", "Third."),
        "endnotes": note("endnote", "7", "At the end."),
      ])
    #expect(
      text.blocks.map { ($0.number?.value ?? "-") + " " + $0.text } == [
        "- One two.", "1 2 Kings 4. More.", "2 Second. More.", "- Three", "1 Third. More.",
        "i At the end. More.",
      ])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [3, 7])
    #expect(
      text.blocks[0].noteMarks.map(\.noteKey) == [text.blocks[1].noteKey, text.blocks[2].noteKey])
    #expect(text.ledger.isBalanced && text.diagnostics.isEmpty)
  }

  @Test func `a mark of its own is taken from the text, and does not count`() throws {
    let text = try Word.extract(
      "<w:p>\(Word.run("One"))<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/>"
        + "<w:t>*</w:t></w:r>\(Word.run(" two"))\(mark("footnote", "2"))</w:p>",
      parts: ["footnotes": note("footnote", "1", "* Star.") + note("footnote", "2", "First.")])
    #expect(text.blocks.map(\.text) == ["One two", "Star. More.", "First. More."])
    #expect(text.blocks[0].noteMarks.map(\.printed) == ["*", "1"])
    #expect(text.ledger.isBalanced && text.diagnostics.isEmpty)
  }

  @Test func `marks without notes are said, notes without marks are left out`() throws {
    let text = try Word.extract(
      "<w:p>\(Word.run("One"))\(mark("footnote", "5"))</w:p>",
      parts: ["footnotes": note("footnote", "1", "Unused.")])
    #expect(text.diagnostics.map(\.code) == ["mark-without-note"])
    #expect(text.ledger.omissions.map(\.rule) == ["unreferenced-note"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `settings say how notes are numbered where sections do not`() throws {
    let text = try Word.extract(
      "<w:p>\(Word.run("One"))\(mark("footnote", "1"))\(mark("footnote", "2"))</w:p><w:sectPr/>",
      parts: [
        "footnotes": note("footnote", "1", "A.") + note("footnote", "2", "B."),
        "settings":
          "<w:footnotePr><w:numFmt w:val=\"chicago\"/><w:numStart w:val=\"4\"/></w:footnotePr>",
      ])
    #expect(text.blocks[0].noteMarks.map(\.number) == ["§", "**"])
  }
}
