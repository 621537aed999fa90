// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import People
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// The number of people, and of passages that quote a person, on a page.
  private static let peoplePerPage = 100
  private static let passagesPerPage = 50

  /// Answers `/people`.
  func people(_ target: RequestTarget) throws -> Answer {
    let request = try PeoplePageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    let name = request.name.flatMap { $0.isEmpty ? nil : $0 }
    var people = try searcher.people(named: name)
    if request.order == .name {
      people.sort { ($0.listKey, $0.name) < ($1.listKey, $1.name) }
    }
    let start = min(request.offset, people.count)
    let shown = people[start..<min(start + Self.peoplePerPage, people.count)]
    let end = start + shown.count
    func address(_ change: (inout PeoplePageRequest) -> Void) -> String {
      var request = request
      change(&request)
      return PeoplePageRequest.table.address(request, at: "/people")
    }
    let orders: [(PeoplePageRequest.Order, Sentence)] = [
      (.frequency, .byFrequency), (.name, .byName),
    ]
    let page = PeoplePage(
      name: request.name ?? "", total: words.count(.people, people.count),
      rows: shown.map { person in
        PeoplePage.Row(
          name: person.name, address: visit.address(ofPerson: person.name),
          forms: person.forms.dropFirst().prefix(4).map(\.text), counts: counts(person, words))
      },
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
        previous: start > 0 ? address { $0.offset = max(0, start - Self.peoplePerPage) } : nil,
        next: end < people.count ? address { $0.offset = end } : nil,
        range: words(
          .rangeOf, words.number(start + 1), words.number(end), words.number(people.count))))
    return try self.page(
      PageFrame(
        words(.peopleTitle), section: .people, search: Self.box(), main: page.html(visit),
        jsonAddress: "/v1/people", path: ["people"],
        parameters: name.map { [("name", $0)] } ?? []), visit)
  }

  private func counts(_ person: LibraryPerson, _ words: Wording) -> [String] {
    let counts = person.counts
    return [
      counts.author > 0 ? words.count(.authorOf, counts.author) : nil,
      counts.speaker > 0 ? words.count(.quotedCount, counts.speaker) : nil,
      counts.cited > 0 ? words.count(.citedCount, counts.cited) : nil,
    ].compactMap(\.self)
  }

  /// Answers `/people/{name}`.
  func person(_ name: String, _ target: RequestTarget) throws -> Answer {
    let request = try PersonPageRequest.table.request(target.parameters)
    let visit = visit(request.visit)
    let words = visit.wording
    guard let person = try searcher.person(named: name) else {
      let same = try searcher.people(named: name)
      if same.count == 1 { return Self.see(visit.address(ofPerson: same[0].name)) }
      if same.count > 1 { return Self.see(visit.address(["people"], [("name", name)])) }
      let near = try searcher.nearestPerson(to: name)
      return try missing(
        .noSuchPerson, visit,
        near: near.map { CountedLink($0, address: visit.address(ofPerson: $0)) })
    }
    if person.name != name { return Self.see(visit.address(ofPerson: person.name)) }
    let found = try searcher.quotations(
      of: person, inWork: request.work, offset: request.offset, limit: Self.passagesPerPage,
      until: deadline)
    let page = PersonPage(
      name: person.name,
      forms: person.forms.dropFirst().map { ($0.text, words(Self.reason($0.rule))) },
      isSingleName: person.isSingleName, works: try ownWorks(person, visit),
      total: found.passages == 0
        ? words(.noQuotations) : words.count(.quotedInPassages, found.passages),
      citing: try citing(found.quotations, visit),
      lists: lists(person, found, request, words),
      chips: Narrowing(
        chips: try request.work.map { work in
          [
            Narrowing.Chip(
              field: words(.facetWork), value: try searcher.work(work).map(WorkTitle.short) ?? work,
              address: address(person, request) { $0.work = nil })
          ]
        } ?? []),
      pager: pager(person, found, request, words), searches: searches(person, visit))
    return try self.page(
      PageFrame(
        person.name, section: .people, search: Self.box(), main: page.html(visit),
        jsonAddress: "/v1" + Visit().address(["people", person.name]),
        path: ["people", person.name]), visit)
  }

  private func ownWorks(_ person: LibraryPerson, _ visit: Visit) throws -> [CataloguePage.Row] {
    let forms = Set(person.forms.map(\.text))
    let entries = try searcher.catalogue().entries.filter { !forms.isDisjoint(with: $0.authors) }
    return Self.ordered(entries, .year).prefix(200).map { row($0, visit) }
  }

  private func citing(
    _ quotations: [FoundQuotation], _ visit: Visit
  ) throws -> [PersonPage.Citing] {
    var groups: [PersonPage.Citing] = []
    for found in quotations {
      let address = visit.address(ofWork: found.work.id)
      if groups.last?.address != address {
        groups.append(
          PersonPage.Citing(title: WorkTitle.full(found.work), address: address, sources: []))
      }
      let source =
        found.quotation.source.flatMap { $0.title ?? $0.container } ?? visit.wording(.notSaid)
      let line = PersonPage.Line(
        text: found.quotation.text,
        language: found.passage.language ?? found.work.metadata.language?.value,
        place: place(of: found.passage, visit.wording),
        address: try readAddress(found.passage, of: found.work, visit),
        words: try quotedWords(found.quotation, number: found.number, of: found.passage))
      let last = groups.count - 1
      if let place = groups[last].sources.firstIndex(where: { $0.name == source }) {
        groups[last].sources[place].lines.append(line)
      } else {
        groups[last].sources.append((source, [line]))
      }
    }
    return groups
  }

  private func lists(
    _ person: LibraryPerson, _ found: QuotationsOfPerson, _ request: PersonPageRequest,
    _ words: Wording
  ) -> [SideList] {
    let works = found.works.prefix(60).map { count in
      CountedLink(
        (try? searcher.work(count.value)).flatMap { $0 }.map(WorkTitle.short) ?? count.value,
        address: address(person, request) {
          $0.work = $0.work == count.value ? nil : count.value
          $0.offset = 0
        }, count: words.number(count.passages), isCurrent: request.work == count.value)
    }
    var sources: [String: Int] = [:]
    for found in found.quotations {
      sources[
        found.quotation.source.flatMap { $0.title ?? $0.container } ?? words(.notSaid), default: 0] +=
        1
    }
    var search = ResultsPageRequest.blank
    search.visit = request.visit
    let from = sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20).map {
      name, count -> CountedLink in
      search.search.filters = [
        Filter(field: Schema.speaker.name, value: person.name),
        Filter(field: Schema.cites.name, value: String(name.prefix(150))),
      ]
      let isNamed = name != words(.notSaid)
      return CountedLink(
        name,
        address: isNamed ? ResultsPageRequest.table.address(search, at: "/search") : "#quoted",
        count: words.number(count))
    }
    return [SideList(words(.quotedBy), works), SideList(words(.fromSource), from)]
  }

  private func searches(_ person: LibraryPerson, _ visit: Visit) -> [CountedLink] {
    func link(_ sentence: Sentence, _ field: Field, _ value: String) -> CountedLink {
      CountedLink(
        visit.wording(sentence), address: visit.address(ofSearch: "", [(field.name, value)]))
    }
    var links: [CountedLink] = []
    if person.counts.speaker > 0 {
      links.append(link(.searchWords, Schema.speaker, person.name))
    }
    if person.counts.cited > 0 { links.append(link(.searchCitations, Schema.cites, person.name)) }
    return links
  }

  private func pager(
    _ person: LibraryPerson, _ found: QuotationsOfPerson, _ request: PersonPageRequest,
    _ words: Wording
  ) -> Pager {
    let end = min(request.offset + Self.passagesPerPage, found.passages)
    return Pager(
      previous: request.offset > 0
        ? address(person, request) { $0.offset = max(0, request.offset - Self.passagesPerPage) }
        : nil,
      next: end < found.passages && end <= SearchLimits.offset
        ? address(person, request) { $0.offset = end } : nil,
      range: words(
        .rangeOf, words.number(request.offset + 1), words.number(end),
        words.number(found.passages)))
  }

  private func address(
    _ person: LibraryPerson, _ request: PersonPageRequest,
    _ change: (inout PersonPageRequest) -> Void
  ) -> String {
    var request = request
    change(&request)
    return PersonPageRequest.table.address(
      request, at: Visit().address(["people", person.name]))
  }

  /// Why a form of a name is a person's.
  private static func reason(_ rule: LibraryPerson.Rule) -> Sentence {
    switch rule {
    case .preferred: .formPreferred
    case .sameName: .formSameName
    case .moreInitials: .formMoreInitials
    case .transliteration: .formTransliteration
    case .givenName: .formGivenName
    case .initials: .formInitials
    case .familyName: .formFamilyName
    case .catalogue: .formCatalogue
    }
  }
}

extension LibraryPerson {
  /// The name in the order of lists: the family name first.
  fileprivate var listKey: String { (forms.first?.family ?? "") + " " + name.lowercased() }
}
