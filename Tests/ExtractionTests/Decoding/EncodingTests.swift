// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct EncodingTests {
  /// Bytes of a text in an encoding with one byte for each letter.
  private func bytes(_ text: String, _ encoding: String) -> [UInt8] {
    guard let table = ByteTable(named: encoding) else { return [] }
    return text.unicodeScalars.map { scalar in
      scalar.value < 0x80
        ? UInt8(scalar.value) : UInt8(table.scalars.firstIndex(of: scalar.value) ?? 0x3F)
    }
  }

  private static let samples = [
    "fr": "La grève générale fut déclarée à l’usine, où les ouvriers étaient réunis depuis l’été.",
    "de": "Die Räte wählten übermütig größere Ausschüsse, für die später niemand bürgen mußte.",
    "es": "La asamblea eligió a los compañeros que habían dicho que también mañana volverían aquí.",
    "pl":
      "Robotnicy z łódzkich zakładów zażądali podwyżki i ośmiogodzinnego dnia pracy, więc strajk trwał.",
    "cs":
      "Dělníci z pražských závodů žádali vyšší mzdy a kratší pracovní dobu, což ředitelé odmítli.",
    "ru": "Рабочие собрались утром у ворот завода и долго говорили о хлебе, о мире и о свободе.",
    "el": "Οι εργάτες συγκεντρώθηκαν το πρωί μπροστά στο εργοστάσιο και μιλούσαν για το ψωμί.",
    "he": "הפועלים התאספו בבוקר לפני שער בית החרושת ודיברו על הלחם ועל החירות של כולם",
    "tr":
      "İşçiler sabah fabrikanın önünde toplandı ve ekmek ile özgürlük için uzun süre konuştular.",
    "sv": "Arbetarna samlades på morgonen vid fabriken där några av dem höll långa tal för frihet.",
  ]

  @Test(arguments: [
    ("fr", "WINDOWS-1252"), ("fr", "MACINTOSH"), ("de", "CP850"), ("de", "ISO-8859-15"),
    ("es", "CP437"), ("es", "MACINTOSH"), ("pl", "WINDOWS-1250"), ("pl", "ISO-8859-2"),
    ("cs", "CP852"), ("cs", "WINDOWS-1250"), ("ru", "KOI8-R"), ("ru", "CP866"),
    ("ru", "ISO-8859-5"), ("ru", "MAC-CYRILLIC"), ("ru", "WINDOWS-1251"), ("el", "WINDOWS-1253"),
    ("el", "ISO-8859-7"), ("he", "WINDOWS-1255"), ("he", "CP862"), ("tr", "WINDOWS-1254"),
    ("sv", "CP850"), ("sv", "MACINTOSH"),
  ])
  func `a sentence is read in the encoding that gives its language's letters`(
    _ language: String, _ encoding: String
  ) {
    var text = Self.samples[language] ?? ""
    if encoding.hasPrefix("ISO") || encoding.hasPrefix("CP") {
      text = text.replacing("’", with: "'")
    }
    let decoded = DecodedText(bytes(text, encoding))
    #expect(decoded.text == text)
    #expect(decoded.diagnostics.map(\.code) == ["guessed-encoding"])
  }

  @Test func `the last letter is not kept back for a mark`() {
    let decoded = Converter.convert([0xF9, 0xEC, 0xE5, 0xED][...], from: "WINDOWS-1255")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "שלום")
    let damaged = Converter.convert([0xF9, 0xFF, 0xED][...], from: "WINDOWS-1255")
    #expect(String(decoding: damaged.utf8, as: UTF8.self) == "ש\u{FFFD}ם")
    #expect(damaged.invalidCount == 1)
  }

  @Test(arguments: ["ru", "el", "he", "fr", "pl"])
  func `UTF-16 without a mark is known by its bytes, in either order`(_ language: String) {
    let text = Self.samples[language] ?? ""
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(WideEncoding.of(little) == "UTF-16LE")
    #expect(WideEncoding.of(big) == "UTF-16BE")
    #expect(WideEncoding.of(Array(text.utf8)) == nil)
  }

  /// UTF-8 that was read as Windows-1252.
  private func doubled(_ text: String) -> String {
    let codes = Array(text.utf8)
    let wide = Converter.convert(codes[...], from: "WINDOWS-1252")
    return String(decoding: wide.utf8, as: UTF8.self)
  }

  @Test func `UTF-8 that was encoded twice is restored`() {
    let decoded = DecodedText(Array(doubled("La grève générale fut déclarée").utf8))
    #expect(decoded.text == "La grève générale fut déclarée")
    #expect(decoded.diagnostics.map(\.code) == ["double-encoding"])
  }

  @Test(arguments: [
    "Il écrit « Ã© » pour « é » dans sa page.", "São Paulo, João e Ângela", "ÃO, ÇÃO, NÃO",
    "La Â» est rare, été", "Ã© seul",
  ])
  func `a text that speaks of such letters, or has them properly, is left as it is`(_ text: String)
  {
    #expect(DecodedText(Array(text.utf8)).text == text)
  }
}
