// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
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

  /// Whether it is asked for by a quotation, which weighs beside its words.
  private let hasQuotation: Bool

  /// Weighs the parts of a query in the passages that were found.
  init(_ root: QueryNode, compiler: QueryCompiler, hits: [Hit]) throws(IndexError) {
    if case .quotation = root { hasQuotation = true } else { hasQuotation = false }
    guard !hits.isEmpty else { return }
    var compiler = compiler
    let passages = QueryProgram.any(hits.map { .term(Schema.id.prefix + $0.passage.id) })
    var parts: [(name: String, program: QueryProgram)] = []
    for words in root.wordGroups {
      parts += try Self.parts(of: words, &compiler)
    }
    for node in root.otherParts.prefix(Self.most) {
      parts.append((node.described, try compiler.program(node)))
    }
    for (name, program) in parts.prefix(Self.most) {
      if compiler.deadline.cuts() { break }
      var run = SearchRun(.filtered(program, by: passages), ranking: compiler.ranking)
      run.passages = compiler.snapshot.passageCount
      run.limit = UInt32(hits.count)
      let block = try run.run(
        on: compiler.snapshot.database, until: compiler.deadline)
      let found = try block.map { (item, bytes) throws(IndexError) in
        (try PassageName(stored: bytes).id, item.weight)
      }
      weights.append((name, Dictionary(found, uniquingKeysWith: { first, _ in first })))
    }
  }

  /// The programs of words that are ranked together, each word once with all its weight.
  private static func parts(
    of words: [Word], _ compiler: inout QueryCompiler
  ) throws(IndexError) -> [(String, QueryProgram)] {
    let plain = try PlainWords(
      words.map(\.token), in: compiler.snapshot, ranking: compiler.ranking
    ).words
    var programs: [(name: String, weight: Double, program: QueryProgram, isTelling: Bool)] = []
    for word in plain {
      let weight = compiler.needsAllParts ? 1 : word.weight
      if let known = programs.firstIndex(where: { $0.name == word.token.word }) {
        programs[known].weight += weight
      } else {
        let program = try compiler.program(.words([Word(token: word.token)]))
        programs.append((word.token.word, weight, program, weight == 1))
      }
    }
    let telling = programs.filter(\.isTelling).map(\.program)
    return programs.map { part in
      let program = QueryProgram.scaled(part.program, by: part.weight)
      // Stop words count only beside words that are none.
      return (part.name, part.isTelling ? program : .filtered(program, by: .any(telling)))
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
    if hasQuotation, let quotation = hit.quotation {
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
    id = try readStored(bytes) { (reader) throws(DamagedBytes) in
      let work = try reader.readString()
      return "\(work)/\(try reader.readString())"
    }
  }
}

extension QueryNode {
  /// The plain words that are ranked together.
  fileprivate var wordGroups: [[Word]] {
    switch self {
    case .words, .quotation: [plainWords]
    case .group(let group):
      [group.words]
        + group.parts.flatMap { part -> [[Word]] in
          if case .words = part { [] } else { part.wordGroups }
        }
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.wordGroups)
    default: []
    }
  }

  /// What else counts for the score, each by itself.
  fileprivate var otherParts: [QueryNode] {
    switch self {
    case .group(let group): group.parts.flatMap(\.otherParts)
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.otherParts)
    case .words, .quotation, .not, .filter, .everything: []
    default: [self]
    }
  }
}
