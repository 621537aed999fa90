// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words without operators between them, which are ranked together.
struct PlainWords {
  /// A word of the query, with what it counts.
  struct Word {
    var token: Token
    var stems: [String]
    var weight: Double

    /// Whether it says little, so that it only adds to what other words say.
    var isStopWord: Bool { weight < 1 }
  }

  /// The words, in the order of the query.
  let words: [Word]
  private let snapshot: Snapshot
  private let ranking: Ranking

  /// Looks words up in the vocabulary of an index.
  init(
    _ tokens: [Token], in snapshot: Snapshot, ranking: Ranking
  ) throws(IndexError) {
    self.snapshot = snapshot
    self.ranking = ranking
    let weights = snapshot.stopWords.weights(of: tokens, ranking: ranking)
    var words: [Word] = []
    for (token, weight) in zip(tokens, weights) {
      let stems = try snapshot.stems(term: token.term, word: token.word)
      words.append(Word(token: token, stems: stems, weight: weight))
    }
    self.words = words
  }

  /// The program of the first stage: passages that have any of the words; stop words only add to
  /// the weight of those that have another.
  ///
  /// - Parameter synonyms: What `synonyms()` found.
  func program(with synonyms: [Thesaurus.Finding]) throws(IndexError) -> QueryProgram {
    var wanted: [Part] = []
    var others: [Part] = []
    var extras: [QueryProgram] = []
    var same: [[String]: [QueryProgram]] = [:]
    for finding in synonyms {
      var programs: [QueryProgram] = []
      for member in finding.others { programs.append(try program(of: member)) }
      if finding.count == 1, !finding.isRelated {
        same[words[finding.first].stems, default: []] += programs
      } else {
        let weight = finding.isRelated ? ranking.related : 1
        extras.append(.scaled(.synonym(programs), by: weight))
      }
    }
    for word in words {
      let part = Part(stems: word.stems, weight: word.weight)
      if word.isStopWord { add(part, to: &others) } else { add(part, to: &wanted) }
    }
    if ranking.hasFields {
      for stems in try compounds() {
        add(Part(stems: stems, weight: ranking.compound), to: &wanted)
      }
    }
    let main = QueryProgram.any(
      wanted.map { program($0, or: same[$0.stems] ?? []) } + extras
    )
    guard !others.isEmpty else { return main }
    return .maybe(main, .any(others.map { program($0) }))
  }

  /// What the thesaurus has for the words; what is only related, if the index hardly has the words.
  func synonyms() throws(IndexError) -> [Thesaurus.Finding] {
    guard ranking.hasSynonyms else { return [] }
    var findings: [Thesaurus.Finding] = []
    for finding in try snapshot.thesaurus().findings(for: words.map(\.stems)) {
      let words = words[finding.first..<(finding.first + finding.count)]
      if finding.isRelated, try !isRare(words) { continue }
      findings.append(finding)
    }
    return findings
  }

  /// Whether the index has one of the words so seldom that what is only related is looked for too.
  private func isRare(_ words: ArraySlice<Word>) throws(IndexError) -> Bool {
    for word in words {
      let frequencies = try snapshot.database.frequencies(
        ofTerms: word.stems.map { prefix + $0 }
      )
      if (frequencies.max() ?? 0) < ranking.rareWord { return true }
    }
    return false
  }

  /// A word of the thesaurus by its stems, a phrase as it stands.
  private func program(of member: [Token]) throws(IndexError) -> QueryProgram {
    guard member.count == 1 else {
      return .phrase(member.map { .term($0.term) }, window: member.count)
    }
    let stems = try snapshot.stems(term: member[0].term, word: member[0].word)
    return .synonym(stems.map { .term(prefix + $0) })
  }

  /// Stems that are asked for together, once or several times.
  private struct Part {
    var stems: [String]
    var weight: Double
  }

  private var prefix: String { ranking.prefix }

  private func add(_ part: Part, to parts: inout [Part]) {
    if let index = parts.firstIndex(where: { $0.stems == part.stems }) {
      parts[index].weight += part.weight
    } else {
      parts.append(part)
    }
  }

  private func program(_ part: Part, or same: [QueryProgram] = []) -> QueryProgram {
    .scaled(.synonym(part.stems.map { .term(prefix + $0) } + same), by: part.weight)
  }

  /// The stems of words that hyphens join, as `Compound` makes them.
  private func compounds() throws(IndexError) -> [[String]] {
    var compounds: [[String]] = []
    var joined = ""
    for word in words {
      if !word.token.isJoined { joined = "" }
      joined += word.token.term
      guard word.token.isJoined, joined.utf8.count <= Compound.longest else { continue }
      compounds.append(try snapshot.stems(term: joined, word: joined))
    }
    return compounds
  }
}

extension QueryCompiler {
  /// What a passage gets for having all phrases and other parts that stand among plain words: more
  /// than any sum of BM25 weights, which stay below (k1 + 1) · log(documents) for each of at most
  /// `SearchLimits.terms` words.
  static let allPartsBonus = 10_000.0

  /// The program of passages that have a word in any of its inflected forms, by their stems: those
  /// of a field under its prefix; those of no field under the prefix that all fields are ranked
  /// by, or where only the words of the passage count, under theirs.
  func program(of token: Token, prefix: String = "") throws(IndexError) -> QueryProgram {
    let stems = try snapshot.stems(term: token.term, word: token.word)
    let prefix =
      prefix.isEmpty && !isInText ? ranking.prefix : Schema.stemPrefix + prefix
    return .synonym(stems.map { .term(prefix + $0) })
  }
}
