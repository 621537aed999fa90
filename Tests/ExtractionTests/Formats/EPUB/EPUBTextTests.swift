// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct EPUBTextTests {
  private let container = (
    name: "META-INF/container.xml",
    text:
      #"<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/p.opf"/></rootfiles></container>"#
  )

  private func package(_ metadata: String, spine: [String]) -> (name: String, text: String) {
    let items = spine.map {
      #"<item id="\#($0)" href="text/\#($0).xhtml" media-type="application/xhtml+xml"/>"#
    }
    let references = spine.map { #"<itemref idref="\#($0)"/>"# }
    return (
      "book/p.opf",
      #"<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>\#(metadata)</metadata>"#
        + "<manifest>\(items.joined())</manifest><spine>\(references.joined())</spine></package>"
    )
  }

  private func page(_ name: String, _ body: String) -> (name: String, text: String) {
    ("book/text/\(name).xhtml", "<html><head><title>x</title></head>\(body)</html>")
  }

  private func extract(_ bytes: [UInt8]) -> ExtractedText {
    Format.epub.extract(SourceFile(name: "x.epub", bytes: bytes))
  }

  @Test func `the package says what the work is, the spine in what order it is read`() throws {
    let text = extract(
      try ZipFixture.archive([
        container,
        package(
          """
          <dc:title id="t">On Bread</dc:title><dc:creator id="c">Ann van der Bee</dc:creator>
          <meta refines="#c" property="file-as">van der Bee, Ann</meta><dc:language>EN</dc:language>
          <dc:contributor id="r">Carl Dee</dc:contributor><meta refines="#r" property="role">trl</meta>
          <dc:contributor id="d">Dee Signer</dc:contributor><meta refines="#d" property="role">bkd</meta>
          <dc:date>2019-01-01</dc:date>
          """, spine: ["two", "one", "notes", "end"]),
        page(
          "one",
          "<body><h2>Second</h2><p>More.<a href=\"notes.xhtml#n2\" id=\"r2\">2</a></p></body>"),
        page(
          "two",
          "<body><h2>First</h2><p>Bread.<a href='notes.xhtml#n1' epub:type=\"noteref\">1</a></p></body>"
        ),
        page(
          "notes",
          "<body epub:type=\"backmatter\"><ol><li id=\"n1\"><p>A note. <a href=\"two.xhtml#x\">↩</a></p></li><li id=\"n2\"><p>Another.</p></li></ol></body>"
        ),
        page("end", "<body epub:type=\"colophon\"><p>Set in type.</p></body>"),
      ]))
    #expect(text.metadata.title?.value == "On Bread")
    #expect(
      text.metadata.people.map { "\($0.value.role) \($0.value.sortName)" } == [
        "author van der Bee, Ann", "translator Dee, Carl",
      ])
    #expect(text.metadata.language?.value == "en")
    #expect(text.metadata.editionYear?.value == 2019)
    #expect(
      text.blocks.map(\.text) == ["First", "Bread.", "Second", "More.", "A note.", "Another."])
    #expect(text.blocks.flatMap(\.noteMarks).map(\.number) == ["1", "2"])
    #expect(text.ledger.omissions.map(\.rule) == ["front-matter"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a book that lacks a document is read without it, and says so`() throws {
    let text = extract(
      try ZipFixture.archive([
        container, package("<dc:title>T</dc:title>", spine: ["one", "none"]),
        page("one", "<body><p>Here.</p></body>"),
      ]))
    #expect(text.blocks.map(\.text) == ["Here."])
    #expect(text.diagnostics.map(\.code) == ["missing-document"])
  }

  @Test(arguments: [[], [0x50, 0x4B], [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0, 0]] as [[UInt8]])
  func `what is no book is an error, never a crash`(_ bytes: [UInt8]) {
    #expect(extract(bytes).diagnostics.contains { $0.severity == .error })
  }

  @Test func `addresses stay in the archive, and entities do not grow`() throws {
    #expect(ArchiveNames().resolve("../../../etc/passwd", in: "book/text/").name == "etc/passwd")
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>"
    let element = XMLElement(parsing: Array(bomb.utf8))
    #expect((element?.text.utf8.count ?? 0) < 10_000)
  }

  @Test func `the table of contents gives headings, and its list pages, where the text has none`()
    throws
  {
    let prose = String(
      repeating: "Bread is made by many hands and eaten by few of them. ", count: 8)
    let package = (
      name: "book/p.opf",
      text: #"<package><metadata><title>On Bread</title></metadata><manifest>"#
        + #"<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>"#
        + #"<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>"#
        + #"<item id="c" href="text/cover.xhtml" media-type="application/xhtml+xml"/>"#
        + #"<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>"#
        + #"<spine toc="n"><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#
    )
    func point(_ label: String, _ address: String, _ inner: String = "") -> String {
      "<navPoint><navLabel><text>\(label)</text></navLabel><content src=\"\(address)\"/>\(inner)</navPoint>"
    }
    let ncx = (
      name: "book/toc.ncx",
      text: "<ncx><navMap>" + point("Cover", "text/cover.xhtml")
        + point("Part One", "text/a.xhtml", point("The Mill", "text/a.xhtml#m"))
        + point("Part Two", "text/b.xhtml") + "</navMap><pageList>"
        + "<pageTarget><navLabel><text>7</text></navLabel><content src=\"text/a.xhtml#p7\"/></pageTarget>"
        + "<pageTarget><navLabel><text>8</text></navLabel><content src=\"text/b.xhtml\"/></pageTarget>"
        + "</pageList></ncx>"
    )
    let bytes = try ZipFixture.archive([
      container, package, ncx, page("cover", "<body class=\"cover\"><p>On Bread</p></body>"),
      page(
        "a",
        "<body><p>\(prose)</p><p class=\"h\" id=\"m\">The Mill</p><p id=\"p7\">\(prose)</p></body>"),
      page("b", "<body><p>\(prose)</p></body>"),
    ])
    let text = EPUBText.extract(SourceFile(name: "x.epub", bytes: bytes))
    let headings = text.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.map(\.text) == ["Part One", "The Mill", "Part Two"])
    #expect(headings.map(\.kind) == [.heading(level: 1), .heading(level: 2), .heading(level: 1)])
    #expect(text.pages.map(\.label.value) == ["7", "8"])
    #expect(text.blocks.filter { $0.kind == .paragraph }.map(\.page).suffix(3) == [nil, 0, 1])
    #expect(text.ledger.isBalanced)
  }

  @Test func `the dates of an EPUB 2 say of which event they are, a stop goes with its number`()
    throws
  {
    let bytes = try ZipFixture.archive([
      container,
      package(
        #"<dc:title>On Bread</dc:title><dc:date opf:event="original-publication" xmlns:opf="o">1902</dc:date>"#
          + #"<dc:date opf:event="publication" xmlns:opf="o">2019-01-01</dc:date>"#, spine: ["a"]),
      page(
        "a",
        ##"<body><p>Bread.<a id="r" href="#n"><sup>1</sup></a></p>"##
          + ##"<p><a id="n" href="#r">1</a>. By two.</p></body>"##),
    ])
    let text = EPUBText.extract(SourceFile(name: "x.epub", bytes: bytes))
    #expect(text.metadata.year?.value == 1902)
    #expect(text.metadata.editionYear?.value == 2019)
    #expect(text.blocks.map(\.text) == ["Bread.", "By two."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `an element closed at once is empty, and begins its page`() throws {
    let text = extract(
      try ZipFixture.archive([
        container, package("<dc:title>T</dc:title>", spine: ["a"]),
        page(
          "a",
          "<body><p>Bread is <span epub:type=\"pagebreak\" title=\"7\"/>made by many.</p><a id=\"x\"/><p>Coal.</p></body>"
        ),
      ]))
    #expect(text.blocks.map(\.text) == ["Bread is made by many.", "Coal."])
    #expect(text.pages.map(\.label.value) == ["7"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `encrypted documents are not read, and said; obfuscated fonts do not count`() throws {
    func list(_ address: String) -> (name: String, text: String) {
      (
        "META-INF/encryption.xml",
        "<encryption xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\"><enc:EncryptedData><enc:CipherData>"
          + "<enc:CipherReference URI=\"\(address)\"/></enc:CipherData></enc:EncryptedData></encryption>"
      )
    }
    let book = [
      container, package("<dc:title>T</dc:title>", spine: ["a", "b"]),
      page("a", "<body><p>qqqq</p></body>"), page("b", "<body><p>Bread.</p></body>"),
    ]
    let partly = extract(try ZipFixture.archive(book + [list("book/text/a.xhtml")]))
    #expect(partly.blocks.map(\.text) == ["Bread."])
    #expect(partly.diagnostics.map(\.code) == ["encrypted-document"])
    let fonts = extract(try ZipFixture.archive(book + [list("book/fonts/a.otf")]))
    #expect(fonts.blocks.map(\.text) == ["qqqq", "Bread."])
    #expect(fonts.diagnostics.isEmpty)
  }

  @Test func `a link to a whole document leads to the note in it`() throws {
    let text = extract(
      try ZipFixture.archive([
        container, package("<dc:title>T</dc:title>", spine: ["a", "n"]),
        page("a", "<body><p>Bread.<a epub:type=\"noteref\" href=\"n.xhtml\">1</a></p></body>"),
        page("n", "<body><p>1. By Ann.</p></body>"),
      ]))
    #expect(text.blocks.map(\.text) == ["Bread.", "By Ann."])
    #expect(text.blocks.last?.kind == .note)
    #expect(text.ledger.isBalanced)
  }

  @Test func `a document that only a link leads to is read, another is named`() throws {
    var package = package("", spine: ["a"])
    package.text = package.text.replacing(
      "</manifest>",
      with: #"""
        <item id="n" href="text/n.xhtml" media-type="application/xhtml+xml"/>\#
        <item id="o" href="text/o.xhtml" media-type="application/xhtml+xml"/></manifest>
        """#)
    let text = extract(
      try ZipFixture.archive([
        container, package,
        page("a", #"<body><p>Bread.<a href="n.xhtml#n1">1</a></p></body>"#),
        page("n", #"<body><p id="n1">1. By Ann.</p></body>"#),
        page("o", "<body><p>Old.</p></body>"),
      ]))
    #expect(text.blocks.map(\.text) == ["Bread.", "By Ann."])
    #expect(text.blocks[0].noteMarks.first?.noteKey == text.blocks[1].noteKey)
    #expect(text.diagnostics.map(\.code) == ["document-outside-spine"])
  }

  @Test func `a page that is an image has the text of its fallback`() throws {
    var package = package("", spine: ["a"])
    package.text = package.text.replacing(
      #"<item id="a""#,
      with: #"<item id="i" href="i.png" media-type="image/png" fallback="a"/><item id="a""#
    ).replacing(#"idref="a""#, with: #"idref="i""#)
    let text = extract(
      try ZipFixture.archive([container, package, page("a", "<body><p>Bread.</p></body>")]))
    #expect(text.blocks.map(\.text) == ["Bread."])
  }
}
