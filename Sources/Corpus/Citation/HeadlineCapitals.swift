// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A title in headline style (Chicago Manual of Style, 18th edition, 8.160): first and last word and
/// all principal words begin with a capital; articles, conjunctions and prepositions do not.
///
/// Words that hold a capital already stay as they are, unless the whole title is in capitals.
package func headlineCapitals(_ title: String) -> String {
  let isShouted = title.contains(where: \.isUppercase) && !title.contains(where: \.isLowercase)
  let words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  guard !isShouted || words.count > 1 else { return title }
  var follows = true
  return words.enumerated().map { index, word in
    defer { follows = word.last.map { ":—–?!".contains($0) } ?? follows }
    let isEnd = follows || index == words.count - 1
    let plain = isShouted ? word.lowercased() : word
    if isShouted, word.contains(".") || (word.count <= 4 && isNumeral(word)) { return word }
    if !isShouted, plain.dropFirst().contains(where: \.isUppercase) { return plain }
    let bare = plain.lowercased().filter { $0.isLetter || $0 == "'" || $0 == "’" }
    if !isEnd, minorWords.contains(bare) { return plain.lowercased() }
    return capitalized(plain)
  }.joined(separator: " ")
}

private func isNumeral(_ word: String) -> Bool { word.allSatisfy { "IVXLC".contains($0) } }

/// The word with its first letter, and the first letter after each hyphen, in capitals.
private func capitalized(_ word: String) -> String {
  word.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { index, part in
    guard let first = part.firstIndex(where: { $0.isLetter || $0.isNumber }) else {
      return String(part)
    }
    if index > 0, minorWords.contains(part.lowercased()) { return String(part) }
    return part[..<first] + part[first].uppercased() + part[part.index(after: first)...]
  }.joined(separator: "-")
}

private let minorWords: Set<String> = [
  "a", "an", "the", "and", "but", "for", "or", "nor", "as", "to", "of", "in", "on", "at", "by",
  "from", "with", "into", "upon", "against", "between", "among", "through", "toward", "towards",
  "under", "over", "about", "after", "before", "during", "without", "within", "per", "via", "vs",
  "versus", "de", "von", "la", "le", "et",
]
