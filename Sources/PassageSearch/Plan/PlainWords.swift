// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// Words without operators between them, ranked together.
struct PlainWords {
  /// A word of the query with its weight.
  struct Word {
    var token: Token
    var stems: [String]
    var weight: Double

    /// Whether the word carries little meaning and only adds to the weight of other words.
    var isStopWord: Bool { weight < 1 }
  }

  /// The words, in the order of the query.
  let words: [Word]
  private let context: SearchContext
  private let ranking: Ranking

  /// Looks up words in the vocabulary of an index.
  init(
    _ tokens: [Token], in context: SearchContext, ranking: Ranking
  ) throws(IndexError) {
    self.context = context
    self.ranking = ranking
    let weights = context.stopWords.weights(of: tokens, ranking: ranking)
    var words: [Word] = []
    for (token, weight) in zip(tokens, weights) {
      let stems = try context.stems(term: token.term, word: token.word)
      words.append(Word(token: token, stems: stems, weight: weight))
    }
    self.words = words
  }

  /// The plan of the first stage: passages with any of the words.
  ///
  /// Stop words only add to the weight of passages that have another word.
  ///
  /// - Parameter synonyms: The result of `synonyms()`.
  func plan(with synonyms: [Thesaurus.Finding]) throws(IndexError) -> QueryPlan {
    var wanted: [Part] = []
    var others: [Part] = []
    var extras: [QueryPlan] = []
    var same: [[String]: [QueryPlan]] = [:]
    for finding in synonyms {
      var plans: [QueryPlan] = []
      for member in finding.others { plans.append(try plan(of: member)) }
      if finding.count == 1, !finding.isRelated {
        same[words[finding.first].stems, default: []] += plans
      } else {
        let weight = finding.isRelated ? ranking.related : 1
        extras.append(.scaled(.synonym(plans), by: weight))
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
    let main = QueryPlan.any(
      wanted.map { plan($0, or: same[$0.stems] ?? []) } + extras
    )
    guard !others.isEmpty else { return main }
    return .maybe(main, .any(others.map { plan($0) }))
  }

  /// The thesaurus entries for the words; related terms only if a word is rare in the index.
  func synonyms(_ answers: Answers) throws(IndexError) -> [Thesaurus.Finding] {
    guard ranking.hasSynonyms else { return [] }
    var findings: [Thesaurus.Finding] = []
    for finding in try context.thesaurus().findings(for: words.map(\.stems)) {
      let words = words[finding.first..<(finding.first + finding.count)]
      if finding.isRelated, !isRare(words, answers) { continue }
      findings.append(finding)
    }
    return findings
  }

  /// Whether one of the words is so rare that related terms are searched too.
  private func isRare(_ words: ArraySlice<Word>, _ answers: Answers) -> Bool {
    words.contains { word in
      let frequencies = answers.frequencies(of: word.stems.map { prefix + $0 })
      return (frequencies?.max() ?? 0) < ranking.rareWord
    }
  }

  /// The plan of a thesaurus term: a word by its stems, a phrase verbatim.
  private func plan(of member: [Token]) throws(IndexError) -> QueryPlan {
    guard member.count == 1 else {
      return .phrase(member.map { .term($0.term) }, window: member.count)
    }
    let stems = try context.stems(term: member[0].term, word: member[0].word)
    return .synonym(stems.map { .term(prefix + $0) })
  }

  /// Stems searched together, with their weights added up.
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

  private func plan(_ part: Part, or same: [QueryPlan] = []) -> QueryPlan {
    .scaled(.synonym(part.stems.map { .term(prefix + $0) } + same), by: part.weight)
  }

  /// The stems of words joined by hyphens, formed as in `Compound`.
  private func compounds() throws(IndexError) -> [[String]] {
    var compounds: [[String]] = []
    var joined = ""
    for word in words {
      if !word.token.isJoined { joined = "" }
      joined += word.token.term
      guard word.token.isJoined, joined.utf8.count <= Schema.longestCompound else { continue }
      compounds.append(try context.stems(term: joined, word: joined))
    }
    return compounds
  }
}
