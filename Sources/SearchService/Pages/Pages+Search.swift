// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI
import TextFolding

extension Pages {
  /// The fields that results can be narrowed by, in the order of the page.
  static let narrowingFields = [
    Schema.decade, Schema.author, Schema.speaker, Schema.kind, Schema.language, Schema.work,
    Schema.cites, Schema.collection,
  ]

  /// Answers `/search`.
  func results(_ target: RequestTarget) throws -> Answer {
    let parameters = target.parameters.filter { !$0.value.isEmpty || $0.name == "q" }
    var request = try ResultsPageRequest.table.request(parameters)
    if request.search.query.isEmpty, request.search.filters.isEmpty, request.search.like == nil {
      return Self.see(visit(request.visit).address([]))
    }
    if request.format == .atom { return try atom(request) }
    if request.view == .concordance { return try concordance(request) }
    request.search.groupByWork = request.view == .works || request.search.groupByWork
    var asked = request.search
    asked.facets = Self.narrowingFields.map(\.name)
    let found = try searcher.search(asked, until: deadline)
    let visit = visit(request.visit, query: request.search.query)
    let words = visit.wording
    var page = SearchPage(
      query: request.search.query, remarks: remarks(found.query.warnings),
      suggestion: suggestion(found.query.suggestion, request),
      total: try total(found, words), content: .hits(try cards(found, request, visit)),
      start: request.search.offset + 1, views: views(request, words),
      orders: orders(request, words), exports: exports(request, words),
      narrowing: try narrowing(found, request, words), basket: try basket(visit),
      pager: pager(found, request, words))
    if found.query.interpreted.isEmpty { page.suggestion = nil }
    return try self.page(frame(request, page.html(visit), visit), visit)
  }

  /// The frame around results.
  private func frame(_ request: ResultsPageRequest, _ main: HTML, _ visit: Visit) -> PageFrame {
    let words = visit.wording
    let query = request.search.query
    var api = request.search
    api.offset = request.search.offset
    let filters = request.search.filters.map { ($0.field, $0.value) }
    var hidden: [Visit.Parameter] = filters
    if request.view != .passages { hidden.append(("view", request.view.rawValue)) }
    let feed = address(request) {
      $0.format = .atom
      $0.view = .passages
      $0.search.offset = 0
      $0.visit.kept = []
    }
    return PageFrame(
      query.isEmpty ? words(.resultsAll) : query, section: .search,
      search: Self.box(query, hidden: hidden), main: main, skip: .skipToResults,
      head:
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(words(.asFeed))\" href=\"\(feed)\">\n",
      jsonAddress: request.view == .concordance
        ? nil : SearchRequest.table.address(api, at: "/v1/search"),
      path: ["search"], parameters: [("q", query)] + hidden, isListed: false)
  }

  // MARK: Concordance

  private func concordance(_ request: ResultsPageRequest) throws -> Answer {
    var search = request.search
    search.limit = request.format == .csv ? SearchLimits.limit * 10 : 50
    if request.format == .csv { search.offset = 0 }
    let found = try searcher.concordance(
      search, order: request.lines, context: request.format == .csv ? 120 : 70, until: deadline)
    if request.format == .csv { return csv(found) }
    let visit = visit(request.visit, query: request.search.query)
    let words = visit.wording
    let rows = try found.lines.map { line -> ConcordanceRow in
      let language = line.passage.language ?? line.work.metadata.language?.value
      return ConcordanceRow(
        left: line.left, match: line.match, right: line.right,
        place: "\(WorkTitle.short(line.work)), \(place(of: line.passage, words))",
        address: try readAddress(line.passage, of: line.work, visit),
        language: language == words.language ? nil : language)
    }
    let shown = request.search.offset + found.lines.count
    let page = SearchPage(
      query: request.search.query, remarks: remarks(found.query.warnings),
      suggestion: suggestion(found.query.suggestion, request),
      total: words(
        .linesOfPassages, words.count(.lines, found.total),
        words.count(.passages, found.passages)),
      content: .lines(rows), views: views(request, words), orders: orders(request, words),
      exports: exports(request, words), basket: try basket(visit),
      pager: Pager(
        previous: request.search.offset > 0
          ? address(request) { $0.search.offset = max(0, $0.search.offset - 50) } : nil,
        next: shown < found.total && shown <= SearchLimits.offset
          ? address(request) { $0.search.offset = shown } : nil,
        range: words(
          .rangeOf, words.number(request.search.offset + 1), words.number(shown),
          words.number(found.total))))
    return try self.page(frame(request, page.html(visit), visit), visit)
  }

