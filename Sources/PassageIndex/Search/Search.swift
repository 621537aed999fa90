// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus

/// One search in one snapshot.
struct Search {
  /// How many passages are looked at so that small totals are exact.
  private static let exactTotal = 200

  let request: SearchRequest
  let query: ParsedQuery
  let snapshot: Snapshot

  func results() throws(IndexError) -> SearchResults {
    let query = try likeness()
    var compiler = QueryCompiler(snapshot: snapshot, needsAllParts: request.order != .relevance)
    let compiled = try compiler.compile(query)
    var run = SearchRun(compiled.program)
    run.first = UInt32(request.offset)
    run.limit = UInt32(request.limit)
    run.checkAtLeast = UInt32(request.offset + request.limit + Self.exactTotal)
    run.sortSlots = request.order.slots
    let facets = Facets(request.facets)
    run.facetSlots = facets.slots
    // Facets count every passage that matches, so every one has to be looked at.
    if !facets.isEmpty || request.groupByWork { run.checkAtLeast = UInt32.max }
    if request.groupByWork { run.collapseSlot = Schema.Slot.work }
    let block = try run.run(on: snapshot.database)
    let total = block.total
    var hits = try hits(in: block, of: query, compiled)
    if request.explains {
      let explanation = try Explanation(query.root, compiler: compiler, hits: hits)
      for index in hits.indices { hits[index].explanation = explanation.parts(of: hits[index]) }
    }
    return SearchResults(
      query: InterpretedQuery(
        text: request.query,
        interpreted: query.interpreted,
        suggestion: try Suggestion(snapshot: snapshot).suggestion(for: request.query, query)
          ?? query.correctedFields,
        warnings: query.warnings + compiled.warnings + revisionWarnings
      ),
      total: total.estimate,
      totalIsEstimate: total.lower != total.upper,
      hits: hits,
      facets: facets.counts(in: block),
      revision: snapshot.revision
    )
  }

  /// The query, with the passage that others shall be like.
  private func likeness() throws(IndexError) -> ParsedQuery {
    guard let like = request.like else { return query }
    return try Likeness(snapshot: snapshot).query(like: like, query)
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
    in block: ResultBlock, of query: ParsedQuery, _ compiled: CompiledQuery
  ) throws(IndexError) -> [Hit] {
    let found = try block.map { (item, bytes) throws(IndexError) in
      (try snapshot.passage(stored: bytes), item.weight, Int(item.frequency))
    }
    guard !found.isEmpty else { return [] }
    let works = try snapshot.works(found.map(\.0.work))
    var highlighter = try Highlighter(query.root, compiled, snapshot: snapshot)
    var hits: [Hit] = []
    for (passage, weight, others) in found {
      guard let work = works[passage.work] else { throw IndexError.lostWork(of: passage) }
      let highlights = try highlighter.highlights(in: passage)
      hits.append(
        Hit(
          passage: passage,
          work: work,
          score: weight.truncatingRemainder(dividingBy: QueryCompiler.allPartsBonus),
          highlights: highlights.merged,
          snippet: Snippet.parts(
            of: passage.text,
            highlights: highlights,
            length: request.snippetLength,
            weights: highlighter.weights
          ),
          others: others,
          quotation: compiled.quotations.first { $0.passage == passage.id }
        )
      )
    }
    return hits
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
