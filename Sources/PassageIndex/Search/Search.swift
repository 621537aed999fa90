// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus

/// One search in one snapshot.
struct Search {
  /// How many passages are looked at so that small totals are exact.
  private static let exactTotal = 200
  /// How many are where libxapian guesses badly, words that must stand together.
  private static let exactTotalOfHard = 2_500

  /// How long after the deadline what was found is still made ready to be shown.
  private static let grace = Duration.milliseconds(80)

  let request: SearchRequest
  let query: ParsedQuery
  let snapshot: Snapshot
  let ranking: Ranking
  let deadline: Deadline
  private let corrections: [Spelling.Correction]

  init(
    _ request: SearchRequest, _ query: ParsedQuery, in snapshot: Snapshot, ranking: Ranking,
    until deadline: Deadline
  ) throws(IndexError) {
    self.request = request
    self.snapshot = snapshot
    self.ranking = ranking
    self.deadline = deadline
    corrections =
      ranking.correctsSpelling
      ? try Spelling(snapshot: snapshot, deadline: deadline).corrections(of: query.words) : []
    let corrected = query.corrected(by: corrections)
    if let like = request.like {
      self.query = try Likeness(snapshot: snapshot).query(like: like, corrected)
    } else {
      self.query = corrected
    }
  }

  /// The words that the second stage ranks by.
  private var plainWords: [Token] {
    switch query.root {
    case .words, .quotation: query.root.plainWords.map(\.token)
    case .group(let group): group.words.map(\.token)
    default: []
    }
  }

  /// How many passages the second stage ranks again.
  private var depth: Int {
    request.order == .relevance ? ranking.depth(words: plainWords.count) : 0
  }

  private var isRankedAgain: Bool {
    depth > 0
  }

  private var compiler: QueryCompiler {
    QueryCompiler(
      snapshot: snapshot, ranking: ranking, until: deadline,
      needsAllParts: request.order != .relevance)
  }

  /// The run for the passages that match, as many as the page or the second stage needs, the best
  /// first.
  private func firstStage(_ program: QueryProgram, _ facets: Facets) -> SearchRun {
    var run = SearchRun(program, ranking: ranking)
    run.passages = snapshot.passageCount
    let end = request.offset + request.limit
    if isRankedAgain {
      run.limit = UInt32(max(end, depth))
      run.wantsData = false
    } else {
      run.first = UInt32(request.offset)
      run.limit = UInt32(request.limit)
    }
    run.checkAtLeast = UInt32(
      end + (program.isHardToCount ? Self.exactTotalOfHard : Self.exactTotal))
    run.sortSlots = request.order.slots
    run.facetSlots = facets.slots
    // Facets count every passage that matches, so every one has to be looked at.
    if !facets.isEmpty || request.groupByWork { run.checkAtLeast = UInt32.max }
    if request.groupByWork { run.collapseSlot = Schema.Slot.work }
    return run
  }

  /// A passage of the page.
  private struct Ranked {
    var passage: Passage
    var document: UInt32
    /// Its weight, with what the second stage gave.
    var score: Double
    /// What the second stage gave.
    var nearness: Double
    /// How many other passages of its work answer, if grouped by work.
    var others: Int
  }

  /// The passages of the page, ranked again where the query has words that may stand together.
  private func page(of block: ResultBlock) throws(IndexError) -> [Ranked] {
    guard isRankedAgain else {
      return try block.map { (item, bytes) throws(IndexError) in
        Ranked(
          passage: try snapshot.passage(stored: bytes), document: item.document,
          score: item.weight, nearness: 0, others: Int(item.frequency))
      }
    }
    guard request.limit > 0 else { return [] }
    let items = block.withItems { Array($0) }
    var nearness = [Double](repeating: 0, count: items.count)
    let depth = min(self.depth, items.count)
    let plain = try PlainWords(plainWords, in: snapshot, ranking: ranking)
    if depth > 0, var stage = try SecondStage(plain, in: snapshot, ranking: ranking) {
      let sequences = try snapshot.database.values(
        Schema.Slot.sequence, of: items[..<depth].map(\.document))
      nearness.replaceSubrange(..<depth, with: try stage.bonuses(for: sequences))
    }
    let scores = zip(items, nearness).map { $0.weight + $1 }
    let order = (0..<depth).sorted { (scores[$1], $0) < (scores[$0], $1) } + (depth..<items.count)
    let page = order.dropFirst(request.offset).prefix(request.limit)
    guard !page.isEmpty else { return [] }
    let passages = try snapshot.database.documents(page.map { items[$0].document })
      .map { (_, bytes) throws(IndexError) in try snapshot.passage(stored: bytes) }
    return zip(page, passages).map { index, passage in
      Ranked(
        passage: passage, document: items[index].document, score: scores[index],
        nearness: nearness[index], others: Int(items[index].frequency))
    }
  }

