// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// Answers `/works/{work}`.
  func work(_ id: String, _ target: RequestTarget) throws -> Answer {
    let request = try ReadingPageRequest.table.request(target.parameters)
    let visit = visit(request.visit, query: request.query ?? "")
    guard let divided = try searcher.dividedWork(id) else { return try unknownWork(id, visit) }
    let work = divided.work
    guard work.id == id else { return Self.see(visit.address(ofWork: work.id)) }
    let words = visit.wording
    let first = divided.chapters.first?.label
    let contents = divided.contents.headings.map { heading in
      WorkPage.Entry(
        title: heading.title, depth: heading.depth,
        address: visit.address(
          ["works", id, divided.chapterLabel(at: heading.ordinal)], visit.queryParameter,
          fragment: "h-\(heading.label)"),
        page: heading.page)
    }
    let page = WorkPage(
      head: try head(work, visit, isOwnPage: true), facts: facts(of: work, words),
      contents: contents.isEmpty ? slices(divided, visit) : contents,
      lists: try relations(of: work, visit),
      readAddress: first.map { visit.address(["works", id, $0], visit.queryParameter) }
        ?? visit.address(ofWork: id),
      remarks: try remarks(on: work, divided, visit))
    return try self.page(
      PageFrame(
        WorkTitle.short(work), section: .works, search: Self.box(visit.query, work: id),
        main: page.html(visit), head: Self.tags(work),
        jsonAddress: "/v1" + Visit().address(["works", id]), path: ["works", id],
        parameters: visit.queryParameter), visit)
  }

  private func slices(_ divided: DividedWork, _ visit: Visit) -> [WorkPage.Entry] {
    guard divided.chapters.count > 1 else { return [] }
    return divided.chapters.map { chapter in
      WorkPage.Entry(
        title: chapter.page.map { visit.wording(.page, $0) } ?? "¶ \(chapter.label.dropFirst())",
        depth: 0, address: visit.address(["works", divided.work.id, chapter.label]),
        page: chapter.page)
    }
  }

  private func remarks(
    on work: Work, _ divided: DividedWork, _ visit: Visit
  ) throws -> [SearchPage.Remark] {
    let words = visit.wording
    let numbers = [
      words.count(.passages, work.passageCount), words.count(.words, work.wordCount),
      words.count(.quotesCount, divided.contents.quotations),
    ].joined(separator: ", ")
    var remarks = [SearchPage.Remark(numbers)]
    let catalogue = try searcher.catalogue()
    if let entry = catalogue.entry(work.id), let copies = catalogue.copies[entry.copyKey] {
      for copy in copies where copy != work.id {
        remarks.append(
          SearchPage.Remark(
            words(.copiesHeld), link: CountedLink(copy, address: visit.address(ofWork: copy))))
      }
    }
    return remarks
  }

  /// Whom the work quotes, and which works of the library cite it.
  private func relations(of work: Work, _ visit: Visit) throws -> [SideList] {
    let words = visit.wording
    var request = SearchRequest(
      "", filters: [Filter(field: Schema.work.name, value: work.id)], limit: 0,
      facets: [Schema.speaker.name, Schema.cites.name])
    request.order = .place
    let found = try searcher.search(request, until: deadline)
    func search(_ field: Field, _ value: String) -> String {
      var search = ResultsPageRequest.blank
      search.search.filters = [
        Filter(field: Schema.work.name, value: work.id), Filter(field: field.name, value: value),
      ]
      search.search.order = .place
      search.visit.kept = visit.kept
      search.visit.language = visit.chosenLanguage
      return ResultsPageRequest.table.address(search, at: "/search")
    }
    func list(_ title: Sentence, _ field: Field) -> SideList {
      SideList(
        words(title),
        (found.facets[field.name] ?? []).prefix(40).map {
          CountedLink(
            $0.value, address: search(field, $0.value), count: words.number($0.passages))
        })
    }
    var quoted = list(.whomItQuotes, Schema.speaker)
    quoted.id = "quotes"
    var lists = [quoted, list(.facetCites, Schema.cites)]
    let cited = try searcher.citedWorks().works.filter { $0.held.contains(work.id) }
    let citing = cited.flatMap(\.citing).filter { $0.key != work.id }
    var counts: [String: Int] = [:]
    for (id, count) in citing { counts[id, default: 0] += count }
    let links = try counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(40).map {
      CountedLink(
        try searcher.work($0.key).map(WorkTitle.short) ?? $0.key,
        address: visit.address(ofWork: $0.key), count: words.number($0.value))
    }
    lists.append(SideList(words(.whoQuotesIt), links))
    return lists
  }

  private func facts(of work: Work, _ words: Wording) -> [WorkPage.Fact] {
    let metadata = work.metadata
    var facts: [WorkPage.Fact] = []
    func add<Value>(_ name: Sentence, _ fact: Attributed<Value>?, _ text: (Value) -> String) {
      guard let fact else { return }
      facts.append(
        WorkPage.Fact(
          name: words(name), value: text(fact.value), isInferred: fact.basis == .inferred,
          evidence: fact.evidence, rule: fact.rule))
    }
    for person in metadata.people {
      let name: Sentence =
        switch person.value.role {
        case .author: .factAuthors
        case .editor, .contributor: .factEditors
        case .translator: .factTranslators
        }
      add(name, person) { $0.name + ($0.realName.map { " (\($0))" } ?? "") }
    }
    add(.factTitle, metadata.title) { $0 }
    add(.factSubtitle, metadata.subtitle) { $0 }
    add(.factYear, metadata.year) { String($0) }
    add(.factEditionYear, metadata.editionYear) { String($0) }
    add(.factForm, metadata.form) { $0.rawValue }
    add(.factLanguage, metadata.language) { words.name(ofLanguage: $0) }
    add(.factContainer, metadata.collection) { $0 }
    add(.factPublisher, metadata.publisher) { $0 }
    add(.factPlace, metadata.place) { $0 }
    add(.factURL, metadata.url) { $0 }
    add(.factRights, metadata.rights) { $0 }
    return facts
  }
}
