// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import HTTPTypes
import IndexSchema
import PassageSearch
import ReaderPages
import SearchAPI
import TextFolding

extension Pages {
  /// The number of works on a page of a feed, and of passages in one.
  private static let worksPerFeed = 50
  private static let passagesPerFeed = 30

  /// A search as a feed: the passages of the works that were added last come first.
  func atom(_ request: ResultsPageRequest) throws -> Answer {
    var search = request.search
    search.limit = Self.passagesPerFeed
    search.offset = 0
    let found = try searcher.search(search, until: deadline)
    let visit = Visit(wording: visit(request.visit).wording)
    let entries = try found.hits.map { hit in
      AtomFeed.Entry(
        id: hit.passage.id, citation: briefCitation(of: hit.passage, in: hit.work),
        authors: hit.work.authorNames,
        snippet: HTML.joined(
          hit.snippet.map { $0.match ? "<b>\($0.text)</b>" : "\($0.text)" as HTML }),
        language: hit.passage.language ?? hit.work.metadata.language?.value,
        path: visit.address(ofPassage: hit.passage.id),
        updated: try searcher.dividedWork(hit.work.id)?.added ?? 0)
    }
    var page = request
    page.format = .html
    let feed = AtomFeed(
      site: asker.site, title: search.query.isEmpty ? "Pamphlet" : search.query,
      path: ResultsPageRequest.table.address(request, at: "/search"),
      pagePath: ResultsPageRequest.table.address(page, at: "/search"),
      updated: entries.map(\.updated).max() ?? 0, entries: entries)
    var answer = Answer.text(feed.text, "\(AtomFeed.mediaType); charset=utf-8")
    answer.isCut = found.isCut
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// Answers `/opds` and its feeds.
  func opds(_ name: String?, _ target: RequestTarget) throws -> Answer {
    let request = try CatalogueFeedRequest.table.request(target.parameters)
    let catalogue = try searcher.catalogue()
    let updated = catalogue.entries.map(\.added).max() ?? 0
    let text: String
    var kind = OPDSCatalogue.Kind.acquisition
    if name == nil || request.value == nil && (name == "authors" || name == "years") {
      kind = .navigation
    }
    switch name {
    case nil:
      text =
        OPDSCatalogue.root(site: asker.site, updated: updated, works: catalogue.entries.count).text
    case "newest", "new":
      text = works(
        Self.ordered(catalogue.entries, .added), "Newly added", "newest", request, updated)
    case "all":
      text = works(Self.ordered(catalogue.entries, .title), "All works", "all", request, updated)
    case "authors":
      guard let author = request.value else {
        let authors = Dictionary(
          grouping: catalogue.entries.compactMap(\.authors.first), by: \.self)
        text = sections(
          authors.map { ($0.key, $0.value.count) }, "By author", "authors", updated)
        break
      }
      text = works(
        Self.ordered(catalogue.entries.filter { $0.authors.contains(author) }, .year), author,
        "authors", request, updated)
    case "years":
      guard let decade = request.value else {
        let decades = Dictionary(grouping: catalogue.entries.compactMap(\.decade), by: \.self)
        text = sections(
          decades.map { ("\($0.key)s", $0.value.count) }, "By year", "years", updated)
        break
      }
      text = works(
        Self.ordered(
          catalogue.entries.filter { $0.decade.map { "\($0)s" } == decade }, .year), decade,
        "years", request, updated)
    default:
      throw IndexError(
        .notFound, "There is no feed “\(name ?? "")”.", hint: "`/opds` lists the feeds.")
    }
    var answer = Answer.text(text, kind.mediaType)
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  private func sections(
    _ values: [(name: String, count: Int)], _ title: String, _ name: String, _ updated: Int
  ) -> String {
    OPDSNavigation(
      site: asker.site, title: title, path: "/opds/\(name)", upPath: OPDSCatalogue.rootPath,
      updated: updated,
      sections: values.sorted { $0.name < $1.name }.map { value in
        OPDSNavigation.Section(
          title: value.name, summary: value.name,
          path: "/opds/\(name)?value=\(percentEncoded(value.name))", kind: .acquisition,
          count: value.count)
      }
    ).text
  }

  private func works(
    _ entries: [WorkCatalogue.Entry], _ title: String, _ name: String,
    _ request: CatalogueFeedRequest, _ updated: Int
  ) -> String {
    func address(_ offset: Int) -> String {
      var request = request
      request.offset = offset
      return CatalogueFeedRequest.table.address(request, at: "/opds/\(name)")
    }
    let start = min(request.offset, entries.count)
    let shown = entries[start..<min(start + Self.worksPerFeed, entries.count)]
    let end = start + shown.count
    return OPDSAcquisition(
      site: asker.site, title: title, path: address(start),
      paging: FeedPaging(
        first: address(0), previous: start > 0 ? address(max(0, start - Self.worksPerFeed)) : nil,
        next: end < entries.count ? address(end) : nil, total: entries.count, offset: start,
        size: Self.worksPerFeed),
      updated: updated,
      works: shown.map { entry in
        OPDSWork(
          id: entry.id, title: entry.title, authors: entry.authors, language: entry.language,
          year: entry.year, path: Visit().address(["works", entry.id]),
          downloads: [
            OPDSWork.Download(path: Visit().address(["works", entry.id]), mediaType: "text/html")
          ], updated: entry.added)
      }
    ).text
  }

  /// Answers `/sitemap.xml` and its parts.
  func sitemap(_ part: Int?) throws -> Answer {
    let map = Sitemap(
      site: asker.site,
      pages: try searcher.catalogue().entries.map {
        Sitemap.Page(Visit().address(["works", $0.id]), updated: $0.added)
      })
    guard let text = part.map({ map.part($0) }) ?? map.text else {
      throw IndexError(.notFound, "There is no such part of the sitemap.")
    }
    var answer = Answer.text(text, "application/xml; charset=utf-8")
    answer.add(.cacheControl, "no-cache")
    return answer
  }

  /// Answers `/suggest`: completions in the form that browsers ask for.
  func suggestions(_ target: RequestTarget) throws -> Answer {
    let request = try SuggestRequest.table.request(target.parameters)
    let text = request.text ?? ""
    let suggestions = OpenSearchSuggestions(
      query: text, completions: try searcher.completions(of: text, limit: request.limit))
    return .text(suggestions.text, "\(OpenSearch.suggestionsType); charset=utf-8")
  }
}
