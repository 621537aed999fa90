// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Recognises site navigation among blocks that consist of links.
enum Navigation {
  private static let words: Set<Substring> = [
    "previous", "prev", "next", "up", "home", "back", "top", "contents", "index", "table", "of",
    "forward", "main", "page", "chapter", "section", "return", "to", "the", "toc", "first", "last",
  ]

  /// Maximum number of words in an entry; longer link text is a paragraph.
  private static let entryWords = 25

  /// Whether a block of links lists titles, as a table of contents does.
  static func isContents(_ text: String, links: Int) -> Bool {
    text.split(whereSeparator: \.isWhitespace).count <= entryWords * max(1, links)
  }

  /// Whether a block of links only says where they lead.
  static func isNavigation(_ text: String) -> Bool {
    guard text.utf8.count <= 1_000 else { return false }
    // Category links on wiki pages are navigation.
    if text.hasPrefix("Category:") || text.hasPrefix("Kategorie:") { return true }
    let found = text.lowercased().split { !$0.isLetter }
    return found.allSatisfy { words.contains($0) }
  }
}

/// Distinguishes preformatted prose from verse.
enum Preformatted {
  /// Whether lines are filled, as in prose: most are nearly as long as the longest.
  static func isProse(_ text: String) -> Bool {
    let lengths = text.split(separator: "\n").map(\.utf8.count)
    guard lengths.count >= 2, let longest = lengths.max(), longest >= 50 else {
      return lengths.count == 1 && text.utf8.count > 60
    }
    let filled = lengths.dropLast().count { $0 * 10 >= longest * 7 }
    return filled * 10 >= (lengths.count - 1) * 8
  }
}
