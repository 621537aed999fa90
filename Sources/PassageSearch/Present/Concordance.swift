// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
package import QueryLanguage
package import XapianStore

/// One line of a concordance: a match with its context on both sides.
package struct ConcordanceLine: Sendable, Hashable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The range of the match in the passage, in code points.
  package var range: Range<Int>
  /// The text before the match.
  package var left: String
  /// The match.
  package var match: String
  /// The text after the match.
  package var right: String
}

/// The order of the lines of a concordance.
package enum ConcordanceOrder: String, Sendable, Hashable, CaseIterable {
  /// By the words after the match.
  case right
  /// By the words before the match, the nearest first.
  case left
  /// By the match itself.
  case match
  /// In the order of the passages, the best first.
  case relevance
  /// By work, in reading order.
  case place
}

/// The matches of a query with their context, one per line.
package struct Concordance: Sendable, Hashable {
  /// How the query was interpreted.
  package var query: InterpretedQuery
  /// The number of lines in the passages that were read.
  package var total: Int
  /// The number of passages that were read.
  package var passages: Int
  /// The requested lines.
  package var lines: [ConcordanceLine]
  /// The revision of the index that answered.
  package var revision: String
  /// Whether the deadline cut the answer short.
  package var isCut: Bool
}

extension Searcher {
  /// Makes a concordance of the passages that match all parts of a query.
  ///
  /// The request's offset and limit count lines. Only the `SearchLimits.concordance` best passages
  /// are read; a warning says if there are more.
  ///
  /// - Parameters:
  ///   - context: The number of code points shown on each side.
  ///   - deadline: The time after which only the lines found so far are returned.
  /// - Throws: The same errors as `search`.
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

/// A concordance of one snapshot.
private struct ConcordanceSearch {
  /// The share of the time reserved for sorting and writing the lines.
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
    let stored = try context.snapshot.passages(
      found.candidates.map(\.key), withSequences: false)
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
          message: "Only the \(stored.count) best passages were read for lines; there are more."))
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

  /// What is needed for the lines: which passages match, and what to mark in them.
  private struct Plan {
    var query: ParsedQuery
    var corrections: [Spelling.Correction]
    var match: QueryPlan
    var marks: Marks
    var warnings: [QueryWarning]
  }

  private func plan(_ typed: ParsedQuery) throws(IndexError) -> Plan {
    try Answers.settled(by: context.snapshot, until: deadline) { (answers) throws(IndexError) in
      let corrections = try Spelling(context: context, answers: answers)
        .corrections(of: typed.words)
      let query = typed.corrected(by: corrections)
      var planner = QueryPlanner(
        context, answers, until: deadline, needsAllParts: true, isInText: true)
      let match = try planner.plan(query)
      let warnings = query.warnings + planner.warnings
      return Plan(
        query: query, corrections: corrections, match: match,
        marks: try Marks(query.root, &planner), warnings: warnings)
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

  /// Sorts the lines; equal lines keep their order.
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

/// Makes the sort keys of lines.
private struct LineKeys {
  /// The maximum number of words in a key; lines that share them are equal.
  private static let most = 12

  private let order: ConcordanceOrder
  private var tokenizer = Tokenizer()

  init(_ order: ConcordanceOrder) { self.order = order }

  mutating func key(of line: ConcordanceLine) -> String {
    // A single string compares faster than an array; the separator sorts before all letters.
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
