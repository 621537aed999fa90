// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import IndexSchema
package import PassageSearch
import QueryLanguage
import TextFolding

/// What every page request carries on: the language that was chosen and the kept passages.
package struct VisitRequest: APIRequest, Hashable {
  /// The tag of the language of the page; `nil` for the one that the browser prefers.
  package var language: String?
  /// The ids of the kept passages, without duplicates.
  package var kept: [String] = []

  package static let blank = VisitRequest()

  package static let table = ParameterTable<VisitRequest>([language, keptParameter])

  static let language = Parameter<VisitRequest>.text(
    "lang", \.language, 2...20, "The language of the page.", example: "fr")

  private static let kept = ParameterDescription(
    name: "kept",
    about: "The id of a kept passage, which links carry on; up to \(APILimits.kept) may be given.",
    values: .texts(1...APILimits.id), example: "\(Example.work)/p31")

  static let keptParameter = Parameter<VisitRequest>(
    kept,
    read: { (value, request) throws(IndexError) in
      let id = try kept.text(value)
      // Further ones are left out, which the page says, so that a link never fails for it.
      guard request.kept.count < APILimits.kept, !request.kept.contains(id) else { return }
      request.kept.append(id)
    },
    written: { request in
      request.kept.isEmpty
        ? nil : request.kept.map(APILimits.encodedID).joined(separator: "&kept=")
    })

  /// The parameters, for a request that contains one of these.
  static func lifted<Outer>(
    to path: any WritableKeyPath<Outer, VisitRequest> & Sendable
  ) -> [Parameter<Outer>] {
    [language.lifted(to: path), keptParameter.lifted(to: path)]
  }
}

extension APILimits {
  /// The maximum number of kept passages: with them an address stays below what proxies allow.
  package static let kept = 40

  /// An id in an address, in which its slash stays readable (RFC 3986, 3.4).
  package static func encodedID(_ id: String) -> String {
    id.split(separator: "/", omittingEmptySubsequences: false).map(percentEncoded)
      .joined(separator: "/")
  }
}

/// A page request with nothing but what all carry on.
package struct PlainPageRequest: APIRequest {
  package var visit = VisitRequest.blank

  package static let blank = PlainPageRequest()
  package static let table = ParameterTable<PlainPageRequest>(VisitRequest.lifted(to: \.visit))
}

/// The request to `/search`.
package struct ResultsPageRequest: APIRequest {
  /// How results are shown.
  package enum View: String, Sendable, CaseIterable {
    case passages, works, concordance
  }

  /// The form of the answer.
  package enum Format: String, Sendable, CaseIterable {
    case html, csv, atom
  }

  package var search = SearchRequest.blank
  package var view = View.passages
  /// The order of the lines of a concordance.
  package var lines = ConcordanceOrder.right
  package var format = Format.html
  package var visit = VisitRequest.blank

  package static let blank = ResultsPageRequest()

  package static let table = ParameterTable<ResultsPageRequest>(
    SearchParameters.table.parameters.map { $0.lifted(to: \.search) } + [
      .choice("view", \.view, "How the results are shown.", example: "concordance"),
      .choice("lines", \.lines, "The order of the lines of a concordance.", example: "left"),
      .choice("format", \.format, "A page, a table or a feed.", example: "csv"),
    ] + VisitRequest.lifted(to: \.visit), filters: { $0.search.filters })
}

