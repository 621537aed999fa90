// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Proposes another spelling where a word of a query is not in the index.
struct Suggestion {
  let snapshot: Snapshot

  /// The query with the spellings of the index; `nil` if every word is there or nothing is near.
  func suggestion(
    for text: String,
    _ query: ParsedQuery
  ) throws(IndexError) -> String? {
    let words = query.words.filter { $0.term.utf8.count >= 3 && $0.term.utf8.count <= 40 }
    guard !words.isEmpty else { return nil }
    let frequencies = try snapshot.database.frequencies(ofTerms: words.map(\.term))
    var corrected = Array(text.unicodeScalars)
    var hasChanged = false
    for (word, frequency) in zip(words, frequencies).reversed() where frequency == 0 {
      guard try !isInflected(word), let spelling = try snapshot.database.spelling(of: word.term),
        word.range.upperBound <= corrected.count
      else { continue }
      corrected.replaceSubrange(word.range, with: spelling.unicodeScalars)
      hasChanged = true
    }
    guard hasChanged else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: corrected)
    return String(view)
  }

  /// Whether the index has another form of the word.
  private func isInflected(_ word: Token) throws(IndexError) -> Bool {
    let stems = try snapshot.stems(term: word.term, word: word.word)
    return try snapshot.database.frequencies(ofTerms: stems.map { Schema.stemPrefix + $0 })
      .contains { $0 > 0 }
  }
}