  /// The lines as comma-separated values (RFC 4180).
  private func csv(_ found: Concordance) -> Answer {
    var lines = ["left,match,right,citation,id"]
    for line in found.lines {
      lines.append(
        [
          line.left, line.match, line.right,
          citation(of: line.passage, in: line.work, style: .chicago), line.passage.id,
        ].map(Self.quoted).joined(separator: ","))
    }
    var answer = Answer.text(
      lines.joined(separator: "\r\n") + "\r\n", "text/csv; charset=utf-8; header=present")
    answer.add(.contentDisposition, "attachment; filename=\"concordance.csv\"")
    answer.isCut = found.isCut
    return answer
  }

  /// A value between quotation marks; one that a spreadsheet would take for a formula begins with an
  /// apostrophe.
  private static func quoted(_ value: String) -> String {
    let isFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
    return "\"\(isFormula ? "'" : "")\(value.replacing("\"", with: "\"\""))\""
  }

  // MARK: Hits

  private func cards(
    _ found: SearchResults, _ request: ResultsPageRequest, _ visit: Visit
  ) throws -> [HitCard] {
    var cards: [HitCard] = []
    var places: [UInt64: Int] = [:]
    for hit in found.hits {
      let address = try readAddress(hit.passage, of: hit.work, visit)
      // The same words in another copy are shown once.
      if let first = places[hit.passage.fingerprint], hit.passage.text.utf8.count > 40 {
        cards[first].copies.append((WorkTitle.short(hit.work), address))
        continue
      }
      places[hit.passage.fingerprint] = cards.count
      cards.append(try card(hit, address, request, visit))
    }
    return cards
  }

  private func card(
    _ hit: Hit, _ address: String, _ request: ResultsPageRequest, _ visit: Visit
  ) throws -> HitCard {
    let passage = hit.passage
    let quoted = try relevantQuotations(hit, request)
    var snippet = hit.snippet.map { SnippetRun($0.text, isMatch: $0.match) }
    if hit.highlights.isEmpty, let first = quoted.first {
      snippet = Excerpt.runs(around: first.quotation.range, of: passage.text)
    }
    var kept = request
    kept.visit.kept.append(passage.id)
    let anchor = HitCard.anchor(passage.id)
    return HitCard(
      passage, of: hit.work, snippet: snippet,
      differences: (hit.quotation?.differences ?? []).map {
        PrintedDifference(found: $0.found, asked: $0.asked)
      },
      quotations: quoted, readAddress: address,
      keepAddress: visit.kept.count < APILimits.kept
        ? ResultsPageRequest.table.address(kept, at: "/search") + "#\(percentEncoded(anchor))"
        : nil,
      isKept: visit.kept.contains(passage.id),
      likeAddress: likeAddress(passage, request),
      more: hit.others > 0
        ? (
          hit.others,
          self.address(request) {
            $0.view = .passages
            $0.search.groupByWork = false
            $0.search.offset = 0
            $0.search.filters.append(Filter(field: Schema.work.name, value: hit.work.id))
          }
        ) : nil)
  }

  private func likeAddress(_ passage: Passage, _ request: ResultsPageRequest) -> String {
    var like = ResultsPageRequest.blank
    like.search.like = passage.id
    like.visit = request.visit
    return ResultsPageRequest.table.address(like, at: "/search")
  }

  /// The quotations that the hit is about: those that the matches are in, else those of the speaker
  /// that was asked for.
  private func relevantQuotations(
    _ hit: Hit, _ request: ResultsPageRequest
  ) throws -> [QuotedWords] {
    let all = hit.passage.quotations.enumerated()
    let marked = all.filter { _, quotation in
      hit.highlights.contains { $0.overlaps(quotation.range) }
    }
    var chosen = marked.filter { $0.element.speaker != nil || $0.element.source != nil }
    if chosen.isEmpty {
      let names = request.search.filters.filter { $0.field == Schema.speaker.name }.map {
        PersonWords($0.value)
      }
      if !names.isEmpty {
        chosen = all.filter { _, quotation in
          guard let speaker = quotation.speaker else { return false }
          let words = PersonWords(speaker)
          return names.contains { $0.isPart(of: words) }
        }
      }
      if chosen.isEmpty, hit.passage.kind == .quotation || hit.highlights.isEmpty {
        chosen = all.filter { $0.element.speaker != nil }
      }
    }
    // Parts of one quotation, interrupted by who says it, are one account.
    var seen: Set<Quotation> = []
    chosen = chosen.filter { _, quotation in
      var account = quotation
      (account.range, account.text, account.evidence, account.confidence) = (0..<0, "", [], nil)
      return seen.insert(account).inserted
    }
    return try chosen.prefix(3).map { try quotedWords($1, number: $0 + 1, of: hit.passage) }
  }

