// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct RTFTextTests {
  private func extract(_ rtf: String, name: String = "x.rtf") -> ExtractedText {
    RTFText.extract(SourceFile(name: name, bytes: Array("{\\rtf1\\ansi \(rtf)}".utf8)))
  }

  private func texts(_ rtf: String) -> [String] { extract(rtf).blocks.map(\.text) }

  @Test func `bytes are decoded in the code page of their font`() {
    let fonts =
      "\\ansicpg1250{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset128 C;}}"
    #expect(texts("\(fonts)\\f0 caf\\'e9\\f1  \\'b9") == ["café ą"])
    // A double-byte character whose second byte is a letter, and one whose second is a brace.
    #expect(texts("\(fonts)\\f2 \\'83A\\'83\\'7b") == ["アボ"])
  }

  @Test func `the document's code page is meant where no font has its character set`() {
    #expect(
      texts("\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}}\\f0 \\'cc\\'e8\\'f0") == ["Мир"])
  }

  @Test func `what stands in for a Unicode character is not read`() {
    #expect(texts("\\uc2 \\u8212\\'97\\'97a") == ["—a"])
    #expect(texts("\\uc0 x\\u-10179 \\u-8704 y") == ["x😀y"])
    #expect(texts("\\uc1 \\u228ab") == ["äb"])
    #expect(texts("{\\upr{Lodz}{\\*\\ud{\\uc0 \\u321 \\u243 d\\u378 }}} lies") == ["Łódź lies"])
  }

  @Test func `accents that follow their letter are composed with it`() {
    #expect(texts("cafe\\uc0\\u769 ") == ["café"])
  }

  @Test func `notes have the numbers that readers see`() {
    let note = "{\\super\\chftn{\\footnote{\\super\\chftn} Words.}}"
    let text = extract(
      "\\ftnstart3 A\(note) b\(note) c{\\super\\chftn{\\footnote\\ftnalt\\pard End.}}\\par D.")
    #expect(text.blocks.map(\.text) == ["A b c", "Words.", "Words.", "End.", "D."])
    #expect(text.blocks[0].noteMarks.map(\.number) == ["3", "4", "1"])
    #expect(text.blocks[1...3].map { $0.number?.value } == ["3", "4", "1"])
    #expect(text.blocks[0].noteMarks.map(\.noteKey) == text.blocks[1...3].map(\.noteKey))
    let roman = extract("\\ftnnrlc A\(note) b\(note)")
    #expect(roman.blocks[0].noteMarks.map(\.number) == ["i", "ii"])
  }

  @Test func `a superscript is a mark only before a note`() {
    let text = extract("m{\\super 2} and m{\\super 3}{\\footnote{\\super 3}Cubic.}.")
    #expect(text.blocks.map(\.text) == ["m2 and m.", "Cubic."])
    #expect(text.blocks[0].noteMarks.map(\.offset) == [8])
    #expect(text.blocks[1].number?.value == "3")
    #expect(text.ledger.isBalanced)
  }

  @Test func `styles say what headings are`() {
    let styles =
      "{\\stylesheet{\\s1\\sbasedon2 One;}{\\s2\\sbasedon1\\outlinelevel1 Two;}{\\s7 \\'dcberschrift 3;}}"
    let text = extract(
      "\(styles)\\pard\\s1 A\\par\\pard\\s7 B\\par\\pard\\outlinelevel2 C\\par\\pard D\\par")
    #expect(
      text.blocks.map(\.kind) == [.heading(level: 1), .heading(level: 1), .paragraph])
    #expect(text.metadata.title?.value == "A")
  }

  @Test func `pages are those of page breaks that are near enough`() {
    let text = extract("One.\\par\\page Two.\\par Two and \\page three.\\par")
    #expect(text.pages.map(\.label.value) == ["1", "2", "3"])
    #expect(text.pages.allSatisfy { $0.label.basis == .inferred })
    #expect(text.blocks.map(\.page) == [0, 1, 1])
    #expect(text.blocks[2].pageBreaks == [PageBreak(offset: 8, page: 2)])
    let long = String(repeating: "word ", count: 2_000)
    #expect(extract("\(long)\\par\\page A.\\par\\page B.\\par").pages.isEmpty)
  }

  @Test func `the author in the properties is inferred, and accounts are none`() {
    let text = extract("{\\info{\\title doc1.rtf}{\\author Ada Brandreth}}Words.\\par")
    #expect(text.metadata.title == nil)
    #expect(text.metadata.people.map(\.value.name) == ["Ada Brandreth"])
    #expect(text.metadata.people.map(\.basis) == [.inferred])
    #expect(extract("{\\info{\\author Office User}}Words.").metadata.people.isEmpty)
  }

  @Test func `a centred title in bold stands above the headings, with the author's name`() {
    let text = extract(
      "{\\info{\\author Tom Typist}{\\author Tom Typist}}\\pard\\qc{\\b The Mill\\par}"
        + "\\pard\\qc Ada Brandreth\\par\\pard\\outlinelevel0 One\\par\\pard Words.\\par")
    #expect(text.metadata.title?.value == "The Mill")
    #expect(text.metadata.people.map(\.value.name) == ["Ada Brandreth"])
    #expect(text.metadata.people.map(\.basis) == [.stated])
    #expect(text.blocks.map(\.text) == ["One", "Words."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `fields show their results, and tables of contents are left out`() {
    let text = extract(
      "{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt One 3\\par{\\field{\\fldinst PAGEREF}{\\fldrslt 4}}}}"
        + "\\par{\\field{\\*\\fldinst REF a}{\\fldrslt chapter two}} follows.")
    #expect(text.blocks.map(\.text) == ["chapter two follows."])
    #expect(text.ledger.omissions.map(\.rule) == ["contents"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `text boxes are read once, after their paragraph`() {
    let text = extract(
      "A{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard In the box.\\par}}{\\shprslt In the box.}} b.\\par C."
    )
    #expect(text.blocks.map(\.text) == ["A b.", "In the box.", "C."])
  }

  @Test func `a document that breaks off is read up to there`() {
    let text = RTFText.extract(
      SourceFile(name: "x.rtf", bytes: Array("{\\rtf1 One.\\par Two{\\footnote{\\b and".utf8)))
    #expect(text.blocks.map(\.text) == ["One.", "Two", "and"])
    #expect(text.diagnostics.contains { $0.code == "cut-document" })
    #expect(text.ledger.isBalanced)
  }

  @Test func `a file that is only named as Rich Text is plain text`() {
    let text = RTFText.extract(SourceFile(name: "x.rtf", bytes: Array("Just words.\n".utf8)))
    #expect(text.blocks.map(\.text) == ["Just words."])
    #expect(text.diagnostics.map(\.code) == ["not-rich-text"])
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: "{", count: 300_000) + "word",
      String(repeating: "{\\footnote a", count: 20_000),
      String(repeating: "{\\field{\\fldinst x}{\\fldrslt ", count: 20_000) + "word",
      String(repeating: "}", count: 300_000) + "word",
      "\\bin99999999999999999999 word", "\\bin-5 word", "\\u99999999999 ?", "\\'", "\\'4",
      "\\uc999 \\u1",
      String(repeating: "\\page a", count: 20_000), String(repeating: "{\\super 1}", count: 20_000),
      "{\\fonttbl\(String(repeating: "{\\f1 a;}", count: 20_000))}word",
      "{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1 word",
      String(repeating: "{\\shp{\\shpinst{\\shptxt a", count: 10_000),
      "a{\\upr{b}{\\*\\ud{c", "\\*", "{\\*", "\\u-10179 ?word", "\\ansicpg0 \\'e9",
      "\\fs-0000000000000\\b",
    ])
  func `hostile documents are read and accounted for`(rtf: String) {
    #expect(extract(rtf).ledger.isBalanced)
  }

  @Test(.timeLimit(.minutes(10))) func `garbage is read and accounted for`() {
    var seed: UInt64 = 7
    for _ in 0..<50 {
      var bytes = Array("{\\rtf1\\ansi ".utf8)
      for _ in 0..<2_000 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: seed >> 33))
      }
      #expect(RTFText.extract(SourceFile(name: "x.rtf", bytes: bytes)).ledger.isBalanced)
    }
  }

  @Test func `a mark with more than a number is accounted for`() {
    let text = extract(
      "Bread{\\super xy{\\footnote{\\super\\chftn} Words.}} and coal.\\par")
    #expect(text.ledger.isBalanced)
    #expect(text.blocks.contains { $0.kind == .note && $0.text.hasSuffix("Words.") })
  }
}
