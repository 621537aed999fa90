// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Corrects plain words that the index has not, and suggests another spelling for those that it
/// hardly has: what is searched instead is said in the warnings and in the suggestion.
struct Spelling {
  /// Shorter words are near to too many others.
  private static let shortest = 4
  /// From this length on a word may have two errors.
  private static let longForTwo = 7
  /// A word in more passages than these is no misspelling.
  private static let rare = 2
  /// How many times more often a word must stand than one that it is taken for a misspelling of
  /// (Kernighan, Church and Gale 1990 weigh errors against frequencies in this way).
  private static let timesMore = 50

  /// A word, and what it is taken for.
  struct Correction {
    var word: Token
    var spelling: String
    /// Whether the index has the word too.
    var isPresent: Bool
  }

  let snapshot: Snapshot
  let deadline: Deadline

  /// The corrections of a query's words.
  func corrections(of words: [Token]) throws(IndexError) -> [Correction] {
    let words = words.filter { Self.isCorrectable($0.term) }
    guard !words.isEmpty else { return [] }
    var corrections: [Correction] = []
    for word in words {
      if deadline.cuts() { break }
      let frequency = try frequency(of: word.term, word.word)
      guard frequency <= Self.rare else { continue }
      let distance: UInt32 = word.term.utf8.count >= Self.longForTwo ? 2 : 1
      guard let spelling = try snapshot.database.spelling(of: word.term, distance: distance),
        spelling != word.term
      else { continue }
      let better = try self.frequency(of: spelling, spelling)
      guard better > frequency * Self.timesMore else { continue }
      corrections.append(
        Correction(word: word, spelling: spelling, isPresent: frequency > 0)
      )
    }
    return corrections
  }

  private static func isCorrectable(_ term: String) -> Bool {
    term.utf8.count >= shortest && term.utf8.count <= 40
      && !term.utf8.contains { $0 &- 0x30 < 10 }
  }

  /// In how many passages a word stands in any of its forms.
  private func frequency(of term: String, _ word: String) throws(IndexError) -> Int {
    let stems = try snapshot.stems(term: term, word: word)
    return try snapshot.database.frequencies(ofTerms: stems.map { Schema.rankPrefix + $0 })
      .max() ?? 0
  }
}

extension ParsedQuery {
  /// The query with corrections instead of the plain words that the index has not.
  func corrected(by corrections: [Spelling.Correction]) -> ParsedQuery {
    let corrections = corrections.filter { !$0.isPresent }
    guard !corrections.isEmpty else { return self }
    var query = self
    query.root = root.corrected(by: corrections)
    query.warnings += corrections.map { correction in
      QueryWarning(
        code: "corrected-spelling",
        message:
          "“\(correction.word.word)” is not in the index; “\(correction.spelling)” is searched.",
        position: correction.word.range
      )
    }
    return query
  }
}

extension QueryNode {
  fileprivate func corrected(by corrections: [Spelling.Correction]) -> QueryNode {
    func corrected(_ nodes: [QueryNode]) -> [QueryNode] {
      nodes.map { $0.corrected(by: corrections) }
    }
    switch self {
    case .words(let words): return .words(words.map { $0.corrected(by: corrections) })
    case .quotation(var quotation):
      quotation.words = quotation.words.map {
        Word(token: $0).corrected(by: corrections).token
      }
      return .quotation(quotation)
    case .group(var group):
      group.parts = corrected(group.parts)
      group.required = corrected(group.required)
      return .group(group)
    case .all(let nodes): return .all(corrected(nodes))
    case .any(let nodes): return .any(corrected(nodes))
    default: return self
    }
  }
}

extension Word {
  fileprivate func corrected(by corrections: [Spelling.Correction]) -> Word {
    guard let correction = corrections.first(where: { $0.word == token }) else { return self }
    var word = self
    word.token.term = correction.spelling
    word.token.word = correction.spelling
    return word
  }
}
