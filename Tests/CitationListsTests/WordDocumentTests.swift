// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CZip
import Citation
import Corpus
import Testing

@testable import CitationLists

struct WordDocumentTests {
  /// The parts of a document, read with libzip.
  private func unpacked(_ bytes: [UInt8]) throws -> [String: String] {
    try bytes.withUnsafeBytes { data in
      let source = try #require(
        zip_source_buffer_create(data.baseAddress, UInt64(data.count), 0, nil))
      let archive = try #require(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil))
      defer { zip_discard(archive) }
      var parts: [String: String] = [:]
      for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
        var status = zip_stat_t()
        try #require(zip_stat_index(archive, index, 0, &status) == 0)
        let file = try #require(zip_fopen_index(archive, index, 0))
        defer { zip_fclose(file) }
        let text = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
          count = max(0, Int(zip_fread(file, buffer.baseAddress, status.size)))
        }
        parts[String(cString: status.name)] = String(decoding: text, as: UTF8.self)
      }
      return parts
    }
  }

  private func parts(_ items: [KeptItem]) throws -> [String: String] {
    try unpacked(WordDocument(KeptSamples.list(items), style: .chicago).bytes)
  }

  @Test func `all parts that a reader needs are there and declared`() throws {
    let parts = try parts([KeptSamples.item("Words.")])
    #expect(
      Set(parts.keys) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/footnotes.xml", "word/settings.xml", "word/styles.xml",
        "word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels",
      ])
    for name in ["document", "footnotes", "settings", "styles"] {
      #expect(parts["[Content_Types].xml"]?.contains("/word/\(name).xml") == true)
    }
    #expect(parts["docProps/core.xml"]?.contains(">2026-11-05T00:00:00Z<") == true)
  }

  @Test func `each item is a quotation with a footnote, whose titles are in italics`() throws {
    let parts = try parts([
      KeptSamples.item("First."), KeptSamples.item("Second.", in: KeptSamples.article),
    ])
    let body = try #require(parts["word/document.xml"])
    let notes = try #require(parts["word/footnotes.xml"])
    #expect(body.ranges(of: #"<w:pStyle w:val="Quote"/>"#).count == 2)
    for id in ["1", "2"] {
      #expect(body.contains("<w:footnoteReference w:id=\"\(id)\"/>"))
      #expect(notes.contains("<w:footnote w:id=\"\(id)\">"))
    }
    #expect(
      notes.contains(
        #"<w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">Bread &amp; Roses</w:t>"#))
    #expect(notes.contains(#"<w:hyperlink r:id="rId1">"#))
    #expect(
      parts["word/_rels/footnotes.xml.rels"]?.contains(
        #"Target="https://example.org/b?a=1&amp;lt;=2#:~:text=Second." TargetMode="External""#)
        == true)
  }

  @Test func `words have their language and direction`() throws {
    let french = KeptSamples.work("f", "F", language: "fr")
    let arabic = KeptSamples.work("a", "A", language: "ar")
    let odd = KeptSamples.work("o", "O", language: "\"/><x")
    let body = try #require(
      try parts([french, arabic, odd].map { KeptSamples.item("Un\nDeux", in: $0) })[
        "word/document.xml"])
    #expect(
      body.contains(
        #"<w:rPr><w:lang w:val="fr"/></w:rPr><w:t xml:space="preserve">Un</w:t></w:r>"#
          + "<w:r><w:br/></w:r>"))
    #expect(body.contains(#"<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="ar"/></w:rPr>"#))
    #expect(!body.contains("<x"))
  }

  @Test func `what XML does not allow is left out`() {
    #expect(
      WordXML.escaped("a\u{0}\u{1B}<b>\u{FFFE}\u{FFFF}&\"\n\u{85}😀") == "a&lt;b&gt;&amp;&quot; 😀")
  }

  @Test func `the same list gives the same bytes`() throws {
    let list = try KeptSamples.list([KeptSamples.item("Words.")])
    #expect(WordDocument(list, style: .mla).bytes == WordDocument(list, style: .mla).bytes)
    #expect(try parts([]).count == 9)
  }
}
