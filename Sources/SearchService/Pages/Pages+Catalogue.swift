// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexReports
import IndexSchema
import PassageSearch
import People
import ReaderPages
import SearchAPI
import TextFolding

extension Pages {
  /// The number of works on a page of the catalogue.
  private static let worksPerPage = 100

  /// Answers `/works`.
  func catalogue(_ target: RequestTarget) throws -> Answer {
    let parameters = target.parameters.filter { !$0.value.isEmpty }
    let request = try CataloguePageRequest.table.request(parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let catalogue = try searcher.catalogue()
    let people = try authors(catalogue)
    let entries = catalogue.entries.map { entry in
      var entry = entry
      entry.sortName = entry.authors.first.flatMap { people[$0] } ?? entry.sortName
      return entry
    }
    let chosen = Self.ordered(
      entries.filter { Self.matches($0, request, catalogue) }, request.order)
    let start = min(request.offset, chosen.count)
    let shown = Array(chosen[start..<min(start + Self.worksPerPage, chosen.count)])
    let end = start + shown.count
    let page = CataloguePage(
      title: words(.worksTitle), total: words.count(.works, chosen.count),
      orders: ViewLinks(orders(request, words)),
      narrowing: narrowing(catalogue, request, words),
      groups: groups(shown, catalogue, request, visit),
      pager: Pager(
        previous: start > 0
          ? address(request) { $0.offset = max(0, start - Self.worksPerPage) } : nil,
        next: end < chosen.count ? address(request) { $0.offset = end } : nil,
        range: words(
          .rangeOf, words.number(start + 1), words.number(end), words.number(chosen.count))))
    return try self.page(
      PageFrame(
        words(.worksTitle), section: .works, search: Self.box(), main: page.html(visit),
        jsonAddress: "/v1/works", path: ["works"],
        parameters: target.parameters.filter { $0.name != "lang" && $0.name != "kept" }
          .map { ($0.name, $0.value) }), visit)
  }

  /// The names of authors with the family name first, by any form of the name: one person stands in
  /// one place, however spelled.
  private func authors(_ catalogue: WorkCatalogue) throws -> [String: String] {
    var names: [String: String] = [:]
    for name in Set(catalogue.entries.compactMap(\.authors.first)) {
      guard let person = try searcher.person(named: name), person.forms.count > 1 else { continue }
      names[name] = Person(parsing: person.name).sortName
    }
    return names
  }

  private static func matches(
    _ entry: WorkCatalogue.Entry, _ request: CataloguePageRequest, _ catalogue: WorkCatalogue
  ) -> Bool {
    if let decade = request.decade, entry.decade.map({ "\($0)s" }) != decade { return false }
    if let language = request.language, entry.language != language { return false }
    if let collection = request.collection, entry.collection != collection { return false }
    if let author = request.author, !entry.authors.contains(author) { return false }
    switch request.lacking {
    case nil: return true
    case .author: return entry.authors.isEmpty
    case .year: return entry.year == nil
    case .copies: return catalogue.hasCopies(entry)
    }
  }

  /// Works in an order; those without what orders them come last.
  static func ordered(
    _ entries: [WorkCatalogue.Entry], _ order: CataloguePageRequest.Order
  ) -> [WorkCatalogue.Entry] {
    switch order {
    case .author:
      entries.sorted {
        ($0.sortKey, $0.year ?? 9_999, $0.titleKey, $0.id)
          < ($1.sortKey, $1.year ?? 9_999, $1.titleKey, $1.id)
      }
    case .year:
      entries.sorted {
        ($0.year ?? 9_999, $0.sortKey, $0.titleKey, $0.id)
          < ($1.year ?? 9_999, $1.sortKey, $1.titleKey, $1.id)
      }
    case .title: entries.sorted { ($0.titleKey, $0.id) < ($1.titleKey, $1.id) }
    case .added: entries.sorted { ($1.added, $0.titleKey, $0.id) < ($0.added, $1.titleKey, $1.id) }
    }
  }

  // MARK: Rows

  private func groups(
    _ shown: [WorkCatalogue.Entry], _ catalogue: WorkCatalogue, _ request: CataloguePageRequest,
    _ visit: Visit
  ) -> [CataloguePage.Group] {
    var groups: [CataloguePage.Group] = []
    for entry in shown {
      let title = title(of: entry, request.order, visit.wording)
      let row = row(entry, visit, in: catalogue, order: request.order)
      if groups.last?.title == title {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append(
          CataloguePage.Group(
            title: title, link: request.order == .author ? quoted(entry, visit) : nil, rows: [row]))
      }
    }
    return groups
  }

  /// The heading under which a work stands.
  private func title(
    of entry: WorkCatalogue.Entry, _ order: CataloguePageRequest.Order, _ words: Wording
  ) -> String {
    switch order {
    case .author: entry.sortName ?? words(.authorUnknown)
    case .year: entry.decade.map { words(.decade, String($0)) } ?? words(.noDate)
    case .title: entry.titleKey.first.map { String($0).uppercased() } ?? "…"
    case .added:
      words.date(
        year: Day(entry.added).year, month: Day(entry.added).month, day: Day(entry.added).day)
    }
  }

  /// How often the author is quoted, with the address of the author's page.
  private func quoted(_ entry: WorkCatalogue.Entry, _ visit: Visit) -> CountedLink? {
    guard let name = entry.authors.first, let person = try? searcher.person(named: name) else {
      return nil
    }
    let count = person.counts.speaker
    return CountedLink(
      count > 0 ? visit.wording.count(.quotedTimes, count) : person.name,
      address: visit.address(ofPerson: person.name))
  }

  func row(
    _ entry: WorkCatalogue.Entry, _ visit: Visit, in catalogue: WorkCatalogue? = nil,
    order: CataloguePageRequest.Order = .author
  ) -> CataloguePage.Row {
    let words = visit.wording
    var remarks: [String] = []
    if order != .author {
      remarks.append(
        entry.authors.isEmpty ? words(.authorUnknown) : entry.authors.joined(separator: ", "))
    }
    if entry.chapters > 1 { remarks.append(words.count(.chapters, entry.chapters)) }
    if entry.quotations > 0 { remarks.append(words.count(.quotesCount, entry.quotations)) }
    if entry.pages == 0 { remarks.append(words(.noPagesInFile)) }
    if !entry.hasTitle || entry.authors.isEmpty { remarks.append(words(.fromFileText, entry.file)) }
    var links: [CountedLink] = []
    for copy in catalogue?.copies[entry.copyKey] ?? [] where copy != entry.id {
      links.append(CountedLink(words(.copy), address: visit.address(ofWork: copy)))
    }
    if asker.mayEdit, entry.authors.isEmpty {
      links.append(CountedLink(words(.whoWroteIt), address: visit.address(["edit", entry.id])))
    }
    return CataloguePage.Row(
      lead: entry.year.map(String.init) ?? words(.noDate), title: entry.title,
      language: entry.language, address: visit.address(ofWork: entry.id), remarks: remarks,
      links: links,
      size: entry.pages > 0
        ? words.count(.pageCount, entry.pages) : words.count(.paragraphs, entry.passages))
  }

  // MARK: Narrowing

  private func orders(_ request: CataloguePageRequest, _ words: Wording) -> [CountedLink] {
    let orders: [(CataloguePageRequest.Order, Sentence)] = [
      (.author, .orderAuthor), (.year, .year), (.title, .orderTitle), (.added, .orderAdded),
    ]
    return orders.map { order, sentence in
      CountedLink(
        words(sentence),
        address: address(request) {
          $0.order = order
          $0.offset = 0
        }, isCurrent: request.order == order)
    }
  }

  private func narrowing(
    _ catalogue: WorkCatalogue, _ request: CataloguePageRequest, _ words: Wording
  ) -> Narrowing {
    func counts<Key: Hashable>(_ key: (WorkCatalogue.Entry) -> Key?) -> [(key: Key, value: Int)] {
      Dictionary(grouping: catalogue.entries.compactMap(key), by: \.self).mapValues(\.count)
        .map { ($0.key, $0.value) }
    }
    let bars = counts(\.decade).sorted { $0.key < $1.key }.map { decade, count in
      DecadeBars.Bar(
        decade: decade, count: count,
        address: address(request) {
          $0.decade = $0.decade == "\(decade)s" ? nil : "\(decade)s"
          $0.offset = 0
        }, isCurrent: request.decade == "\(decade)s")
    }
    let languages = counts(\.language).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let collections = counts(\.collection).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let lacks: [(CataloguePageRequest.Lack, Sentence, Int)] = [
      (.author, .noAuthor, catalogue.entries.count { $0.authors.isEmpty }),
      (.year, .noYear, catalogue.entries.count { $0.year == nil }),
      (.copies, .twoCopies, catalogue.entries.count { catalogue.hasCopies($0) }),
    ]
    var toPutRight = lacks.filter { $0.2 > 0 }.map { lack, sentence, count in
      CountedLink(
        words(sentence),
        address: address(request) {
          $0.lacking = $0.lacking == lack ? nil : lack
          $0.offset = 0
        }, count: words.number(count), isCurrent: request.lacking == lack)
    }
    let unread = IndexReport.read(in: index)?.unread.count ?? 0
    if unread > 0 {
      toPutRight.append(
        CountedLink(
          words(.notRead), address: Visit().address(["status"], fragment: "unread"),
          count: words.number(unread)))
    }
    var chips: [Narrowing.Chip] = []
    if let author = request.author {
      chips.append(
        Narrowing.Chip(
          field: words(.facetAuthor), value: author, address: address(request) { $0.author = nil }))
    }
    if let decade = request.decade {
      chips.append(
        Narrowing.Chip(
          field: words(.fieldDecade), value: decade, address: address(request) { $0.decade = nil }))
    }
    if let language = request.language {
      chips.append(
        Narrowing.Chip(
          field: words(.facetLanguage), value: words.name(ofLanguage: language),
          address: address(request) { $0.language = nil }))
    }
    if let collection = request.collection {
      chips.append(
        Narrowing.Chip(
          field: words(.facetCollection), value: collection,
          address: address(request) { $0.collection = nil }))
    }
    return Narrowing(
      decades: DecadeBars(bars),
      lists: [
        SideList(
          words(.facetLanguage),
          languages.count < 2
            ? []
            : languages.map { language, count in
              CountedLink(
                words.name(ofLanguage: language),
                address: address(request) {
                  $0.language = $0.language == language ? nil : language
                  $0.offset = 0
                }, count: words.number(count), isCurrent: request.language == language)
            }),
        SideList(
          words(.facetCollection),
          collections.prefix(40).map { collection, count in
            CountedLink(
              collection,
              address: address(request) {
                $0.collection = $0.collection == collection ? nil : collection
                $0.offset = 0
              }, count: words.number(count), isCurrent: request.collection == collection)
          }),
        SideList(words(.toPutRight), toPutRight),
      ], chips: chips)
  }

  private func address(
    _ request: CataloguePageRequest, _ change: (inout CataloguePageRequest) -> Void
  ) -> String {
    var request = request
    change(&request)
    return CataloguePageRequest.table.address(request, at: "/works")
  }
}

extension WorkCatalogue {
  /// The entry of a work; `nil` if there is none.
  func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }
}

extension WorkCatalogue.Entry {
  /// The first year of the decade.
  var decade: Int? { year.map { $0 - (($0 % 10) + 10) % 10 } }
}
