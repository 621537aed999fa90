// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// One line of a concordance: a match, and the words on both sides of it.
package struct ConcordanceLine: Sendable, Hashable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The code points of the passage that match.
  package var range: Range<Int>
  /// The words before the match.
  package var left: String
  /// The match.
  package var match: String
  /// The words behind the match.
  package var right: String
}

/// By what the lines of a concordance are put in order.
package enum ConcordanceOrder: String, Sendable, Hashable, CaseIterable {
  /// By the words behind the match.
  case right
  /// By the words before the match, the nearest first.
  case left
  /// By the match itself.
  case match
  /// As the passages come, the best first.
  case relevance
  /// Work by work, in reading order.
  case place
}

/// The matches of a query, each in its line.
package struct Concordance: Sendable, Hashable {
  /// What became of the query.
  package var query: InterpretedQuery
  /// How many lines there are in the passages that were read.
  package var total: Int
  /// How many passages were read for them.
  package var passages: Int
  /// The lines asked for.
  package var lines: [ConcordanceLine]
  /// The revision of the index that answered.
  package var revision: String
  /// Whether the deadline cut it.
  package var isCut: Bool
}

extension Searcher {
  /// Makes a concordance of the passages that have all parts of a query.
  ///
  /// The request's offset and limit count lines. At most `SearchLimits.concordance` passages are
  /// read, the best; a warning says if there are more.
  ///
  /// - Parameters:
  ///   - context: How many code points are shown on each side.
  ///   - deadline: When it ends with the lines found by then.
  /// - Throws: As `search` does.
  package func concordance(
    _ request: SearchRequest, order: ConcordanceOrder, context: Int = 40,
    until deadline: Deadline = .none
  ) throws(IndexError) -> Concordance {
    let query = try request.parsed()
    return try answer { (snapshot) throws(IndexError) in
      try ConcordanceSearch(
        request: request, query: query, snapshot: snapshot, deadline: deadline
      )
      .concordance(order, context: max(0, min(context, 400)))
    }
  }
}

/// One concordance of one snapshot.
private struct ConcordanceSearch {
  /// What part of the time is left to put lines in order and write them.
  private static let timeToSort = 0.4

  let request: SearchRequest
  let query: ParsedQuery
  let snapshot: Snapshot
  let deadline: Deadline

  func concordance(
    _ order: ConcordanceOrder, context: Int
  ) throws(IndexError) -> Concordance {
    var compiler = QueryCompiler(
      snapshot: snapshot, until: deadline, needsAllParts: true, isInText: true)
    let corrections = try Spelling(snapshot: snapshot, deadline: deadline).corrections(
      of: self.query.words)
    let query = self.query.corrected(by: corrections)
    let compiled = try compiler.compile(query)
    var run = SearchRun(compiled.program)
    run.passages = snapshot.passageCount
    run.limit = UInt32(SearchLimits.concordance)
    let block = try run.run(on: snapshot.database, until: deadline)
    let passages = try block.map { (_, bytes) throws(IndexError) in try Passage(stored: bytes) }
    let works = try snapshot.works(passages.map(\.work))
    var highlighter = try Highlighter(query.root, compiled, snapshot: snapshot)
    var keys = LineKeys(order)
    var lines: [(key: String, line: ConcordanceLine)] = []
    for passage in passages {
      if deadline.cuts(reserving: Self.timeToSort) { break }
      guard let work = works[passage.work] else { throw IndexError.lostWork(of: passage) }
      let places = try highlighter.highlights(in: passage).merged
      guard !places.isEmpty else { continue }
      let scalars = Array(passage.text.unicodeScalars)
      for place in places {
        let line = Self.line(place, of: passage, work, scalars, context)
        lines.append((keys.key(of: line), line))
      }
    }
    var warnings = query.warnings + compiled.warnings + deadline.warnings
    if block.total.lower > passages.count {
      warnings.append(
        QueryWarning(
          code: "concordance-cut",
          message: "The lines are those of the \(passages.count) best passages; there are more."))
    }
    let ordered = Self.ordered(lines, order)
    let page = ordered.dropFirst(request.offset).prefix(request.limit)
    return Concordance(
      query: query.account(
        of: request.query, corrections, warnings: warnings),
      total: lines.count,
      passages: passages.count,
      lines: Array(page),
      revision: snapshot.revision,
      isCut: deadline.hasCut
    )
  }

  private static func line(
    _ range: Range<Int>, of passage: Passage, _ work: Work, _ text: [Unicode.Scalar],
    _ context: Int
  ) -> ConcordanceLine {
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(text[range].map { $0 == "\n" ? " " : $0 }))
    }
    let start = max(0, range.lowerBound - context)
    let end = min(text.count, range.upperBound + context)
    return ConcordanceLine(
      passage: passage, work: work, range: range, left: string(start..<range.lowerBound),
      match: string(range), right: string(range.upperBound..<end))
  }

  /// The lines in order; lines that are alike stay as they came.
  private static func ordered(
    _ lines: [(key: String, line: ConcordanceLine)], _ order: ConcordanceOrder
  ) -> [ConcordanceLine] {
    lines.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.key != second.key { return first.key < second.key }
      if order == .place, first.line.passage.ordinal != second.line.passage.ordinal {
        return first.line.passage.ordinal < second.line.passage.ordinal
      }
      return one.offset < other.offset
    }.map(\.element.line)
  }
}

/// What lines are put in order by.
private struct LineKeys {
  /// By how many words at most: beyond them lines are alike.
  private static let most = 12

  private let order: ConcordanceOrder
  private var tokenizer = Tokenizer()

  init(_ order: ConcordanceOrder) { self.order = order }

  mutating func key(of line: ConcordanceLine) -> String {
    // One string, which is compared faster than many: what divides its words comes before all letters.
    terms(of: line).joined(separator: "\u{1}")
  }

  private mutating func terms(of line: ConcordanceLine) -> [String] {
    switch order {
    case .right: tokenizer.tokens(in: line.right).prefix(Self.most).map(\.term)
    case .left: tokenizer.tokens(in: line.left).suffix(Self.most).reversed().map(\.term)
    case .match: tokenizer.tokens(in: line.match).prefix(Self.most).map(\.term)
    case .relevance: []
    case .place: [line.work.id]
    }
  }
}
