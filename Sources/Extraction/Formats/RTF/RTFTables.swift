// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The fonts of a document: which code page their characters are in (RTF 1.9.1, “Font Table”).
struct RTFFonts {
  struct Font {
    var characterSet: Int?
    /// Code page stated for the font itself.
    var page: Int?
    var name = ""

    /// Whether it has signs in place of letters.
    var isOfSymbols: Bool {
      characterSet == RTFCodePage.symbolSet || ["symbol", "wingdings"].contains(plainName)
    }
    /// Whether its signs are those of Adobe's Symbol font.
    var isSymbol: Bool { plainName == "symbol" }
    private var plainName: String { name.trimmed.lowercased() }
  }

  private var fonts: [Int: Font] = [:]
  /// The font that is being described.
  private var current: Int?
  /// Most fonts that are kept.
  private static let most = 10_000

  mutating func begin(_ number: Int) {
    current = number
    if fonts.count < Self.most { fonts[number] = fonts[number] ?? Font() }
  }

  mutating func state(characterSet: Int) {
    if let current { fonts[current]?.characterSet = characterSet }
  }

  mutating func state(page: Int) {
    if let current { fonts[current]?.page = page }
  }

  mutating func add(name: String) {
    guard let current, (fonts[current]?.name.utf8.count ?? 0) < 64 else { return }
    fonts[current]?.name += name.prefix { $0 != ";" }
  }

  subscript(number: Int) -> Font? { fonts[number] }

  /// The code page of text in a font, in a document whose own code page is given.
  ///
  /// Converters give all fonts the Western character set and mean the document's code page; where
  /// no font has the character set of that page, it is meant.
  func page(of number: Int, documentPage: Int) -> Int {
    guard let font = fonts[number] else { return documentPage }
    if let page = font.page, page != 0 { return page }
    guard let set = font.characterSet, let page = RTFCodePage.page(ofCharacterSet: set) else {
      return documentPage
    }
    let isMeant =
      page != 1252 || documentPage == 1252
      || fonts.values.contains { font in
        font.characterSet.flatMap { RTFCodePage.page(ofCharacterSet: $0) } == documentPage
      }
    return isMeant ? page : documentPage
  }
}

/// The paragraph styles of a document that say what their paragraphs are.
struct RTFStyles {
  /// What paragraphs of a style are.
  enum Role: Hashable {
    /// The title of the document.
    case title
    case heading(Int)
    case quotation
    case verse
    case contents
  }

  private struct Style {
    var name = ""
    var outline: Int?
    var base: Int?
  }

  private var styles: [Int: Style] = [:]
  private var current = 0
  private static let most = 10_000
  private static let deepestInheritance = 16

  mutating func begin(_ number: Int) {
    current = number
    if styles.count < Self.most { styles[number] = Style() }
  }

  /// Ends the description of a style; the next one without a number is that of plain paragraphs.
  mutating func end() { current = 0 }

  mutating func state(outline: Int) { styles[current]?.outline = outline }

  mutating func state(base: Int) { styles[current]?.base = base }

  mutating func add(name: String) {
    guard (styles[current]?.name.utf8.count ?? 128) < 128 else { return }
    styles[current]?.name += name.prefix { $0 != ";" }
  }

  /// The role of a style, which it can have from the one that it is based on.
  func role(of number: Int) -> Role? {
    var next: Int? = number
    for _ in 0..<Self.deepestInheritance {
      guard let number = next, let style = styles[number] else { return nil }
      if let role = Self.role(named: style.name) { return role }
      if let outline = style.outline, (0..<9).contains(outline) { return .heading(outline + 1) }
      next = style.base
    }
    return nil
  }

  private static func role(named name: String) -> Role? {
    let lower = name.trimmed.lowercased()
    if let role = roles[lower] { return role }
    if lower.hasPrefix("toc ") { return .contents }
    let words = lower.split(separator: " ")
    guard words.count == 2, headings.contains(String(words[0])), let level = Int(words[1]),
      (1...9).contains(level)
    else { return nil }
    return .heading(level)
  }

  /// The names of heading styles; built-in styles have English names in every edition of Word,
  /// while other programs translate them.
  private static let headings: Set<String> = [
    "heading", "überschrift", "titre", "título", "titolo", "kop", "заголовок", "nagłówek",
    "rubrik", "overskrift", "otsikko", "nadpis",
  ]
  private static let roles: [String: Role] = [
    "title": .title, "titel": .title, "quote": .quotation, "intense quote": .quotation,
    "block text": .quotation, "block quote": .quotation, "blockquote": .quotation,
    "quotations": .quotation, "quotation": .quotation, "verse": .verse, "poem": .verse,
    "poetry": .verse,
  ]
}
