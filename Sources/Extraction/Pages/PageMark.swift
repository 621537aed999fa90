// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Parses page marks that transcriptions of books contain in running text.
enum PageMark {
  /// Maximum length of a mark in bytes, as in `[Página 1234]`.
  static let longest = 20

  /// The label, if the text is a page mark: `[Pg 12]`, `- 12 -`, `{xii}`, `Page 12`, `p. 12`, `12`.
  static func label(of text: some StringProtocol) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, words.count <= 2, isLabel(last) else { return nil }
    if words.count == 1 { return String(last) }
    return names.contains(words[0].lowercased()) ? String(last) : nil
  }

  /// The label, if the text can only be a page mark; a bare number could be a note mark.
  ///
  /// Such a mark names the page or is enclosed in dashes.
  static func certainLabel(of text: some StringProtocol) -> String? {
    guard let label = label(of: text) else { return nil }
    let bare = text.drop { "[{( ".contains($0) }
    if bare.first?.isLetter == true, bare.contains(where: \.isNumber) || bare.contains(" ") {
      return label
    }
    guard let first = bare.first, "-–—".contains(first) else { return nil }
    return text.last(where: { !"]}) ".contains($0) }).map { "-–—".contains($0) } == true
      ? label : nil
  }

  /// Whether a text is an Arabic number of up to five digits, or a Roman numeral.
  static func isLabel(_ text: some StringProtocol) -> Bool {
    guard (1...10).contains(text.utf8.count) else { return false }
    if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return text.utf8.count <= 5 }
    return text.lowercased().allSatisfy { "ivxlc".contains($0) }
  }

  private static let names: Set<String> = [
    "pg", "page", "p", "pag", "pág", "página", "pagina", "s", "seite", "стр",
  ]
}
