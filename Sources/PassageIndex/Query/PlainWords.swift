// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension QueryCompiler {
  /// What a passage gets for having all parts of a group: more than any sum of BM25 weights, which
  /// stay below (k1 + 1) · log(documents) for each of at most `SearchLimits.terms` words.
  static let allPartsBonus = 10_000.0

  /// The program of plain words, and of what stands beside them: ranked by all that a passage has;
  /// passages that have all of it come before those that lack a part.
  ///
  /// - Parameters:
  ///   - words: The plain words, in the order of the query.
  ///   - others: The phrases and other parts of the same group.
  func ranked(
    _ words: [Word], beside others: [QueryProgram] = []
  ) throws(IndexError) -> QueryProgram {
    var parts: [QueryProgram] = []
    for word in words { parts.append(try program(of: word.token)) }
    parts += others
    guard parts.count > 1 else { return .any(parts) }
    return .maybe(
      .any(parts),
      .filtered(.everything(weight: Self.allPartsBonus), by: .all(parts))
    )
  }

  /// The program of passages that have a word in any of its inflected forms.
  func program(of token: Token, prefix: String = "") throws(IndexError) -> QueryProgram {
    let stems = try snapshot.stems(term: token.term, word: token.word)
    return .synonym(stems.map { .term(Schema.stemPrefix + prefix + $0) })
  }
}
