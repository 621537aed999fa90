// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct FB2TextTests {
  private func extract(_ body: String, description: String = "", rest: String = "") -> ExtractedText
  {
    FB2Text.extract(
      """
      <FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description>\(description)</description>
      <body>\(body)</body>\(rest)</FictionBook>
      """, file: SourceFile(name: "x.fb2", bytes: []))
  }

  @Test func `the edition and the file are not the work`() {
    let metadata = extract(
      "<section><p>a</p></section>",
      description: """
        <title-info><author><nickname>Weirwoman</nickname></author><book-title>The Mill</book-title>
        <lang>en</lang><src-lang>sv</src-lang></title-info>
        <document-info><author><first-name>S</first-name><last-name>Can</last-name></author>
        <date value="2012-01-01"/></document-info>
        <publish-info><publisher>Q</publisher><city>Weirton</city><year>1961</year></publish-info>
        """
    ).metadata
    #expect(metadata.title?.value == "The Mill")
    #expect(metadata.people.map(\.value.name) == ["Weirwoman"])
    #expect(metadata.year == nil)
    #expect(metadata.editionYear?.value == 1961)
    #expect(metadata.place?.value == "Weirton")
    #expect(metadata.language?.value == "en")
  }

  @Test func `an original is as old as the work`() {
    let metadata = extract(
      "<section><p>a</p></section>",
      description: """
        <title-info><date value="1961-01-01"/></title-info>
        <src-title-info><date>1893</date></src-title-info>
        """
    ).metadata
    #expect(metadata.year?.value == 1893)
  }

  @Test func `notes are tied by their links`() {
    let text = extract(
      "<section><p>One<a type=\"note\" l:href=\"#a\">[1]</a> two<a l:href=\"#b\"><sup>*</sup></a>.</p></section>",
      rest: """
        <body name="notes"><section id="a"><title><p>1</p></title><p>First.</p><p>More.</p></section>
        <section id="b"><p>* Second.</p></section></body>
        """)
    #expect(text.blocks.map(\.text) == ["One two.", "First. More.", "Second."])
    #expect(text.blocks[0].noteMarks.map(\.number) == ["1", "*"])
    #expect(text.blocks[0].noteMarks.map(\.noteKey) == text.blocks[1...].map(\.noteKey))
    #expect(text.ledger.isBalanced)
  }

  @Test func `titles are headings by their depth`() {
    let text = extract(
      """
      <title><p>Ada Brandreth</p><p>The Mill</p></title><section><title><p>One</p><p>Wheel</p></title>
      <section><title><p>Inner</p></title><subtitle>Part</subtitle><p>a</p></section></section>
      """,
      description: """
        <title-info><author><first-name>Ada</first-name><last-name>Brandreth</last-name></author>
        <book-title>The Mill</book-title></title-info>
        """)
    #expect(text.blocks.map(\.text) == ["One Wheel", "Inner", "Part", "a"])
    #expect(
      text.blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .heading(level: 3), .paragraph,
      ])
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: "<section>", count: 100_000) + "<p>word", "<p>cut", "",
      "<section><p>a<binary>AAAA</p></section>", String(repeating: "<binary>", count: 20_000),
      String(repeating: "<binary/>", count: 20_000) + "<p>a</p>",
      String(repeating: "<p><a l:href=\"#n\">1</a></p>", count: 10_000),
      "<title/><subtitle/><v/><tr/>",
      "<title><p>a<title><p>b</p></title></p></title>", "text<section>alone</section>",
    ])
  func `hostile books are read and accounted for`(body: String) {
    let notes =
      "<body name=\"notes\"><section id=\"n\"><section id=\"m\"><p>x</p></section></section></body>"
    #expect(extract(body, rest: notes).ledger.isBalanced)
  }
}
