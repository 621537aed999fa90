// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct DecodingTests {
  @Test func `UTF-8, UTF-16 and UTF-32 are known by their marks`() {
    #expect(DecodedText([0xEF, 0xBB, 0xBF] + Array("grève".utf8)).text == "grève")
    #expect(DecodedText([0xFF, 0xFE, 0x67, 0, 0xE8, 0]).text == "gè")
    #expect(DecodedText([0xFE, 0xFF, 0, 0x67, 0, 0xE8]).text == "gè")
    let wide = "General strike in France, 1906".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(DecodedText(wide).text == "General strike in France, 1906")
  }

  @Test func `Latin-1 is read as browsers read it`() {
    let bytes = Array("gr".utf8) + [0xE8] + Array("ve ".utf8) + [0x93, 0x94]
    #expect(DecodedText(bytes, declared: "iso-8859-1").text == "grève “”")
    #expect(DecodedText(bytes, declared: "iso-8859-1").diagnostics.isEmpty)
  }

  @Test func `an encoding that is not stated is detected and said to be guessed`() {
    let sentence =
      "La gr_ve g_n_rale est d_clar_e; les ouvriers ont quitt_ l'usine, o_ rien ne bouge. "
    let bytes = Array(String(repeating: sentence, count: 20).utf8).map { $0 == 0x5F ? 0xE9 : $0 }
    let decoded = DecodedText(bytes)
    #expect(decoded.text.contains("générale"))
    #expect(decoded.diagnostics.map(\.code) == ["guessed-encoding"])
  }

  @Test func `bytes that are not valid are shown as such, with their place`() {
    let bytes =
      Array("grève générale, été, café, où, ça, né, thé, âge, île, ".utf8) + [0xFF]
      + Array("x".utf8)
    let decoded = DecodedText(bytes)
    #expect(decoded.text.hasSuffix("\u{FFFD}x"))
    #expect(decoded.diagnostics.map(\.code) == ["invalid-bytes"])
    #expect(decoded.diagnostics.first?.offset == bytes.count - 2)
  }

  @Test func `text is composed once`() {
    #expect(DecodedText(Array("gre\u{300}ve".utf8)).text.unicodeScalars.count == 5)
    #expect(DecodedText(Array("“plain” — text…".utf8)).text == "“plain” — text…")
  }

  @Test func `marks without end on one letter are divided, few are left together`() {
    func scalars(_ marks: Int) -> [Unicode.Scalar] {
      let text = "a" + String(repeating: "\u{316}\u{301}", count: marks / 2)
      return Array(DecodedText(Array(text.utf8)).text.unicodeScalars)
    }
    #expect(!scalars(30).contains("\u{34F}"))
    let many = scalars(600_000)
    #expect(many.split(separator: "\u{34F}").allSatisfy { $0.count <= 31 })
    #expect(many.count { $0 != "\u{34F}" } >= 599_990)
  }

  @Test(arguments: [
    ("a.html", "<p>x", Format.html), ("a.txt", "x", .text), ("README", "x", .text),
    ("page", "<!DOCTYPE html><p>x", .html), ("a.pdf", "%PDF-1.4", .pdf),
    ("a.txt", "%PDF-1.4", .pdf), ("a.pdf", "x", nil), ("a.epub", "x", nil),
    ("a.jpg", "x", nil), ("a.php", "<html>", .html),
  ])
  func `formats are known by name and first bytes`(
    _ name: String, _ head: String, _ format: Format?
  ) {
    #expect(Format.recognize(name: name, bytes: Array(head.utf8)) == format)
  }

  @Test func `an empty file is an error, a binary one no text`() {
    let empty = Format.text.extract(SourceFile(name: "a.txt", bytes: []))
    #expect(empty.diagnostics.map(\.code) == ["empty-file"])
    #expect(Format.recognize(name: "a.txt", bytes: (0...255).map { $0 }) == nil)
  }
}
