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
      found.candidates.map(\.key), withSequences: true)
    var highlighter = Highlighter(plan.marks, context)
    var keys = LineKeys(order)
    // Only the lines of the page are made whole: a passage and a work are large values.
    var places: [(key: String, stored: Int, range: Range<Int>)] = []
    for (number, stored) in stored.enumerated() {
      if deadline.cuts(reserving: Self.timeToSort) { break }
      let found = try highlighter.highlights(in: stored.passage, sequence: stored.sequence).merged
      guard !found.isEmpty else { continue }
      let text = LineText(stored.passage.text, width: width)
      for range in found {
        places.append((keys.key(of: range, in: text, of: stored.work.id), number, range))
      }
    }
    var warnings = plan.warnings + deadline.warnings
    if found.total.lower > stored.count {
      warnings.append(
        QueryWarning(
          code: "concordance-cut",
          message: "Only the \(stored.count) best passages were read for lines; there are more."))
    }
    let page = Self.ordered(places, order) { stored[$0].passage.ordinal }
      .dropFirst(request.offset).prefix(request.limit)
    return Concordance(
      query: plan.query.account(of: request.query, plan.corrections, warnings: warnings),
      total: places.count,
      passages: stored.count,
      lines: page.map { place in
        let stored = stored[place.stored]
        let text = LineText(stored.passage.text, width: width)
        return ConcordanceLine(
          passage: stored.passage, work: stored.work, range: place.range,
          left: text.left(of: place.range), match: text.string(place.range),
          right: text.right(of: place.range))
      },
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

  /// Sorts the places of lines; equal ones keep their order.
  private static func ordered(
    _ places: [(key: String, stored: Int, range: Range<Int>)], _ order: ConcordanceOrder,
    ordinal: (Int) -> Int
  ) -> [(key: String, stored: Int, range: Range<Int>)] {
    places.indices.sorted { one, other in
      let (first, second) = (places[one], places[other])
      if first.key != second.key { return first.key < second.key }
      if order == .place, first.stored != second.stored {
        let (here, there) = (ordinal(first.stored), ordinal(second.stored))
        if here != there { return here < there }
      }
      return one < other
    }.map { places[$0] }
  }
}

/// The text of a passage, of which lines show parts.
private struct LineText {
  private let scalars: [Unicode.Scalar]
  private let width: Int

  init(_ text: String, width: Int) {
    scalars = Array(text.unicodeScalars)
    self.width = width
  }

  func left(of range: Range<Int>) -> String {
    string(max(0, range.lowerBound - width)..<range.lowerBound)
  }

  func right(of range: Range<Int>) -> String {
    string(range.upperBound..<min(scalars.count, range.upperBound + width))
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range].map { $0 == "\n" ? " " : $0 }))
  }
}

/// Makes the sort keys of lines.
private struct LineKeys {
  /// The maximum number of words in a key; lines that share them are equal.
  private static let most = 12

  private let order: ConcordanceOrder
  private var tokenizer = Tokenizer()

  init(_ order: ConcordanceOrder) { self.order = order }

  mutating func key(of range: Range<Int>, in text: LineText, of work: String) -> String {
    let terms: [String] =
      switch order {
      case .right: tokenizer.tokens(in: text.right(of: range)).prefix(Self.most).map(\.term)
      case .left:
        tokenizer.tokens(in: text.left(of: range)).suffix(Self.most).reversed().map(\.term)
      case .match: tokenizer.tokens(in: text.string(range)).prefix(Self.most).map(\.term)
      case .relevance: []
      case .place: [work]
      }
    // A single string compares faster than an array; the separator sorts before all letters.
    return terms.joined(separator: "\u{1}")
  }
}
