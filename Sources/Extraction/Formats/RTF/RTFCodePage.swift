// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The code pages of fonts and documents (RTF 1.9.1, “Font Table” and “Unicode RTF”).
enum RTFCodePage {
  /// The code page of a character set; `nil` if it is that of the document or has no letters.
  static func page(ofCharacterSet set: Int) -> Int? { pages[set] }

  /// The character set of fonts with signs in place of letters.
  static let symbolSet = 2

  private static let pages: [Int: Int] = [
    0: 1252, 77: 10_000, 78: 10_001, 79: 10_003, 80: 10_008, 81: 10_002, 83: 10_005, 84: 10_004,
    85: 10_006, 86: 10_081, 88: 10_029, 89: 10_007, 128: 932, 129: 949, 130: 1361, 134: 936,
    136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251,
    222: 874, 238: 1250, 254: 437, 255: 850,
  ]

  /// The name of a code page for iconv; `nil` if iconv does not know it.
  static func encoding(of page: Int) -> String? {
    if let name = names[page] { return name }
    return ["WINDOWS-\(page)", "CP\(page)"].first(where: Converter.isKnown)
  }

  private static let names: [Int: String] = [
    1252: "WINDOWS-1252", 10_000: "MACINTOSH", 10_001: "SHIFT_JIS", 10_002: "BIG5",
    10_003: "EUC-KR", 10_007: "MAC-CYRILLIC", 10_008: "GB18030", 10_029: "MAC-CENTRALEUROPE",
    936: "GB18030", 1361: "JOHAB", 65_001: "UTF-8",
  ]

  /// The characters of Adobe's Symbol font from 0x20 and from 0xA0; a space where there is none.
  static func symbol(_ byte: UInt8) -> Unicode.Scalar? {
    let place = byte >= 0xA0 ? Int(byte) - 0xA0 + 96 : byte >= 0x20 ? Int(byte) - 0x20 : -1
    guard symbols.indices.contains(place), symbols[place] != " " || byte == 0x20 else { return nil }
    return symbols[place]
  }

  private static let symbols = Array(
    (" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
      + " ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑").unicodeScalars)
}

/// Decodes runs of bytes, each in the code page of its font.
struct RTFDecoder {
  /// Tables of the code pages used so far; `nil` for those with several bytes for a letter.
  private var tables: [Int: ByteTable?] = [:]
  /// Number of bytes that mean nothing in their code page.
  private(set) var invalidCount = 0

  /// Decodes bytes; what is invalid becomes U+FFFD.
  ///
  /// - Parameter isRaw: Whether bytes beyond ASCII are in the file as they are, which some programs
  ///   write as UTF-8 whatever the document declares.
  mutating func text(_ bytes: [UInt8], page: Int, isRaw: Bool) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    if isRaw, let text = String(validating: bytes, as: UTF8.self) { return text }
    let table = table(of: page)
    guard let table else {
      let converted = Converter.convert(
        bytes[...], from: RTFCodePage.encoding(of: page) ?? "WINDOWS-1252")
      invalidCount += converted.invalidCount
      return String(decoding: converted.utf8, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let scalar = Unicode.Scalar(table.scalars[Int(byte)])
      if scalar == nil { invalidCount += 1 }
      text.append(scalar ?? "\u{FFFD}")
    }
    return String(text)
  }

  private mutating func table(of page: Int) -> ByteTable? {
    if let known = tables[page] { return known }
    let isWide = Self.widePages.contains(page)
    let table = isWide ? nil : RTFCodePage.encoding(of: page).flatMap { ByteTable(named: $0) }
    tables[page] = .some(table)
    return table
  }

  private static let widePages: Set<Int> = [
    932, 936, 949, 950, 1361, 10_001, 10_002, 10_003, 10_008, 65_001, 54_936,
  ]
}
