// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct TEITextTests {
  private func extract(_ body: String, header: String = "", back: String = "") -> ExtractedText {
    TEIText.extract(
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>\(header)</teiHeader>
      <text><body>\(body)</body><back>\(back)</back></text></TEI>
      """, file: SourceFile(name: "x.xml", bytes: []))
  }

  private func texts(_ body: String) -> [String] { extract(body).blocks.map(\.text) }

  @Test func `words divided at line ends are joined, and compounds are not`() {
    #expect(
      texts("<p>the looms were num-\n<lb/>bered in Nord-<lb/>Amerika</p>") == [
        "the looms were numbered in Nord-Amerika"
      ])
    #expect(
      texts("<p>Geſchich¬<lb/>te, ver<lb break=\"no\"/>loren, zwei<lb/>mal</p>") == [
        "Geſchichte, verloren, zwei mal"
      ])
    let text = extract("<p>num-<lb/><pb n=\"2\"/><fw>HEAD</fw><lb/>bered and</p>")
    #expect(text.blocks.map(\.text) == ["numbered and"])
    #expect(text.blocks[0].repairs.map(\.printed) == ["-\n"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `corrections keep the printed reading`() {
    let text = extract(
      "<p>of <choice><corr>the</corr><sic>teh</sic></choice> mill, <choice><abbr>wch</abbr><expan>which</expan></choice> stood</p>"
    )
    #expect(text.blocks.map(\.text) == ["of the mill, which stood"])
    #expect(text.blocks[0].repairs.map(\.printed) == ["teh", "wch"])
    #expect(text.blocks[0].repairs.map(\.range) == [3..<6, 13..<18])
    #expect(text.ledger.isBalanced)
    // P4 has the other reading in an attribute.
    let old = extract("<p>of <sic corr=\"the\">teh</sic> <corr sic=\"mil\">mill</corr></p>")
    #expect(old.blocks.map(\.text) == ["of the mill"])
    #expect(old.blocks[0].repairs.map(\.printed) == ["teh", "mil"])
    #expect(old.ledger.isBalanced)
    #expect(texts("<p><choice><sic>only</sic></choice> one</p>") == ["only one"])
  }

  @Test func `speakers are those that the markup names`() {
    let text = extract(
      """
      <sp who="#a"><speaker>JOSS</speaker><p>Who is there?</p><p>Speak.</p></sp>
      <sp who="#zzz"><speaker>A VOICE.</speaker><l>None.</l><l>None at all.</l></sp>
      <stage>They go.</stage>
      """,
      header:
        "<profileDesc><particDesc><listPerson><person xml:id=\"a\"><persName>Joss Tolland</persName></person></listPerson></particDesc></profileDesc>"
    )
    #expect(
      text.blocks.map(\.text) == [
        "JOSS Who is there?", "Speak.", "A VOICE.\nNone.\nNone at all.", "They go.",
      ])
    #expect(
      text.blocks.map { $0.speaker?.value } == ["Joss Tolland", "Joss Tolland", "A VOICE", nil])
    #expect(text.blocks.map { $0.speaker?.evidence } == ["JOSS", nil, "A VOICE.", nil])
  }

  @Test func `notes are tied in every way that TEI has`() {
    let text = extract(
      """
      <p>One<note n="*">At its place.</note> and two<ref target="#n2">2</ref> and
      three<anchor xml:id="a3"/> and four<ptr target="#n4"/>.</p>
      """,
      back: """
        <div><note xml:id="n2">Gathered.</note><note target="#a3">Pointing back.</note>
        <note xml:id="n4" n="4">By a pointer.</note></div>
        """)
    let marks = text.blocks[0].noteMarks
    #expect(text.blocks[0].text == "One and two and three and four.")
    #expect(marks.map(\.offset) == [3, 11, 21, 30])
    let notes = text.blocks.filter { $0.kind == .note }
    #expect(notes.map { $0.number?.value } == ["*", "2", "3", "4"])
    #expect(notes.map(\.text) == ["At its place.", "Gathered.", "Pointing back.", "By a pointer."])
    #expect(marks.map(\.noteKey) == notes.map(\.noteKey))
    #expect(text.ledger.isBalanced)
    #expect(!text.diagnostics.contains { $0.code == "note-without-mark" })
  }

  @Test func `a reference with other words is no mark`() {
    let text = extract(
      "<p>As <ref target=\"#n1\">the note below</ref> says.</p>",
      back: "<note xml:id=\"n1\">It.</note>")
    #expect(text.blocks[0].text == "As the note below says.")
    #expect(text.blocks[0].noteMarks.isEmpty)
  }

  @Test func `pages have stated labels, or are counted`() {
    let stated = extract("<pb n=\"[iv]\"/><p>a</p><pb n=\"S. 5\"/><p>b <pb facs=\"#f1\"/>c</p>")
    #expect(stated.pages.map(\.label.value) == ["iv", "5", "6"])
    #expect(stated.pages.map(\.label.basis) == [.inferred, .stated, .inferred])
    let counted = extract("<pb facs=\"f0001\"/><p>a</p><pb facs=\"f0002\"/><p>b</p>")
    #expect(counted.pages.map(\.label.value) == ["1", "2"])
    #expect(counted.pages.allSatisfy { $0.label.basis == .inferred })
    let editions = extract("<pb ed=\"A\" n=\"1\"/><p>a<pb ed=\"B\" n=\"9\"/>b</p>")
    #expect(editions.pages.map(\.label.value) == ["1"])
    #expect(extract("<milestone unit=\"page\" n=\"7\"/><p>a</p>").pages.map(\.label.value) == ["7"])
  }

  @Test func `quotations get their marks unless they are printed`() {
    #expect(
      texts("<p>She said <q>come</q>, and “<q>go</q>”, <q>“stay”</q>.</p>") == [
        "She said “come”, and “go”, “stay”."
      ])
    let text = extract(
      "<p>He wrote:</p><quote><p>Long ago.</p></quote><p>And <quote rend=\"block\">set off</quote> more.</p>"
    )
    #expect(
      text.blocks.map(\.kind) == [.paragraph, .quotation, .paragraph, .quotation, .paragraph])
    #expect(text.ledger.isBalanced)
  }

  @Test func `stanzas are blocks, and lines are lines`() {
    let text = extract(
      "<lg type=\"poem\"><head>Song</head><lg><l>One\n  <lb/>line</l><l>two</l></lg><lg><l>three</l></lg></lg>"
    )
    #expect(
      text.blocks.map(\.text) == ["One line\ntwo", "three"]
        || text.blocks.map(\.text) == ["Song", "One line\ntwo", "three"])
    #expect(text.blocks.last?.kind == .verse)
  }

  @Test func `dates of the e-text are not those of the work`() {
    let header = { (source: String) in
      "<fileDesc><titleStmt><title>T</title><author>Brandreth, Ada, 1840–1890</author><editor>E. Text</editor></titleStmt>"
        + "<publicationStmt><publisher>P</publisher><date>2009</date></publicationStmt><sourceDesc>\(source)</sourceDesc></fileDesc>"
    }
    let first = extract("<p>a</p>", header: header("<bibl><date>1880</date></bibl>")).metadata
    #expect(first.year?.value == 1880)
    #expect(first.year?.basis == .inferred)
    #expect(first.people.map(\.value.name) == ["Ada Brandreth"])
    let later = extract(
      "<p>a</p>",
      header: header(
        "<biblStruct><monogr><imprint><publisher>Q</publisher><date when=\"1925\"/></imprint></monogr></biblStruct>"
      )
    ).metadata
    #expect(later.year == nil)
    #expect(later.editionYear?.value == 1925)
    #expect(later.publisher?.value == "Q")
    let nested = extract(
      "<p>a</p>",
      header: header(
        "<bibl type=\"digitalSource\"><availability/><date>2012</date><bibl type=\"originalSource\"><publisher>R</publisher><date>1964</date></bibl></bibl>"
          + "<listEvent><event type=\"print\" when=\"1864\"/></listEvent>")
    ).metadata
    #expect(nested.year?.value == 1864)
    #expect(nested.editionYear?.value == 1964)
    #expect(nested.publisher?.value == "R")
    let none = extract("<p>a</p>", header: header("<p>born digital</p>")).metadata
    #expect(none.year == nil && none.editionYear == nil)
  }

  @Test func `words in elements of their own are spaced as they are printed`() {
    #expect(
      texts("<p><w>Who</w>\n<w>goes</w>\n<w>there</w>\n<pc>?</pc></p>") == ["Who goes there?"])
    #expect(texts("<p><w>Who</w>\n<c> </c>\n<w>goes</w>\n<pc>?</pc></p>") == ["Who goes?"])
  }

  @Test func `roots of other versions are recognised, and other XML is not`() {
    func format(_ xml: String) -> String? {
      Format.recognize(name: "x.xml", bytes: Array(xml.utf8))?.name
    }
    #expect(format("<!DOCTYPE TEI.2 SYSTEM \"x.dtd\"><TEI.2/>") == "tei")
    #expect(format("<tei:teiCorpus xmlns:tei=\"x\"/>") == "tei")
    #expect(format("<?xml version=\"1.0\"?><html xmlns=\"x\"/>") == "html")
    #expect(format("<rss/>") == nil)
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: "<div>", count: 100_000) + "word",
      String(repeating: "<p><note>", count: 20_000) + "word",
      String(repeating: "<choice><sic>", count: 5_000) + "word",
      String(repeating: "<q>a", count: 10_000),
      "<p>" + String(repeating: "<q/>", count: 20_000) + "word</p>",
      String(repeating: "<sp><speaker>A</speaker>", count: 100) + "<p>word", "<p>a-<lb/></p><lb/>b",
      "<p>" + String(repeating: "<choice><sic>a</sic><corr>b</corr></choice>", count: 5_000)
        + "</p>",
      String(repeating: "<pb/>", count: 50_000) + "<p>a</p>", "<app><rdg>a</rdg><lem>b</lem></app>",
      "<p>a<corr sic=\"\"/>b<sic corr=\"x\"/></p>",
      "<titlePage><titlePart>a<pb/></titlePart></titlePage>",
      "<sp><speaker>Alone</speaker></sp>", "<note>alone</note>", "text alone", "<l>alone</l><lg/>",
      "<p>a</p></body>",
    ])
  func `hostile documents are read and accounted for`(body: String) {
    #expect(extract(body).ledger.isBalanced)
  }

  @Test(.timeLimit(.minutes(10))) func `entities do not grow`() {
    var subset = "<!ENTITY a0 \"ha\">"
    for index in 1..<30 { subset += "<!ENTITY a\(index) \"&a\(index - 1);&a\(index - 1);\">" }
    let xml =
      "<!DOCTYPE TEI [\(subset)]><TEI><text><body><p who=\"&a29;\">&a29; word</p></body></text></TEI>"
    let text = TEIText.extract(xml, file: SourceFile(name: "x.xml", bytes: []))
    #expect(text.ledger.text < 4_000_000)
  }
}
