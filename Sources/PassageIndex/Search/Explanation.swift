// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus

/// Says what each part of a query adds to the scores of passages.
///
/// Each part is searched by itself in those passages: the weights are libxapian's own, not figures
/// computed a second time. What the second stage and a quotation give are parts of their own, and so is
/// what all parts together give beyond that.
struct Explanation {
  /// The most parts that are told apart.
  private static let most = 40
  /// Less than this is the rounding of sums.
  private static let least = 0.001

  private var weights: [(part: String, byPassage: [String: Double])] = []

  /// Weighs the parts of a query in the passages that were found.
  init(_ root: QueryNode, compiler: QueryCompiler, hits: [Hit]) throws(IndexError) {
    guard !hits.isEmpty else { return }
    var compiler = compiler
    let passages = QueryProgram.any(hits.map { .term(Schema.id.prefix + $0.passage.id) })
    let words = try PlainWords(
      root.plainWords.map(\.token), in: compiler.snapshot, ranking: compiler.ranking
    ).words
    // A word that stands there twice is one part, with the weight of both.
    let weightOf = Dictionary(words.map { ($0.token.term, $0.weight) }, uniquingKeysWith: +)
    let stopWords = Set(words.filter(\.isStopWord).map(\.token.term))
    var telling: [QueryProgram] = []
    for word in words where !word.isStopWord {
      telling.append(try compiler.program(.words([Word(token: word.token)])))
    }
    var seen: Set<String> = []
    for part in root.scoredParts.prefix(Self.most) where seen.insert(part.described).inserted {
      var program = try compiler.program(part)
      if case .words(let words) = part, words.count == 1 {
        let term = words[0].token.term
        program = .scaled(program, by: weightOf[term] ?? 1)
        // Stop words count only beside words that are none.
        if stopWords.contains(term) { program = .filtered(program, by: .any(telling)) }
      }
      var run = SearchRun(.filtered(program, by: passages), ranking: compiler.ranking)
      run.passages = compiler.snapshot.passageCount
      run.limit = UInt32(hits.count)
      let block = try run.run(on: compiler.snapshot.database)
      let found = try block.map { (item, bytes) throws(IndexError) in
        (try PassageName(stored: bytes).id, item.weight)
      }
      weights.append((part.described, Dictionary(found, uniquingKeysWith: { first, _ in first })))
    }
  }

  /// What the parts add to the score of a passage, the weightiest first.
  ///
  /// - Parameter nearness: What the second stage gave for words in order and near each other.
  func parts(of hit: Hit, nearness: Double) -> [ScorePart] {
    var parts = weights.compactMap { part, byPassage in
      byPassage[hit.passage.id].map { ScorePart(part: part, weight: $0) }
    }
    if nearness > Self.least {
      parts.append(ScorePart(part: "words in order and near", weight: nearness))
    }
    if let quotation = hit.quotation {
      parts.append(ScorePart(part: "the quotation", weight: quotation.weight))
    }
    parts.sort { ($1.weight, $0.part) < ($0.weight, $1.part) }
    let rest = hit.score - parts.reduce(0) { $0 + $1.weight }
    if abs(rest) > Self.least { parts.append(ScorePart(part: "together", weight: rest)) }
    return parts
  }
}

/// The beginning of a stored passage: its work and its label.
private struct PassageName {
  var id: String

  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var reader = ByteReader(bytes)
    let work = try reader.readString()
    id = "\(work)/\(try reader.readString())"
  }
}

extension QueryNode {
  /// The parts that count for the score, each by itself.
  fileprivate var scoredParts: [QueryNode] {
    switch self {
    case .words: plainWords.map { .words([Word(token: $0.token)]) }
    // Its own weight is that of where it was found.
    case .quotation: plainWords.map { .words([Word(token: $0.token)]) }
    case .group(let group): group.parts.flatMap(\.scoredParts)
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.scoredParts)
    case .not, .filter, .everything: []
    default: [self]
    }
  }
}
