// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus

extension Searcher {
  /// Searches; the whole answer comes from one revision of the index.
  ///
  /// - Throws: `IndexError(.invalidQuery)` with the place in the query, `.invalidArgument` if more
  ///   is asked for than `SearchLimits` allow.
  package func search(_ request: SearchRequest) throws(IndexError) -> SearchResults {
    try request.validate()
    var parser = QueryParser()
    let query = try parser.parse(request.query, filters: request.filters)
    return try answer { (snapshot) throws(IndexError) in
      try Search(request: request, query: query, snapshot: snapshot).results()
    }
  }
}

extension SearchRequest {
  fileprivate func validate() throws(IndexError) {
    guard (0...SearchLimits.limit).contains(limit), (0...SearchLimits.offset).contains(offset)
    else {
      throw IndexError(
        .invalidArgument,
        "At most \(SearchLimits.limit) passages are given at once, the first of them at most the "
          + "\(SearchLimits.offset + 1)th.",
        hint: "Make the query narrower."
      )
    }
    for name in facets where Schema.fields.first(where: { $0.name == name })?.isFacet != true {
      let names = Schema.fields.filter(\.isFacet).map(\.name).joined(separator: ", ")
      throw IndexError(
        .invalidArgument,
        "There is no facet “\(name)”.",
        hint: "The facets are \(names)."
      )
    }
  }
}

/// One search in one snapshot.
struct Search {
  /// How many passages are looked at so that small totals are exact.
  private static let exactTotal = 200

  let request: SearchRequest
  let query: ParsedQuery
  let snapshot: Snapshot

  func results() throws(IndexError) -> SearchResults {
    var run = SearchRun(try QueryCompiler(snapshot: snapshot).program(query))
    run.first = UInt32(request.offset)
    run.limit = UInt32(request.limit)
    run.checkAtLeast = UInt32(request.offset + request.limit + Self.exactTotal)
    let facets = request.facets.compactMap { name in
      Schema.fields.first { $0.name == name }
    }
    run.facetSlots = facets.compactMap { field in
      field.slot.map { cx_facet_slot(slot: $0, is_number: field.kind == .number) }
    }
    // Facets count every passage that matches, so every one has to be looked at.
    if !facets.isEmpty || request.groupByWork { run.checkAtLeast = UInt32.max }
    if request.groupByWork { run.collapseSlot = Schema.Slot.work }
    let block = try run.run(on: snapshot.database)
    let total = block.total
    return SearchResults(
      query: InterpretedQuery(
        text: request.query,
        interpreted: query.interpreted,
        suggestion: try Suggestion(snapshot: snapshot).suggestion(for: request.query, query),
        warnings: query.warnings
      ),
      total: total.estimate,
      totalIsEstimate: total.lower != total.upper,
      hits: try hits(in: block),
      facets: Self.counts(of: facets, in: block),
      revision: snapshot.revision
    )
  }

  private func hits(in block: ResultBlock) throws(IndexError) -> [Hit] {
    let found = try block.map { (item, bytes) throws(IndexError) in
      (try snapshot.passage(stored: bytes), item.weight, Int(item.frequency))
    }
    let works = try snapshot.works(found.map(\.0.work))
    var highlighter = try Highlighter(query.root, snapshot: snapshot)
    var hits: [Hit] = []
    for (passage, weight, others) in found {
      guard let work = works[passage.work] else {
        throw IndexError(
          .corrupt,
          "The passage \(passage.id) belongs to a work that the index does not hold.",
          hint: "Run `pamphlet check`, or build the index again with `pamphlet index --rebuild`."
        )
      }
      let highlights = try highlighter.highlights(in: passage.text)
      hits.append(
        Hit(
          passage: passage,
          work: work,
          score: weight >= QueryCompiler.allWordsBonus
            ? weight - QueryCompiler.allWordsBonus : weight,
          highlights: highlights.merged,
          snippet: Snippet.parts(
            of: passage.text,
            highlights: highlights,
            length: request.snippetLength
          ),
          others: others
        )
      )
    }
    return hits
  }

  private static func counts(of fields: [Field], in block: ResultBlock) -> [String: [FacetCount]] {
    guard !fields.isEmpty else { return [:] }
    var counts: [String: [FacetCount]] = [:]
    for field in fields { counts[field.name] = [] }
    for facet in block.facets {
      guard let field = fields.first(where: { $0.slot == facet.slot }) else { continue }
      let value = field.kind == .number ? String(Int(facet.number)) : facet.value
      counts[field.name]?.append(
        FacetCount(value: value, passages: facet.documents, works: facet.groups)
      )
    }
    for (name, values) in counts {
      counts[name] = Array(
        values.sorted { ($1.passages, $0.value) < ($0.passages, $1.value) }.prefix(100)
      )
    }
    return counts
  }
}
