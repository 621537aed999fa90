// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Turns a query into a program for Xapian.
struct QueryCompiler {
  /// What a passage gets for having all words: more than any sum of BM25 weights, which stay below
  /// (k1 + 1) · log(documents) for each of at most `SearchLimits.terms` words.
  static let allWordsBonus = 10_000.0

  let snapshot: Snapshot

  /// The program of a whole query.
  func program(_ query: ParsedQuery) throws(IndexError) -> QueryProgram {
    var program = try compile(query.root)
    for restriction in query.restrictions {
      program = .filtered(program, by: try compile(restriction))
    }
    if !query.root.hasWords {
      program = .filtered(program, by: .term(Schema.document.prefix + Schema.passageDocument))
    }
    return program
  }

  private func compile(_ node: QueryNode) throws(IndexError) -> QueryProgram {
    switch node {
    case .word(let token): return try word(token)
    case .phrase(let tokens): return .phrase(tokens.map { .term($0.term) }, window: tokens.count)
    case .prefix(let token): return .prefix(token.term)
    case .free(let nodes):
      let programs = try compile(nodes)
      // Ranked by all the words it has; with all of them, before those that lack one.
      return .maybe(
        .any(programs),
        .filtered(.everything(weight: Self.allWordsBonus), by: .all(programs))
      )
    case .all(let nodes): return .all(try compile(nodes))
    case .any(let nodes): return .any(try compile(nodes))
    case .excluding(let first, let second):
      return .except(try compile(first), try compile(second))
    case .filter(let field, let value): return try filter(field, value)
    case .everything: return .everything(weight: 0)
    }
  }

  private func compile(_ nodes: [QueryNode]) throws(IndexError) -> [QueryProgram] {
    var programs: [QueryProgram] = []
    for node in nodes { programs.append(try compile(node)) }
    return programs
  }

  private func word(_ token: Token, prefix: String = "") throws(IndexError) -> QueryProgram {
    let stems = try snapshot.stems(term: token.term, word: token.word)
    return .synonym(stems.map { .term(Schema.stemPrefix + prefix + $0) })
  }

  private func filter(_ field: Field, _ value: FilterValue) throws(IndexError) -> QueryProgram {
    switch value {
    case .value(let value): return .term(field.prefix + value)
    case .numbers(let range):
      if range.lowerBound == range.upperBound { return .term(field.prefix + "\(range.lowerBound)") }
      guard let slot = field.slot else { return .nothing }
      return .range(slot: slot, Double(range.lowerBound), Double(range.upperBound))
    case .words(let tokens, let isExact):
      var words: [QueryProgram] = []
      for token in tokens {
        words.append(
          isExact || !field.isStemmed
            ? .term(field.prefix + token.term) : try word(token, prefix: field.prefix)
        )
      }
      return .all(words)
    }
  }
}

extension QueryNode {
  /// Whether every passage that it finds has a word of it, so that works are not among them.
  fileprivate var hasWords: Bool {
    switch self {
    case .word, .phrase, .prefix: true
    case .free(let nodes), .any(let nodes): nodes.allSatisfy(\.hasWords)
    case .all(let nodes): nodes.contains(where: \.hasWords)
    case .excluding(let first, _): first.hasWords
    case .filter, .everything: false
    }
  }
}
