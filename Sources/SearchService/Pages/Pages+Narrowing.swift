// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitationLists
import Corpus
import IndexSchema
import PassageSearch
import QueryLanguage
import ReaderPages
import SearchAPI

extension Pages {
  /// The facets of results, and the filters in force.
  func narrowing(
    _ found: SearchResults, _ request: ResultsPageRequest, _ words: Wording
  ) throws -> Narrowing {
    let filters = request.search.filters
    func changed(_ field: Field, _ value: String) -> String {
      address(request) { request in
        let filter = Filter(field: field.name, value: value)
        if request.search.filters.contains(filter) {
          request.search.filters.removeAll { $0 == filter }
        } else {
          request.search.filters.removeAll { $0.field == field.name && field == Schema.decade }
          request.search.filters.append(filter)
        }
        request.search.offset = 0
        request.search.revision = nil
      }
    }
    var lists: [SideList] = []
    var bars = DecadeBars([])
    for field in Self.narrowingFields {
      let counts = found.facets[field.name] ?? []
      if field == Schema.decade {
        let decades = counts.compactMap { count in
          Int(count.value.dropLast()).map { ($0, count) }
        }.sorted { $0.0 < $1.0 }
        bars = DecadeBars(
          decades.map { decade, count in
            DecadeBars.Bar(
              decade: decade, count: count.passages, address: changed(field, count.value),
              isCurrent: filters.contains(Filter(field: field.name, value: count.value)))
          })
        continue
      }
      guard counts.count > 1 || filters.contains(where: { $0.field == field.name }) else {
        continue
      }
      let links = try counts.prefix(30).map { count in
        CountedLink(
          try name(of: count.value, field, words), address: changed(field, count.value),
          count: words.number(count.passages),
          isCurrent: filters.contains(Filter(field: field.name, value: count.value)))
      }
      lists.append(SideList(words(Self.title(of: field)), links))
    }
    let chips = try filters.enumerated().map { index, filter in
      let field = Schema.searchable(filter.field) ?? Schema.text
      return Narrowing.Chip(
        field: words(Self.title(of: field)), value: try name(of: filter.value, field, words),
        address: address(request) {
          $0.search.filters.remove(at: index)
          $0.search.offset = 0
        })
    }
    return Narrowing(decades: bars, lists: lists, chips: chips)
  }

  /// A value of a field, for people.
  private func name(of value: String, _ field: Field, _ words: Wording) throws -> String {
    switch field {
    case Schema.kind: return Self.kind(value).map { words($0) } ?? value
    case Schema.language: return words.name(ofLanguage: value)
    case Schema.work: return try searcher.work(value).map(WorkTitle.short) ?? value
    default: return value
    }
  }

  static func kind(_ name: String) -> Sentence? {
    switch name {
    case "body": .kindBody
    case "quotation": .kindQuotation
    case "note": .kindNote
    case "verse": .kindVerse
    default: nil
    }
  }

  /// The name of a field, for people.
  static func title(of field: Field) -> Sentence {
    switch field {
    case Schema.author: .facetAuthor
    case Schema.speaker: .facetSpeaker
    case Schema.cites: .facetCites
    case Schema.kind: .facetKind
    case Schema.language: .facetLanguage
    case Schema.work: .facetWork
    case Schema.collection: .facetCollection
    case Schema.title: .fieldTitle
    case Schema.section: .fieldSection
    case Schema.year: .fieldYear
    case Schema.decade: .fieldDecade
    case Schema.page: .fieldPage
    default: .fieldID
    }
  }

  /// The list of kept passages beside other content.
  func basket(_ visit: Visit) throws -> Basket {
    var entries: [CountedLink] = []
    for id in visit.kept {
      guard case .exact(let passage, let work) = try searcher.resolve(KeptID(id).passage) else {
        continue
      }
      entries.append(
        CountedLink(
          "\(WorkTitle.short(work)), \(place(of: passage, visit.wording))",
          address: try readAddress(passage, of: work, visit)))
    }
    return Basket(
      entries: entries, formats: formats(visit), isFull: visit.kept.count >= APILimits.kept)
  }

  /// Links to the kept passages in all forms in which they can be taken away.
  func formats(_ visit: Visit, ids: [String] = [], style: String? = nil) -> [CountedLink] {
    ListFormat.all.map { format in
      let kept = ids.isEmpty ? visit.kept : ids
      let parameters =
        kept.map { Visit.Parameter("id", $0) } + [("format", format.name)]
        + (style.map { [("style", $0)] } ?? [])
      return CountedLink(
        format.title, address: Visit(wording: visit.wording).address(["kept"], parameters))
    }
  }
}

/// An id in the list of kept passages: of a passage, or of a quotation in it (`work/p31.q2`).
struct KeptID {
  let passage: String
  /// The number of the quotation, from 1; `nil` for the passage itself.
  let quotation: Int?

  init(_ id: String) {
    if let dot = id.lastIndex(of: "."), id[dot...].hasPrefix(".q"),
      let number = Int(id[id.index(dot, offsetBy: 2)...]), number > 0
    {
      passage = String(id[..<dot])
      quotation = number
    } else {
      passage = id
      quotation = nil
    }
  }

  /// The id of a quotation in a passage, or of the passage itself.
  static func text(_ passage: String, quotation: Int?) -> String {
    passage + (quotation.map { ".q\($0)" } ?? "")
  }
}
