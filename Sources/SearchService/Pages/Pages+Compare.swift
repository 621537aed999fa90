// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import People
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// The fewest words of a quotation that can be looked for.
  private static let fewestWords = 3
  /// How many passages with the same words are shown.
  private static let mostQuoters = 30

  /// Answers `/quotations/{work}/{label}/{number}`.
  func compare(_ values: [String], _ target: RequestTarget) throws -> Answer {
    let request = try PlainPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let id = "\(values[0])/\(values[1])"
    guard case .exact(let passage, let work) = try searcher.resolve(id),
      let number = Int(values[2]), passage.quotations.indices.contains(number - 1)
    else { return try missing(.noSuchPassage, visit) }
    let quotation = passage.quotations[number - 1]
    let quoted = try quotedWords(quotation, number: number, of: passage)
    let quoting = Quoting(
      pages: self, quotation: quotation, passage: passage, work: work, visit: visit)
    let source = try quoting.source()
    let others = try quoting.others(without: source?.passage.id)
    let page = ComparePage(
      lead: lead(source, words), words: quoted, quoted: quoting.side(differing: source),
      printed: try source.map { try quoting.side(of: $0) },
      missing: source == nil ? quoting.missing : nil, quoters: others.rows,
      lists: try personLists(quoted, visit))
    var path = ["quotations"]
    path += values
    return try self.page(
      PageFrame(
        "\(words(.compareTitle)): “\(WorkTitle.cut(quotation.text))” – \(WorkTitle.short(work))",
        section: .people, search: Self.box(), main: page.html(visit),
        jsonAddress: "/v1"
          + Visit().address(["passages"] + id.split(separator: "/").map(String.init)),
        path: path), visit)
  }

  private func lead(_ source: Hit?, _ words: Wording) -> String {
    guard let match = source?.quotation else { return "" }
    return match.differences.isEmpty
      ? words(.compareSame) : words.count(.compareDiffer, match.differences.count)
  }

  /// Which works quote the speaker.
  private func personLists(_ quoted: QuotedWords, _ visit: Visit) throws -> [SideList] {
    guard let name = quoted.person, let person = try searcher.person(named: name) else { return [] }
    let found = try searcher.quotations(of: person, offset: 0, limit: 0, until: deadline)
    let links = try found.works.prefix(20).map { count in
      CountedLink(
        try searcher.work(count.value).map(WorkTitle.short) ?? count.value,
        address: visit.address(["people", name], [("work", count.value)]),
        count: visit.wording.number(count.passages))
    }
    return [SideList(visit.wording(.quotedBy), links)]
  }

  /// A quotation that is compared with other passages.
  private struct Quoting {
    let pages: Pages
    let quotation: Quotation
    let passage: Passage
    let work: Work
    let visit: Visit

    private var words: Wording { visit.wording }

    /// The quotation as a query: long ones are found also if they differ, short ones as a phrase.
    private func query(_ filters: [Filter]) -> SearchRequest? {
      let text = quotation.text.replacing("\"", with: " ").replacing("\n", with: " ")
      let count = text.split(separator: " ").count
      guard count >= Pages.fewestWords else { return nil }
      let asked = String(text.prefix(SearchLimits.queryLength - 2))
      var request = SearchRequest(
        count < 7 ? "\"\(asked)\"" : asked, filters: filters, limit: Pages.mostQuoters)
      request.snippetLength = 200
      return request
    }

    /// The passage of the source that has the words; `nil` if it is not held or has them not.
    func source() throws -> Hit? {
      guard let id = quotation.source?.work,
        let request = query([Filter(field: Schema.work.name, value: id)])
      else { return nil }
      return try pages.searcher.search(request, until: pages.deadline).hits.first {
        $0.passage.id != passage.id && hasWords($0)
      }
    }

    private func hasWords(_ hit: Hit) -> Bool {
      if let match = hit.quotation { return match.similarity >= 0.6 }
      return request(isPhraseFor: hit)
    }

    /// Whether the query was a phrase, which a hit contains as it is.
    private func request(isPhraseFor hit: Hit) -> Bool {
      query([])?.query.hasPrefix("\"") == true && !hit.highlights.isEmpty
    }

    /// Why nothing stands beside the quotation.
    var missing: String {
      guard let source = quotation.source else { return words(.sourceNotNamed) }
      guard source.work != nil else { return words(.sourceNotHeld) }
      return query([]) == nil ? words(.sourceShort) : words(.sourceNotFound)
    }

    /// The words as they are quoted.
    func side(differing source: Hit?) -> ComparePage.Side {
      let start = quotation.range.lowerBound
      let inner = passage.text.unicodeScalars
      // The positions of differences are in the text of the quotation, which begins behind its mark.
      let offset = start + leadingMarks(Array(inner.dropFirst(start).prefix(4)))
      let differing = (source?.quotation?.differences ?? []).filter { !$0.asked.isEmpty }.map {
        ($0.position.lowerBound + offset)..<($0.position.upperBound + offset)
      }
      return ComparePage.Side(
        heading: words(.asQuoted, WorkTitle.author(work)) + year(work),
        title: work.displayTitle, place: pages.place(of: passage, words),
        address: (try? pages.readAddress(passage, of: work, visit)) ?? "",
        language: passage.language ?? work.metadata.language?.value, text: passage.text,
        window: quotation.range, different: differing,
        remark: differing.isEmpty ? "" : words(.underlinedQuoted))
    }

    private func leadingMarks(_ beginning: [Unicode.Scalar]) -> Int {
      guard let first = quotation.text.unicodeScalars.first else { return 0 }
      return beginning.firstIndex(of: first) ?? 0
    }

    /// The words as the source has them.
    func side(of hit: Hit) throws -> ComparePage.Side {
      let found =
        hit.quotation?.range ?? hit.highlights.first.map {
          $0.lowerBound..<(hit.highlights.last?.upperBound ?? $0.upperBound)
        } ?? 0..<0
      let differing = (hit.quotation?.differences ?? []).map(\.range).filter { !$0.isEmpty }
      return ComparePage.Side(
        heading: words(.asPrintedBy, WorkTitle.author(hit.work)) + year(hit.work),
        title: hit.work.displayTitle, place: pages.place(of: hit.passage, words),
        address: try pages.readAddress(hit.passage, of: hit.work, visit),
        language: hit.passage.language ?? hit.work.metadata.language?.value,
        text: hit.passage.text, window: found, different: differing,
        remark: differing.isEmpty ? "" : words(.underlinedPrinted))
    }

    private func year(_ work: Work) -> String {
      work.metadata.year.map { ", \($0.value)" } ?? ""
    }

    /// Other passages with the same words, by year.
    func others(without source: String?) throws -> (rows: [ComparePage.Quoter], total: Int) {
      guard let request = query([]) else { return ([], 0) }
      let hits = try pages.searcher.search(request, until: pages.deadline).hits.filter {
        $0.passage.id != passage.id && $0.passage.id != source && hasWords($0)
      }
      let rows = try hits.sorted {
        ($0.work.metadata.year?.value ?? 9_999) < ($1.work.metadata.year?.value ?? 9_999)
      }.map { hit in
        let differences = hit.quotation?.differences.count ?? 0
        return ComparePage.Quoter(
          year: hit.work.metadata.year.map { String($0.value) } ?? "–",
          work: WorkTitle.short(hit.work), place: pages.place(of: hit.passage, words),
          address: try pages.readAddress(hit.passage, of: hit.work, visit),
          through: through(hit),
          differs: differences == 0 ? words(.verbatim) : words.count(.differences, differences))
      }
      return (rows, rows.count)
    }

    /// The work through which a passage has the words.
    private func through(_ hit: Hit) -> String {
      let range = hit.quotation?.range ?? hit.highlights.first ?? 0..<0
      let own = hit.passage.quotations.first { $0.range.overlaps(range) }
      guard let via = own?.via.first else { return "–" }
      return via.authors.first ?? via.title ?? "–"
    }
  }
}

extension WorkTitle {
  /// The family name of the first author, or the title.
  static func author(_ work: Work) -> String {
    let author = work.metadata.people.map(\.value).first { $0.role == .author }
    return author.map { $0.family ?? $0.name } ?? cut(work.displayTitle)
  }
}
