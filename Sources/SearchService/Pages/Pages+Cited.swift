// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// The number of cited works on a page.
  private static let citedPerPage = 100

  /// Answers `/cited`.
  func cited(_ target: RequestTarget) throws -> Answer {
    let request = try CitedPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let cited = try searcher.citedWorks()
    let works: [CitedWork] =
      switch request.order {
      case .references: cited.works
      case .author:
        cited.works.sorted {
          ($0.listKey, $0.edition ?? 9_999, $0.title) < ($1.listKey, $1.edition ?? 9_999, $1.title)
        }
      case .year:
        cited.works.sorted {
          ($0.edition ?? 9_999, $0.listKey, $0.title) < ($1.edition ?? 9_999, $1.listKey, $1.title)
        }
      }
    let start = min(request.offset, works.count)
    let shown = works[start..<min(start + Self.citedPerPage, works.count)]
    let end = start + shown.count
    func address(_ change: (inout CitedPageRequest) -> Void) -> String {
      var request = request
      change(&request)
      return CitedPageRequest.table.address(request, at: "/cited")
    }
    let orders: [(CitedPageRequest.Order, Sentence)] = [
      (.references, .citedMost), (.author, .orderAuthor), (.year, .citedYear),
    ]
    let page = CitedPage(
      total: words.count(.works, works.count), rows: try shown.map { try citedRow($0, visit) },
      orders: ViewLinks(
        orders.map { order, sentence in
          CountedLink(
            words(sentence),
            address: address {
              $0.order = order
              $0.offset = 0
            }, isCurrent: request.order == order)
        }),
      pager: Pager(
        previous: start > 0 ? address { $0.offset = max(0, start - Self.citedPerPage) } : nil,
        next: end < works.count ? address { $0.offset = end } : nil,
        range: words(
          .rangeOf, words.number(start + 1), words.number(end), words.number(works.count))),
      remark: cited.withoutTitle > 0 ? words.count(.withoutTitle, cited.withoutTitle) : nil)
    return try self.page(
      PageFrame(
        words(.citedTitle), section: .cited, search: Self.box(), main: page.html(visit),
        path: ["cited"]), visit)
  }

  private func citedRow(_ work: CitedWork, _ visit: Visit) throws -> CitedPage.Row {
    let words = visit.wording
    var remarks: [String] = []
    if let container = work.container { remarks.append(words(.inContainer, container)) }
    let editions = work.editions.keys.sorted()
    if !editions.isEmpty {
      remarks.append(words(.editions, editions.map(String.init).joined(separator: ", ")))
    }
    let volumes = work.volumes.keys.sorted { ($0.count, $0) < ($1.count, $1) }
    if !volumes.isEmpty { remarks.append(words(.volumes, volumes.joined(separator: ", "))) }
    for (name, _) in work.through.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(2)
    {
      remarks.append(words(.through, name))
    }
    let citing = work.citing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var links = try citing.prefix(4).map { id, count in
      CountedLink(
        try searcher.work(id).map(WorkTitle.short) ?? id,
        address: visit.address(
          ofSearch: "", [("work", id), ("cites", String(work.title.prefix(150)))]),
        count: words.number(count))
    }
    let search = visit.address(ofSearch: "", [("cites", String(work.title.prefix(150)))])
    if citing.count > 4 {
      links.append(CountedLink(words.count(.andMore, citing.count - 4), address: search))
    }
    return CitedPage.Row(
      authors: work.authors.joined(separator: ", "), title: work.title, remarks: remarks,
      references: work.references, citing: links,
      held: try work.held.sorted().prefix(3).map {
        CountedLink(
          try searcher.work($0).map(WorkTitle.short) ?? $0, address: visit.address(ofWork: $0))
      }, searchAddress: search)
  }
}

extension CitedWork {
  /// The last word of the first author's name, for lists; works without authors come last.
  fileprivate var listKey: String {
    authors.first?.split(separator: " ").last.map { $0.lowercased() } ?? "\u{10FFFF}"
  }
}
