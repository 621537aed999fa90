// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct ODTTextTests {
  private static let namespaces =
    ["office", "text", "style", "table", "meta"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\" "
    }.joined()
    + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
    + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

  private func content(_ body: String, styles: String = "") -> String {
    "<office:document-content \(Self.namespaces)><office:automatic-styles>\(styles)"
      + "</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
      + "</office:document-content>"
  }

  private func extract(
    _ body: String, styles: String = "", others: [(String, String)] = []
  ) throws -> ExtractedText {
    let bytes = try ZipFixture.archive(
      [("mimetype", "application/vnd.oasis.opendocument.text")]
        + [("content.xml", content(body, styles: styles))] + others)
    return Format.odt.extract(SourceFile(name: "x.odt", bytes: bytes))
  }

  private func kinds(_ text: ExtractedText) -> [String] {
    text.blocks.map { "\($0.kind) \($0.text)" }
  }

  private func note(_ mark: String, _ text: String, _ kind: String = "footnote") -> String {
    "<text:note text:note-class=\"\(kind)\"><text:note-citation>\(mark)</text:note-citation>"
      + "<text:note-body>\(text)</text:note-body></text:note>"
  }

  @Test func `headings, quotations and verse are known by elements, names and parents`() throws {
    let text = try extract(
      "<text:h text:outline-level=\"2\">One</text:h><text:p text:style-name=\"P1\">Two</text:p>"
        + "<text:p text:style-name=\"P2\">Quoted.</text:p><text:p text:style-name=\"P3\">Cyclic.</text:p>"
        + "<text:p text:style-name=\"Verse\">Rise</text:p><text:p text:style-name=\"Verse\">up</text:p>",
      styles: """
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Mine"/>
        <style:style style:name="Mine" style:family="paragraph" style:default-outline-level="3"/>
        <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
        <style:style style:name="P3" style:family="paragraph" style:parent-style-name="P4"/>
        <style:style style:name="P4" style:family="paragraph" style:parent-style-name="P3"/>
        """)
    #expect(
      kinds(text) == [
        "heading(level: 1) Two", "quotation Quoted.", "paragraph Cyclic.", "verse Rise\nup",
      ])
    #expect(text.metadata.title?.value == "One")
  }

  @Test func `notes are read where their marks are, which are taken from the text`() throws {
    let text = try extract(
      "<text:p>One\(note("1", "<text:p>A.</text:p><text:p>B.</text:p>")) two"
        + "\(note("i", "<text:p>End.</text:p>", "endnote")).</text:p>")
    #expect(text.blocks.map(\.text) == ["One two.", "A. B.", "End."])
    #expect(text.blocks[0].noteMarks.map(\.printed) == ["1", "i"])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [3, 7])
    #expect(text.ledger.isBalanced && text.diagnostics.isEmpty)
  }

  @Test func `frames are read once, comments and deleted text are left out`() throws {
    let text = try extract(
      "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A"
        + "</dc:creator></office:change-info><text:p>gone</text:p></text:deletion>"
        + "</text:changed-region></text:tracked-changes>"
        + "<text:p>Around<office:annotation><dc:creator>A</dc:creator><text:p>Really?</text:p>"
        + "</office:annotation> <draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
        + "</draw:frame>it<text:span text:style-name=\"T1\">secret</text:span>.</text:p>"
        + "<text:section text:display=\"none\"><text:p>Never.</text:p></text:section>",
      styles: """
        <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>
        </style:style>
        """)
    #expect(text.blocks.map(\.text) == ["Around it.", "In a box."])
    #expect(
      text.ledger.omissions.map { "\($0.rule) \($0.count)" } == [
        "comment 7", "deleted 4", "hidden 12",
      ])
    #expect(text.ledger.isBalanced)
  }

  @Test func `white space is that of elements, and lists, rows and numbers are known`() throws {
    let text = try extract(
      "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>\n"
        + "<text:list><text:list-item><text:number>1.</text:number><text:p>Item.</text:p>"
        + "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>x"
        + "</text:p></table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell>"
        + "</table:table-row></table:table>")
    #expect(text.blocks.map(\.text) == ["a b c d", "Item.", "x y"])
    #expect(text.blocks.map(\.isItem) == [false, true, true])
  }

  @Test func `formulas in files of their own are said, those in the text are read`() throws {
    let text = try extract(
      "<text:p>One<draw:frame><draw:object href=\"Object 1\"/></draw:frame> and <draw:frame>"
        + "<draw:object><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi>"
        + "<annotation>x</annotation></math></draw:object></draw:frame>.</text:p>")
    #expect(text.blocks.map(\.text) == ["One and x."])
    #expect(text.diagnostics.map(\.code) == ["unread-part"])
  }

  @Test func `what a file says of its text is believed as far as the text says it too`() throws {
    func meta(_ facts: String) -> (String, String) {
      (
        "meta.xml",
        "<office:document-meta \(Self.namespaces)><office:meta>\(facts)</office:meta></office:document-meta>"
      )
    }
    let body = "<text:p>On Bread</text:p><text:p>Ann Bee</text:p><text:p>Words of it.</text:p>"
    let text = try extract(
      body,
      others: [
        meta(
          "<dc:title>On Bread</dc:title><meta:initial-creator>Ann Bee</meta:initial-creator>"
            + "<dc:creator>Carl Dee</dc:creator><dc:language>en-GB</dc:language>")
      ])
    #expect(text.metadata.title?.basis == .stated)
    #expect(text.metadata.people.map(\.value.name) == ["Ann Bee"])
    #expect(text.metadata.people.map(\.basis) == [.stated])
    #expect(text.metadata.language?.value == "en-gb" && text.metadata.year == nil)
    #expect(text.blocks.map(\.text) == ["Words of it."])
    let other = try extract(
      "<text:p>Words of it.</text:p>",
      others: [meta("<dc:title>Untitled 1</dc:title><dc:creator>Dee Typist</dc:creator>")])
    #expect(other.metadata.title == nil)
    #expect(other.metadata.people.map(\.basis) == [.inferred])
    let account = try extract(
      "<text:p>Words of it.</text:p>", others: [meta("<dc:creator>Windows User</dc:creator>")])
    #expect(account.metadata.people.isEmpty)
  }

  @Test func `flat files are read, and encrypted ones are said`() throws {
    let flat =
      "<?xml version=\"1.0\"?>\n<office:document \(Self.namespaces)><office:meta><dc:title>T</dc:title>"
      + "</office:meta><office:body><office:text><text:p>Words.</text:p></office:text></office:body>"
      + "</office:document>"
    #expect(Format.recognize(name: "x.fodt", bytes: Array(flat.utf8)) == .odt)
    let text = Format.odt.extract(SourceFile(name: "x.fodt", bytes: Array(flat.utf8)))
    #expect(text.blocks.map(\.text) == ["Words."])
    let manifest =
      "<manifest><file-entry full-path=\"content.xml\"><encryption-data/></file-entry></manifest>"
    let encrypted = try extract("", others: [("META-INF/manifest.xml", manifest)])
    #expect(encrypted.diagnostics.map(\.code) == ["encrypted-document"])
  }

  @Test func `archives are known by what is in them, whatever their names`() throws {
    let odt = try ZipFixture.archive([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content("")),
    ])
    for name in ["x", "x.odt", "x.docx", "x.epub", "x.bin"] {
      #expect(Format.recognize(name: name, bytes: odt) == .odt)
    }
    let docx = try WordFixture.document("")
    #expect(Format.recognize(name: "x", bytes: docx) == .docx)
    #expect(Format.recognize(name: "x.doc", bytes: docx) == .docx)
    let sheet = try ZipFixture.archive([
      ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>"),
    ])
    #expect(Format.recognize(name: "x.xlsx", bytes: sheet) == nil)
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["text:p", "draw:text-box", "text:note", "office:annotation", "text:section", "x"])
  func `deep nesting ends, and what comes before is kept`(_ name: String) throws {
    let deep = String(repeating: "<\(name)>", count: 100_000)
    let text = try extract("<text:p>Before.</text:p><text:p>In\(deep)")
    #expect(text.blocks.first?.text == "Before.")
    #expect(text.diagnostics.contains { $0.code == "cut-document" })
    #expect(text.ledger.isBalanced)
  }

  @Test func `damaged archives are errors`() throws {
    for bytes in [
      [0x50, 0x4B, 3, 4, 0],
      try ZipFixture.archive([("mimetype", "x"), ("content.xml", "Words.")]),
    ] {
      let text = Format.odt.extract(SourceFile(name: "x.odt", bytes: bytes))
      #expect(text.blocks.isEmpty && text.diagnostics.contains { $0.severity == .error })
    }
  }
}
