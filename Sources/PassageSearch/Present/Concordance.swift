// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
package import QueryLanguage
package import XapianStore

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
    return try answer { (searched) throws(IndexError) in
      try ConcordanceSearch(request: request, context: searched, deadline: deadline)
        .concordance(of: query, order, width: max(0, min(context, 400)))
    }
  }
}

/// One concordance of one snapshot.
private struct ConcordanceSearch {
  /// What part of the time is left to put lines in order and write them.
  private static let timeToSort = 0.4

  let request: SearchRequest
  let context: SearchContext
  let deadline: Deadline

  func concordance(
    of typed: ParsedQuery, _ order: ConcordanceOrder, width: Int
  ) throws(IndexError) -> Concordance {
    let plan = try plan(typed)
    var match = MatchPlan(plan.match)
    match.limit = SearchLimits.concordance
    let found = try context.snapshot.match(match, until: deadline)
    let stored = try context.snapshot.passages(found.candidates.map(\.key))
    var highlighter = Highlighter(plan.marks, context)
    var keys = LineKeys(order)
    var lines: [(key: String, line: ConcordanceLine)] = []
    for stored in stored {
      if deadline.cuts(reserving: Self.timeToSort) { break }
      let passage = stored.passage
      let places = try highlighter.highlights(in: passage).merged
      guard !places.isEmpty else { continue }
      let scalars = Array(passage.text.unicodeScalars)
      for place in places {
        let line = Self.line(place, of: passage, stored.work, scalars, width)
        lines.append((keys.key(of: line), line))
      }
    }
    var warnings = plan.warnings + deadline.warnings
    if found.total.lower > stored.count {
      warnings.append(
        QueryWarning(
          code: "concordance-cut",
          message: "The lines are those of the \(stored.count) best passages; there are more."))
    }
    let page = Self.ordered(lines, order).dropFirst(request.offset).prefix(request.limit)
    return Concordance(
      query: plan.query.account(of: request.query, plan.corrections, warnings: warnings),
      total: lines.count,
      passages: stored.count,
      lines: Array(page),
      revision: context.snapshot.revision,
      isCut: deadline.hasCut
    )
  }

  /// What is to be known for the lines: which passages match, and what is marked in them.
  private struct Plan {
    var query: ParsedQuery
    var corrections: [Spelling.Correction]
    var match: QueryPlan
    var marks: Marks
    var warnings: [QueryWarning]
  }

  private func plan(_ typed: ParsedQuery) throws(IndexError) -> Plan {
    let answers = Answers()
    while true {
      let corrections = try Spelling(context: context, answers: answers)
        .corrections(of: typed.words)
      let query = typed.corrected(by: corrections)
      var planner = QueryPlanner(
        context, answers, until: deadline, needsAllParts: true, isInText: true)
      let match = try planner.plan(query)
      let warnings = query.warnings + planner.warnings
      let plan = Plan(
        query: query, corrections: corrections, match: match,
        marks: try Marks(query.root, &planner), warnings: warnings)
      guard try answers.fetch(from: context.snapshot, until: deadline) else { return plan }
    }
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
