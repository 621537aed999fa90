// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Tells rows of links that lead about a site.
enum Navigation {
  private static let words: Set<Substring> = [
    "previous", "prev", "next", "up", "home", "back", "top", "contents", "index", "table", "of",
    "forward", "main", "page", "chapter", "section", "return", "to", "the", "toc", "first", "last",
  ]

  /// The most words of an entry; a link of more is a paragraph that happens to be one.
  private static let entryWords = 25

  /// Whether the text of a block of links lists titles.
  static func isContents(_ text: String, links: Int) -> Bool {
    text.split(whereSeparator: \.isWhitespace).count <= entryWords * max(1, links)
  }

  /// Whether the text of a block of links says only where they lead.
  static func isNavigation(_ text: String) -> Bool {
    guard text.utf8.count <= 1_000 else { return false }
    // The categories of a wiki's page lead about the wiki.
    if text.hasPrefix("Category:") || text.hasPrefix("Kategorie:") { return true }
    let found = text.lowercased().split { !$0.isLetter }
    return found.allSatisfy { words.contains($0) }
  }
}

/// Tells preformatted prose from preformatted verse.
enum Preformatted {
  /// Whether the lines are filled: all but the last as long as the next word allowed.
  static func isProse(_ text: String) -> Bool {
    let lengths = text.split(separator: "\n").map(\.utf8.count)
    guard lengths.count >= 2, let longest = lengths.max(), longest >= 50 else {
      return lengths.count == 1 && text.utf8.count > 60
    }
    let filled = lengths.dropLast().count { $0 * 10 >= longest * 7 }
    return filled * 10 >= (lengths.count - 1) * 8
  }
}
