// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the names of paragraph styles say of their paragraphs.
///
/// Word's built-in styles have English names in the file whatever the language of the program, and
/// so have LibreOffice's (ISO/IEC 29500-1, 17.7.4.9; ODF 1.3, 19.516). Other programs and people who
/// make their own styles name them in their language.
enum StyleNames {
  /// What a style is for; `nil` if its name does not say.
  static func role(_ name: String) -> OfficeParagraph.Role? {
    let lower = name.lowercased().split { " _-".contains($0) }.joined(separator: " ")
    if let role = roles[lower] { return role }
    guard let last = lower.split(separator: " ").last, let level = Int(last),
      (1...9).contains(level)
    else { return nil }
    let words = lower.dropLast(last.count).trimmed
    if headings.contains(words) { return .heading(level: level) }
    return contents.contains(words) ? .contents : nil
  }

  private static let roles: [String: OfficeParagraph.Role] = [
    "title": .title, "titel": .title, "titre": .title, "título": .title, "titolo": .title,
    "subtitle": .subtitle, "untertitel": .subtitle, "sous titre": .subtitle,
    "subtítulo": .subtitle, "sottotitolo": .subtitle,
    "author": .author, "autor": .author, "auteur": .author, "autore": .author, "byline": .author,
    "date": .date, "datum": .date,
    "quote": .quotation, "intense quote": .quotation, "block text": .quotation,
    "block quotation": .quotation, "block quote": .quotation, "blockquote": .quotation,
    "quotations": .quotation, "quotation": .quotation, "extract": .quotation,
    "zitat": .quotation, "citation": .quotation, "cita": .quotation, "citazione": .quotation,
    "citat": .quotation, "citaat": .quotation,
    "verse": .verse, "poem": .verse, "poetry": .verse, "stanza": .verse, "gedicht": .verse,
    "vers": .verse, "poème": .verse, "poema": .verse, "verso": .verse, "poesia": .verse,
    "heading": .heading(level: 1), "chapter": .heading(level: 1),
    "chapter title": .heading(level: 1), "appendix": .heading(level: 1),
    "table of figures": .contents, "toc heading": .contents, "contents heading": .contents,
    "table of authorities": .contents,
  ]
  private static let headings: Set<String> = [
    "heading", "überschrift", "titre", "título", "titolo", "kop", "rubrik", "overskrift",
    "заголовок", "nagłówek", "nadpis", "titel", "otsikko", "başlık", "επικεφαλίδα", "titular",
    "encabezado", "cabeçalho", "标题", "見出し",
  ]
  private static let contents: Set<String> = [
    "toc", "contents", "verzeichnis", "table des matières", "tabla de contenido", "index heading",
  ]
}
