// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Capitalizes a title headline style.
///
/// The first, the last and all principal words are capitalized; articles, conjunctions and short
/// prepositions are not. Words that already contain a capital are left alone unless the whole title
/// is in capitals.
///
/// - Parameter length: The longest preposition, in letters, that stays in lower case: four (Chicago
///   Manual of Style, 18th edition, 8.160), three (Publication Manual of the APA, 7th edition,
///   6.17), or any length (MLA Handbook, 9th edition, chapter 2).
package func headlineCapitals(_ title: String, prepositionsTo length: Int = 4) -> String {
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
    if !isEnd, isMinor(bare, prepositionsTo: length) { return plain.lowercased() }
    return capitalized(plain, prepositionsTo: length)
  }.joined(separator: " ")
}

private func isNumeral(_ word: String) -> Bool { word.allSatisfy { "IVXLC".contains($0) } }

/// Capitalizes the first letter of the word and of each part after a hyphen.
private func capitalized(_ word: String, prepositionsTo length: Int) -> String {
  word.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { index, part in
    guard let first = part.firstIndex(where: { $0.isLetter || $0.isNumber }) else {
      return String(part)
    }
    if index > 0, isMinor(part.lowercased(), prepositionsTo: length) { return String(part) }
    return part[..<first] + part[first].uppercased() + part[part.index(after: first)...]
  }.joined(separator: "-")
}

private func isMinor(_ word: String, prepositionsTo length: Int) -> Bool {
  minorWords.contains(word) || (prepositions.contains(word) && word.count <= length)
}

/// Articles, conjunctions, `to`, and particles from other languages.
private let minorWords: Set<String> = [
  "a", "an", "the", "and", "but", "for", "or", "nor", "as", "to", "vs", "de", "von", "la", "le",
  "et",
]

private let prepositions: Set<String> = [
  "of", "in", "on", "at", "by", "from", "with", "into", "onto", "upon", "over", "per", "via",
  "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind",
  "below", "beneath", "beside", "between", "beyond", "despite", "during", "inside", "outside",
  "through", "throughout", "toward", "towards", "under", "until", "versus", "within", "without",
]
