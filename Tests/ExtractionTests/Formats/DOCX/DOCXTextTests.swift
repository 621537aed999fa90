// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct DOCXTextTests {
  private typealias Word = WordFixture

  private let styles = [
    WordFixture.style("berschrift1", "heading 1"),
    WordFixture.style("Kapitel", "Mein Kapitel", "<w:basedOn w:val=\"berschrift1\"/>"),
    WordFixture.style(
      "Klein", "Klein", "<w:basedOn w:val=\"Kapitel\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>"),
    WordFixture.style("Zitat", "Quote"), WordFixture.style("Titel", "Title"),
    WordFixture.style("Untertitel", "Subtitle"), WordFixture.style("Vers", "Verse"),
    WordFixture.style("TOC1", "toc 1"),
    WordFixture.style("A", "a", "<w:basedOn w:val=\"B\"/>"),
    WordFixture.style("B", "b", "<w:basedOn w:val=\"A\"/>"),
  ].joined()

  private func kinds(_ text: ExtractedText) -> [String] {
    text.blocks.map { "\($0.kind) \($0.text)" }
  }

  @Test func `headings are known by the names of their styles and by outline levels`() throws {
    let text = try Word.extract(
      Word.paragraph("On Bread", style: "Titel") + Word.paragraph("A Report", style: "Untertitel")
        + Word.paragraph("One", style: "berschrift1") + Word.paragraph("Two", style: "Kapitel")
        + Word.paragraph("No heading.", style: "Klein")
        + "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>\(Word.run("Three"))</w:p>"
        + Word.paragraph("Quoted.", style: "Zitat") + Word.paragraph("Cyclic.", style: "A"),
      parts: ["styles": styles])
    #expect(
      kinds(text) == [
        "heading(level: 1) One", "heading(level: 1) Two", "paragraph No heading.",
        "heading(level: 2) Three", "quotation Quoted.", "paragraph Cyclic.",
      ])
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.metadata.subtitle?.value == "A Report")
    #expect(text.ledger.isBalanced && text.diagnostics.isEmpty)
  }

  @Test func `deleted, hidden and moved words are left out and said, inserted ones are kept`()
    throws
  {
    let text = try Word.extract(
      "<w:p>\(Word.run("Kept "))<w:ins>\(Word.run("in "))</w:ins>"
        + "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        + "<w:moveFrom>\(Word.run("moved "))</w:moveFrom>\(Word.run("secret ", "<w:vanish/>"))"
        + "\(Word.run("shown", "<w:vanish w:val=\"0\"/>"))</w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Word.run("Half a"))</w:p>"
        + Word.paragraph("paragraph."))
    #expect(text.blocks.map(\.text) == ["Kept in shown", "Half a paragraph."])
    #expect(
      text.ledger.omissions.map { "\($0.rule) \($0.count)" } == ["deleted 9", "hidden 6"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a text box is read once, after the paragraph that it stands in`() throws {
    let box = "<w:txbxContent>\(Word.paragraph("In a box."))</w:txbxContent>"
    let text = try Word.extract(
      "<w:p>\(Word.run("Around "))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)"
        + "</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r>"
        + "\(Word.run("it."))</w:p>"
        + "<w:p><w:r><mc:AlternateContent><mc:Fallback>\(box)</mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>")
    #expect(text.blocks.map(\.text) == ["Around it.", "In a box.", "In a box."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `the result of a field is text, its instruction and a table of contents are not`()
    throws
  {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    let text = try Word.extract(
      "<w:p>\(mark("begin"))\(code(" TO"))\(code("C \\o"))\(mark("separate"))"
        + "\(Word.run("One 1"))</w:p><w:p>\(Word.run("Two 2"))</w:p><w:p>\(mark("end"))</w:p>"
        + Word.paragraph("Three 3", style: "TOC1")
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
        + "</w:docPartObj></w:sdtPr><w:sdtContent>\(Word.paragraph("Contents"))</w:sdtContent></w:sdt>"
        + "<w:p>\(Word.run("See "))\(mark("begin"))\(code("PAGEREF x"))\(mark("separate"))"
        + "\(Word.run("7"))\(mark("end"))<w:fldSimple w:instr=\"REF y\">\(Word.run(" too"))"
        + "</w:fldSimple>.</w:p>"
        + "<w:p>\(mark("begin"))\(code("PAGE"))</w:p>" + Word.paragraph("Not lost."),
      parts: ["styles": styles])
    #expect(text.blocks.map(\.text) == ["See 7 too", "Not lost."])
    #expect(text.ledger.omissions.map { "\($0.rule) \($0.count)" } == ["contents 22"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `tables are read row by row, and cells of prose as paragraphs`() throws {
    func table(_ rows: [[String]]) -> String {
      let rows = rows.map { row in
        "<w:tr>\(row.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr>"
      }
      return "<w:tbl>\(rows.joined())</w:tbl>"
    }
    let prose = String(repeating: "Long words of prose. ", count: 12)
    let text = try Word.extract(
      table([
        [Word.paragraph("Year"), Word.paragraph("Bread")], [Word.paragraph("1899"), "<w:p/>"],
      ])
        + table([[Word.paragraph(prose) + Word.paragraph("More."), Word.paragraph("Beside.")]]))
    #expect(
      text.blocks.map { $0.text.prefix(10) } == [
        "Year Bread", "1899", "Long words", "More.", "Beside.",
      ])
    #expect(text.blocks.map(\.isItem) == [true, true, false, false, false])
  }

  @Test func `pages are inferred from breaks that divide the text plausibly`() throws {
    let rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    let page = String(repeating: "Words of a page. ", count: 100)
    func document(_ words: String) -> String {
      Word.paragraph(words) + "<w:p><w:r><w:br w:type=\"page\"/></w:r>\(rendered)"
        + "\(Word.run(words))\(rendered)\(Word.run("and the end."))</w:p>"
        + "<w:sectPr><w:pgNumType w:fmt=\"lowerRoman\" w:start=\"5\"/></w:sectPr>"
    }
    let text = try Word.extract(document(page))
    #expect(text.pages.map(\.label.value) == ["v", "vi", "vii"])
    #expect(text.pages.allSatisfy { $0.label.basis == .inferred })
    #expect(text.blocks.map(\.page) == [0, 1] && text.blocks[1].pageBreaks.map(\.page) == [2])
    let long = try Word.extract(document(page + page + page + page))
    #expect(long.pages.isEmpty && long.blocks.allSatisfy { $0.page == nil })
  }

  @Test func `characters that are elements are text`() throws {
    let text = try Word.extract(
      "<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>s</w:t><w:tab/>"
        + "<w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:br/><w:t>end</w:t></w:r>"
        + "<m:oMath><m:r><m:t> x+y</m:t></m:r></m:oMath></w:p>"
        + "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>\(Word.run("B"))</w:p>"
        + Word.paragraph("read is made.")
        + "<w:p>\(Word.run("logoV 1", "<w:rFonts w:ascii=\"Symbol\"/>"))</w:p>")
    #expect(text.blocks.map(\.text) == ["co-ops α end x+y", "Bread is made.", "λογος 1"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `short lines in bold type are headings where no style makes any`() throws {
    let body =
      "<w:p>\(Word.run("Demands", "<w:b/>"))</w:p>" + Word.paragraph("Bread and peace.")
      + "<w:p>\(Word.run("Peace", "<w:b/>"))\(Word.run(" and bread."))</w:p>"
    let text = try Word.extract(
      Word.paragraph("On Bread", style: "Titel") + body, parts: ["styles": styles])
    #expect(
      kinds(text) == [
        "heading(level: 1) Demands", "paragraph Bread and peace.", "paragraph Peace and bread.",
      ])
    let styled = try Word.extract(
      Word.paragraph("On Bread", style: "Titel") + Word.paragraph("One", style: "berschrift1")
        + body, parts: ["styles": styles])
    #expect(kinds(styled).prefix(2) == ["heading(level: 1) One", "paragraph Demands"])
  }

  @Test func `the strict form has other namespaces and the same meaning`() throws {
    let text = Format.docx.extract(
      SourceFile(
        name: "x.docx",
        bytes: try ZipFixture.archive([
          (
            "_rels/.rels",
            "<Relationships><Relationship Id='a' Target='/text/main.xml' "
              + "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/>"
              + "</Relationships>"
          ),
          (
            "text/main.xml",
            "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body><x:p>"
              + "<x:r><x:t>Words.</x:t></x:r></x:p></x:body></x:document>"
          ),
        ])))
    #expect(text.blocks.map(\.text) == ["Words."])
  }

  @Test func `an invitation to write is no text, what was written in its place is`() throws {
    func form(_ run: String) -> String {
      "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>\(run)</w:p></w:sdtContent></w:sdt>"
    }
    let text = try Word.extract(
      form(Word.run("Click here", "<w:rStyle w:val=\"Ph\"/>")) + form(Word.run("Written."))
        + Word.paragraph("Words."),
      parts: [
        "styles":
          "<w:style w:type=\"character\" w:styleId=\"Ph\"><w:name w:val=\"Placeholder Text\"/></w:style>"
      ])
    #expect(text.blocks.map(\.text) == ["Written.", "Words."])
    #expect(text.ledger.omissions.map(\.rule) == ["placeholder"])
  }

  @Test func `a document that is only its title keeps it, and contents are no title`() throws {
    let title = try Word.extract(Word.paragraph("On Bread", style: "Heading1"))
    #expect(title.blocks.map(\.text) == ["On Bread"] && title.metadata.title?.value == "On Bread")
    #expect(title.ledger.isBalanced)
    let contents = try Word.extract(
      Word.paragraph("Inhalt", style: "Heading1") + Word.paragraph("Words."))
    #expect(contents.metadata.title == nil)
  }

  @Test func `lines of a poem are one stanza`() throws {
    let text = try Word.extract(
      Word.paragraph("Rise like lions", style: "Vers")
        + Word.paragraph("after slumber", style: "Vers") + Word.paragraph("", style: "Vers")
        + Word.paragraph("In unvanquishable number", style: "Vers") + Word.paragraph("Prose."),
      parts: ["styles": styles])
    #expect(
      kinds(text) == [
        "verse Rise like lions\nafter slumber", "verse In unvanquishable number",
        "paragraph Prose.",
      ])
  }

  @Test func `headers, footers and comments are furniture`() throws {
    let text = try Word.extract(
      Word.paragraph("Words."),
      parts: [
        "header": Word.paragraph("On Bread"),
        "comments": "<w:comment w:id=\"1\">\(Word.paragraph("Really?"))</w:comment>",
      ])
    #expect(text.blocks.map(\.text) == ["Words."])
    #expect(text.ledger.omissions.map(\.rule).sorted() == ["comment", "running-head"])
    #expect(text.ledger.isBalanced)
  }
}