  /// The passages of the page with their scores.
  func ranked() throws(IndexError) -> [(passage: Passage, score: Double)] {
    var compiler = compiler
    let run = firstStage(try compiler.compile(query).program, Facets([]))
    return try page(of: run.run(on: snapshot.database, until: deadline)).map {
      ($0.passage, $0.score)
    }
  }

  func results() throws(IndexError) -> SearchResults {
    var compiler = compiler
    let compiled = try compiler.compile(query)
    let facets = Facets(request.facets)
    let block = try firstStage(compiled.program, facets).run(
      on: snapshot.database, until: deadline)
    let total = block.total
    let page = try page(of: block)
    let missing =
      total.upper == 0 && !deadline.hasCut ? query.root.phrases.map(QueryWarning.nowhere) : []
    var hits = try hits(of: page, compiled)
    if request.explains {
      let explanation = try Explanation(query.root, compiler: compiler, hits: hits)
      for index in hits.indices {
        hits[index].explanation = explanation.parts(
          of: hits[index], nearness: page[index].nearness)
      }
    }
    return SearchResults(
      query: query.account(
        of: request.query, corrections,
        warnings: query.warnings + compiled.warnings + revisionWarnings + missing
          + deadline.warnings),
      total: total.estimate,
      totalIsEstimate: total.lower != total.upper || deadline.hasCut,
      hits: hits,
      facets: facets.counts(in: block),
      revision: snapshot.revision,
      isCut: deadline.hasCut
    )
  }

  /// Pages of one search belong to one revision; another may have other passages on them.
  private var revisionWarnings: [QueryWarning] {
    guard let revision = request.revision, revision != snapshot.revision else { return [] }
    return [
      QueryWarning(
        code: "revision-changed",
        message: "The index has changed since the page before; passages may be missing or come "
          + "twice. Begin again at the first page."
      )
    ]
  }

  private func hits(
    of page: [Ranked], _ compiled: CompiledQuery
  ) throws(IndexError) -> [Hit] {
    guard !page.isEmpty else { return [] }
    let works = try snapshot.works(page.map(\.passage.work))
    var highlighter = try Highlighter(query.root, compiled, snapshot: snapshot)
    let sequences = try snapshot.database.values(
      Schema.Slot.sequence, of: page.map(\.document))
    var rest = page[...]
    return try sequences.map { (_, sequence) throws(IndexError) in
      let ranked = rest.removeFirst()
      let passage = ranked.passage
      guard let work = works[passage.work] else { throw IndexError.lostWork(of: passage) }
      // What was found is shown, if need be without its marks.
      let highlights =
        deadline.cuts(grace: Self.grace)
        ? [] : try highlighter.highlights(in: passage, sequence: sequence)
      return Hit(
        passage: passage,
        work: work,
        score: ranked.score.truncatingRemainder(dividingBy: QueryCompiler.allPartsBonus),
        highlights: highlights.merged,
        snippet: Snippet.parts(
          of: passage.text,
          highlights: highlights,
          length: request.snippetLength,
          weights: highlighter.weights
        ),
        others: ranked.others,
        quotation: compiled.quotations.first { $0.passage == passage.id }
      )
    }
  }
}

extension SearchOrder {
  /// The slots to sort by before weight.
  fileprivate var slots: [cx_sort_slot] {
    switch self {
    case .relevance: []
    case .year: [cx_sort_slot(slot: Schema.Slot.year, is_descending: false)]
    case .newest: [cx_sort_slot(slot: Schema.Slot.year, is_descending: true)]
    case .place:
      [Schema.Slot.work, Schema.Slot.ordinal].map { cx_sort_slot(slot: $0, is_descending: false) }
    }
  }
}

extension IndexError {
  /// A passage whose work is not there.
  static func lostWork(of passage: Passage) -> IndexError {
    IndexError(
      .corrupt,
      "The passage \(passage.id) belongs to a work that the index does not hold.",
      hint: "Run `pamphlet check`, or build the index again with `pamphlet index --rebuild`."
    )
  }
}