  /// A quotation with the person that its speaker is.
  func quotedWords(_ quotation: Quotation, number: Int, of passage: Passage) throws -> QuotedWords {
    QuotedWords(
      quotation, number: number, passage: passage.id,
      person: try quotation.speaker.flatMap { try searcher.preferredName(of: $0) })
  }

  /// The address of a passage in its chapter, with the query.
  func readAddress(_ passage: Passage, of work: Work, _ visit: Visit) throws -> String {
    guard let divided = try searcher.dividedWork(work.id) else {
      return visit.address(ofPassage: passage.id)
    }
    return visit.address(
      ofPassage: passage.label, inChapter: divided.chapterLabel(at: passage.ordinal),
      ofWork: work.id)
  }

  /// The page of a passage, or its note or paragraph.
  func place(of passage: Passage, _ words: Wording) -> String { PlaceText.text(passage, words) }

  // MARK: Around the hits

  private func remarks(_ warnings: [QueryWarning]) -> [SearchPage.Remark] {
    warnings.map { SearchPage.Remark($0.message) }
  }

  private func suggestion(_ query: String?, _ request: ResultsPageRequest) -> SuggestedQuery? {
    query.map { query in
      SuggestedQuery(
        query: query,
        address: address(request) {
          $0.search.query = query
          $0.search.offset = 0
        })
    }
  }

  private func total(_ found: SearchResults, _ words: Wording) throws -> String {
    let passages = words.count(.passages, found.total)
    let number = found.totalIsEstimate ? words(.about, passages) : passages
    let works = found.facets[Schema.work.name] ?? []
    // A facet has at most a hundred values.
    guard !works.isEmpty, works.count < 100 else { return number }
    return words(.inWorks, number, words.count(.works, works.count))
  }

  private func pager(
    _ found: SearchResults, _ request: ResultsPageRequest, _ words: Wording
  ) -> Pager {
    let offset = request.search.offset
    let next = SearchAnswer(found, to: request.search, milliseconds: 0).nextRequest
    return Pager(
      previous: offset > 0
        ? address(request) { $0.search.offset = max(0, offset - $0.search.limit) } : nil,
      next: next.map { next in address(request) { $0.search = next } },
      range: words(
        .rangeOf, words.number(offset + 1), words.number(offset + found.hits.count),
        words.number(found.total)))
  }

  private func views(_ request: ResultsPageRequest, _ words: Wording) -> ViewLinks {
    let views: [(ResultsPageRequest.View, Sentence)] = [
      (.passages, .viewPassages), (.works, .viewWorks), (.concordance, .viewConcordance),
    ]
    return ViewLinks(
      views.map { view, sentence in
        CountedLink(
          words(sentence),
          address: address(request) {
            $0.view = view
            $0.search.groupByWork = false
            $0.search.offset = 0
          }, isCurrent: request.view == view)
      })
  }

  private func orders(_ request: ResultsPageRequest, _ words: Wording) -> ViewLinks {
    if request.view == .concordance {
      let orders: [(ConcordanceOrder, Sentence)] = [
        (.right, .orderRight), (.left, .orderLeft), (.match, .orderMatch),
        (.relevance, .orderRelevance), (.place, .orderPlace),
      ]
      return ViewLinks(
        orders.map { order, sentence in
          CountedLink(
            words(sentence),
            address: address(request) {
              $0.lines = order
              $0.search.offset = 0
            }, isCurrent: request.lines == order)
        })
    }
    let orders: [(SearchOrder, Sentence)] = [
      (.relevance, .orderRelevance), (.year, .orderYear), (.newest, .orderNewest),
      (.place, .orderPlace),
    ]
    return ViewLinks(
      orders.map { order, sentence in
        CountedLink(
          words(sentence),
          address: address(request) {
            $0.search.order = order
            $0.search.offset = 0
          }, isCurrent: request.search.order == order)
      })
  }

  private func exports(_ request: ResultsPageRequest, _ words: Wording) -> [CountedLink] {
    if request.view == .concordance {
      return [CountedLink(words(.asCSV), address: address(request) { $0.format = .csv })]
    }
    return [
      CountedLink(
        words(.asFeed),
        address: address(request) {
          $0.format = .atom
          $0.search.offset = 0
          $0.visit.kept = []
        })
    ]
  }

  /// The address of the same results with a change.
  func address(
    _ request: ResultsPageRequest, _ change: (inout ResultsPageRequest) -> Void
  ) -> String {
    var request = request
    change(&request)
    if request.view == .passages { request.search.groupByWork = false }
    return ResultsPageRequest.table.address(request, at: "/search")
  }
}

/// The words of a name, in plain letters.
private struct PersonWords {
  private let words: Set<String>

  init(_ name: String) {
    words = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  func isPart(of other: PersonWords) -> Bool { !words.isEmpty && words.isSubset(of: other.words) }
}
