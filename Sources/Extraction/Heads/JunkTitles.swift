// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Titles that programs write for want of one: names of files, `untitled`, `New Page 1`.
enum JunkTitles {
  /// Whether a title names a file or says that there is none.
  static func isJunk(_ title: String) -> Bool {
    let lower = title.lowercased().trimmed
    guard lower.contains(where: \.isLetter), lower.utf8.count < 300 else { return true }
    let isFileName = suffixes.contains { lower.hasSuffix($0) || lower.contains($0 + " ") }
    if isFileName || lower.contains("\\") || lower.hasPrefix("microsoft ") { return true }
    let bare = lower.filter { $0.isLetter || $0 == " " }.trimmed
    return placeholders.contains(bare) || bare.hasPrefix("untitled")
      || bare.hasPrefix("layout ") && lower.contains(where: \.isNumber)
  }

  private static let suffixes = [
    ".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".odt", ".rtf", ".pmd", ".html", ".htm",
    ".wpd", ".txt", ".xhtml", ".php", ".asp", ".aspx", ".epub", ".md", ".dvi", ".ps", ".pages",
  ]
  private static let placeholders: Set<String> = [
    "untitled", "untitled document", "no title", "title", "index", "home", "home page", "homepage",
    "default", "document", "new page", "new document", "page", "unbenannt", "unbenanntes dokument",
    "ohne titel", "sans titre", "document sans titre", "documento sin título", "sin título",
    "senza titolo", "documento senza titolo", "zonder titel", "naamloos", "sem título",
    "без названия", "dokument", "documento", "unknown", "unknown title", "main", "welcome",
    "insert title here", "your title here", "microsoft word",
  ]
}