/// The request to `/works`.
package struct CataloguePageRequest: APIRequest {
  /// The order of works.
  package enum Order: String, Sendable, CaseIterable {
    case author, year, title, added
  }

  /// What a work may lack.
  package enum Lack: String, Sendable, CaseIterable {
    case author, year, copies
  }

  package var order = Order.author
  package var offset = 0
  package var decade: String?
  package var language: String?
  package var collection: String?
  package var author: String?
  /// What the works shown lack; `nil` for all works.
  package var lacking: Lack?
  package var visit = VisitRequest.blank

  package static let blank = CataloguePageRequest()

  package static let table = ParameterTable<CataloguePageRequest>(
    [
      .choice("order", \.order, "The order of works.", example: "year"),
      .number("offset", \.offset, in: 0...10_000_000, "Works to skip.", example: "100"),
      .text("decade", \.decade, 1...10, "The decade of the works.", example: "1910s"),
      .text("language", \.language, 1...40, "The language of the works.", example: "en"),
      .text(
        "collection", \.collection, 1...200, "The collection of the works.", example: "Letters"),
      .text("author", \.author, 1...200, "The author of the works.", example: "Tom Wetzel"),
      lack,
    ] + VisitRequest.lifted(to: \.visit))

  private static let lacks = ParameterDescription(
    name: "lacking", about: "Works to put right: without author, without year, or held twice.",
    values: .choice(Lack.allCases.map(\.rawValue)), example: "author")

  private static let lack = Parameter<CataloguePageRequest>(
    lacks,
    read: { (value, request) throws(IndexError) in
      guard let lack = Lack(rawValue: value) else { throw lacks.refusal(of: value) }
      request.lacking = lack
    }, written: { $0.lacking?.rawValue })
}

/// The request to a chapter, a work or a passage, with the query whose matches are marked.
package struct ReadingPageRequest: APIRequest {
  package var query: String?
  /// The label of the match that the reader has come to; `nil` for the first of the chapter.
  package var match: String?
  package var visit = VisitRequest.blank

  package static let blank = ReadingPageRequest()

  package static let table = ParameterTable<ReadingPageRequest>(
    [
      .text(
        "q", \.query, 0...SearchLimits.queryLength, "The query whose matches are marked.",
        example: "committees"),
      .text(
        "at", \.match, 1...80, "The label of the match that the reader has come to.",
        example: "p31"),
    ] + VisitRequest.lifted(to: \.visit))
}

/// The request to `/passages/{work}/{label}/cite`.
package struct CitePageRequest: APIRequest {
  package var cite = CiteRequest.blank
  package var visit = VisitRequest.blank

  package static let blank = CitePageRequest()

  package static let table = ParameterTable<CitePageRequest>(
    CiteRequest.table.parameters.map { $0.lifted(to: \.cite) } + VisitRequest.lifted(to: \.visit))
}

/// The request to `/people`.
package struct PeoplePageRequest: APIRequest {
  /// The order of people.
  package enum Order: String, Sendable, CaseIterable {
    case frequency, name
  }

  package var name: String?
  package var order = Order.frequency
  package var offset = 0
  package var visit = VisitRequest.blank

  package static let blank = PeoplePageRequest()

  package static let table = ParameterTable<PeoplePageRequest>(
    [
      .text("name", \.name, 0...200, "Words of the name, in any form.", example: "kropotkin"),
      .choice("order", \.order, "The order of people.", example: "name"),
      .number("offset", \.offset, in: 0...10_000_000, "People to skip.", example: "100"),
    ] + VisitRequest.lifted(to: \.visit))
}

/// The request to `/people/{name}`.
package struct PersonPageRequest: APIRequest {
  /// The id of the citing work; `nil` for all.
  package var work: String?
  package var offset = 0
  package var visit = VisitRequest.blank

  package static let blank = PersonPageRequest()

  package static let table = ParameterTable<PersonPageRequest>(
    [
      .text("work", \.work, 1...APILimits.workID, "The work that quotes.", example: Example.work),
      .number(
        "offset", \.offset, in: 0...SearchLimits.offset, "Passages to skip.", example: "50"),
    ] + VisitRequest.lifted(to: \.visit))
}

/// The request to `/cited`.
package struct CitedPageRequest: APIRequest {
  /// The order of cited works.
  package enum Order: String, Sendable, CaseIterable {
    case references, author, year
  }

  package var order = Order.references
  package var offset = 0
  package var visit = VisitRequest.blank

  package static let blank = CitedPageRequest()

  package static let table = ParameterTable<CitedPageRequest>(
    [
      .choice("order", \.order, "The order of works.", example: "year"),
      .number("offset", \.offset, in: 0...10_000_000, "Works to skip.", example: "100"),
    ] + VisitRequest.lifted(to: \.visit))
}
