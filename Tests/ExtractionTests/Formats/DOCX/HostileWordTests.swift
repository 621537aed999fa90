// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

@Suite(.timeLimit(.minutes(10)))
struct HostileWordTests {
  private typealias Word = WordFixture

  @Test(arguments: ["w:txbxContent", "w:tbl", "w:p", "w:sdt", "mc:AlternateContent", "w:x"])
  func `deep nesting ends, and what comes before is kept`(_ name: String) throws {
    let open = String(repeating: "<\(name)>", count: 100_000)
    let text = try Word.extract(Word.paragraph("Before.") + open + Word.paragraph("In."))
    #expect(text.blocks.first?.text == "Before.")
    #expect(text.diagnostics.contains { $0.code == "cut-document" })
    #expect(text.ledger.isBalanced)
  }

  @Test func `text boxes within text boxes are read, however deep`() throws {
    let open = String(repeating: "<w:p><w:r><w:txbxContent>", count: 40)
    let close = String(repeating: "</w:txbxContent></w:r></w:p>", count: 40)
    let text = try Word.extract(open + Word.paragraph("Deep.") + close + Word.paragraph("After."))
    #expect(text.blocks.map(\.text).sorted() == ["After.", "Deep."])
  }

  @Test func `what is no document is an error`() throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let archives = [
      [], [0x50, 0x4B, 3, 4, 0, 0], compound,
      try ZipFixture.archive([("[Content_Types].xml", "<Types/>"), ("word/x.xml", "")]),
      try ZipFixture.archive([("word/document.xml", "Words."), ("_rels/.rels", "<x/>")]),
    ]
    for bytes in archives {
      let text = Format.docx.extract(SourceFile(name: "x.docx", bytes: bytes))
      #expect(text.blocks.isEmpty)
      #expect(text.diagnostics.contains { $0.severity == .error })
    }
    #expect(Format.recognize(name: "x.docx", bytes: compound) == .docx)
    #expect(Format.recognize(name: "x.doc", bytes: compound) == nil)
  }

  @Test func `missing parts are done without`() throws {
    let text = Format.docx.extract(
      SourceFile(
        name: "x.docx",
        bytes: try ZipFixture.archive([
          (
            "word/document.xml",
            "<w:document \(WordFixture.namespaces)><w:body>"
              + Word.paragraph("One", style: "Heading1") + Word.paragraph("Words.")
              + "</w:body></w:document>"
          )
        ])))
    #expect(text.metadata.title?.value == "One" && text.blocks.map(\.text) == ["Words."])
  }

  @Test func `a document that breaks off is read as far as it goes`() throws {
    let bytes = try ZipFixture.archive([
      (
        "word/document.xml",
        "<w:document \(WordFixture.namespaces)><w:body>\(Word.paragraph("Words."))<w:p><w:r><w:t>Hal"
      )
    ])
    let text = Format.docx.extract(SourceFile(name: "x.docx", bytes: bytes))
    #expect(text.blocks.map(\.text) == ["Words.", "Hal"])
    #expect(text.diagnostics.map(\.code) == ["cut-document"])
  }

  @Test func `fields that do not end, and many boxes in a paragraph, take linear time`() throws {
    let begin = """
      <w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>
      """
    let box = "<w:r><w:txbxContent><w:p>\(Word.run("b"))</w:p></w:txbxContent></w:r>"
    let text = try Word.extract(
      "<w:p>\(String(repeating: begin, count: 4_000))"
        + "\(String(repeating: Word.run("x "), count: 4_000))"
        + "\(String(repeating: box, count: 4_000))</w:p>")
    #expect(text.blocks.count == 4_001 && text.ledger.isBalanced)
  }

  @Test func `long chains of styles and many marks take linear time`() throws {
    let styles = (0..<5_000).map {
      Word.style("s\($0)", "S \($0)", "<w:basedOn w:val=\"s\($0 + 1)\"/>")
    }
    let marks = String(
      repeating: "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", count: 5_000)
    let text = try Word.extract(
      (0..<2_000).map { Word.paragraph("Words \($0).", style: "s\($0)") }.joined()
        + "<w:p>\(marks)</w:p>",
      parts: [
        "styles": styles.joined(),
        "footnotes": "<w:footnote w:id=\"1\">\(Word.paragraph("Once."))</w:footnote>",
      ])
    #expect(text.blocks.count { $0.kind == .note } == 1)
  }
}
