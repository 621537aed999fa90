// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation
import IndexSchema
package import PassageSearch
import QueryLanguage

/// The request to `/v1/concordance`.
package struct ConcordanceRequest: APIRequest {
  /// The query, its filters, and the part of the lines that is wanted.
  package var search = SearchRequest.blank
  /// The order of the lines.
  package var order = ConcordanceOrder.right
  /// The number of characters on each side of a match.
  package var context = 40

  package static let blank = ConcordanceRequest()

  package static let table = ParameterTable<ConcordanceRequest>(
    [
      SearchParameters.query.lifted(to: \.search),
      SearchParameters.limit.lifted(to: \.search, about: "Maximum number of lines."),
      SearchParameters.offset.lifted(to: \.search, about: "Lines to skip."),
    ] + SearchParameters.filters.map { $0.lifted(to: \.search) } + [
      .choice(
        "sort", \.order,
        "The order of lines: by the words after the match, before it, the match itself, relevance or place.",
        example: "left",
        isAlwaysWritten: true),
      .number(
        "context", \.context, in: 0...400, "Characters on each side of a match.", example: "60",
        isAlwaysWritten: true),
    ], filters: { $0.search.filters })
}

/// The request to `/v1/passages`.
package struct PassagesRequest: APIRequest {
  /// The ids.
  package var ids: [String] = []

  package static let blank = PassagesRequest()

  package static let table = ParameterTable<PassagesRequest>([idParameter])

  private static let id = ParameterDescription(
    name: "id", about: "The id of a passage; up to \(APILimits.ids) may be given.",
    values: .texts(1...APILimits.id), example: "\(Example.work)/p31", isRequired: true)

  private static let idParameter = Parameter<PassagesRequest>(
    id,
    read: { (value, request) throws(IndexError) in
      guard request.ids.count < APILimits.ids else {
        throw IndexError(
          .invalidArgument, "More than \(APILimits.ids) ids were given.",
          hint: "Request the others separately.")
      }
      request.ids.append(try id.text(value))
    })
}

/// The request to `/v1/works`.
package struct WorksRequest: APIRequest {
  /// The maximum number of works.
  package var limit = 50
  /// The id after which the page starts; `nil` for the first page.
  package var after: String?

  package static let blank = WorksRequest()

  package static let table = ParameterTable<WorksRequest>([
    .number(
      "limit", \.limit, in: 1...100, "Maximum number of works.", example: "20",
      isAlwaysWritten: true),
    .text(
      "after", \.after, 0...APILimits.workID, "Works after this id.", example: Example.work),
  ])
}

/// The request to `/v1/people`.
package struct PeopleRequest: APIRequest {
  /// Words that a form of the name must have; `nil` for all people.
  package var name: String?
  /// The maximum number of people.
  package var limit = 50
  /// The number of people to skip.
  package var offset = 0

  package static let blank = PeopleRequest()

  package static let table = ParameterTable<PeopleRequest>([
    .text("q", \.name, 0...200, "Words of the name, in any form.", example: "kropotkin"),
    .number(
      "limit", \.limit, in: 1...100, "Maximum number of people.", example: "20",
      isAlwaysWritten: true),
    .number("offset", \.offset, in: 0...10_000_000, "People to skip.", example: "20"),
  ])
}

/// The request to `/v1/people/{name}`.
package struct PersonRequest: APIRequest {
  /// The id of the work that quotes; `nil` for all.
  package var work: String?
  /// The maximum number of passages.
  package var limit = 50
  /// The number of passages to skip.
  package var offset = 0

  package static let blank = PersonRequest()

  package static let table = ParameterTable<PersonRequest>([
    .text("work", \.work, 1...APILimits.workID, "The work that quotes.", example: Example.work),
    .number(
      "limit", \.limit, in: 1...100, "Maximum number of passages.", example: "20",
      isAlwaysWritten: true),
    .number("offset", \.offset, in: 0...SearchLimits.offset, "Passages to skip.", example: "20"),
  ])
}

/// The request to `/opds` and its feeds.
package struct CatalogueFeedRequest: APIRequest {
  /// The number of works to skip.
  package var offset = 0
  /// The author or the year of the works in a feed by author or by year.
  package var value: String?

  package static let blank = CatalogueFeedRequest()

  package static let table = ParameterTable<CatalogueFeedRequest>([
    .number("offset", \.offset, in: 0...10_000_000, "Works to skip.", example: "50"),
    .text(
      "value", \.value, 1...200, "The author or decade of the works in the feed.",
      example: "1910s"),
  ])
}

/// The request to `/v1/works/{work}/passages`.
package struct WorkPassagesRequest: APIRequest {
  /// The maximum number of passages.
  package var limit = 50
  /// The number of passages to skip.
  package var offset = 0

  package static let blank = WorkPassagesRequest()

  package static let table = ParameterTable<WorkPassagesRequest>([
    .number(
      "limit", \.limit, in: 1...100, "Maximum number of passages.", example: "20",
      isAlwaysWritten: true),
    .number(
      "offset", \.offset, in: 0...10_000_000, "Passages to skip.", example: "20",
      isAlwaysWritten: true),
  ])
}

/// The request to `/v1/suggest`.
package struct SuggestRequest: APIRequest {
  /// The text typed so far.
  package var text: String?
  /// The maximum number of completions.
  package var limit = 10

  package static let blank = SuggestRequest()

  package static let table = ParameterTable<SuggestRequest>([
    .text(
      "q", \.text, 0...200, "The text typed so far.", example: "factory comm", isRequired: true),
    .number("limit", \.limit, in: 1...50, "Maximum number of completions.", example: "5"),
  ])
}

/// The request to `/v1/cite/{work}/{label}`.
package struct CiteRequest: APIRequest {
  /// The style of the reference.
  package var style = CitationStyle.all[0]
  /// The number of the quotation to cite, from 1; `nil` for the passage itself.
  package var quotation: Int?

  package static let blank = CiteRequest()

  package static let table = ParameterTable<CiteRequest>([styleParameter, quotationParameter])

  private static let styles = ParameterDescription(
    name: "style", about: "The style of the reference.",
    values: .choice(CitationStyle.all.map(\.name)), fallback: CitationStyle.all[0].name,
    example: "apa")

  private static let styleParameter = Parameter<CiteRequest>(
    styles,
    read: { (value, request) throws(IndexError) in
      guard let style = CitationStyle(named: value) else {
        throw styles.refusal(of: value)
      }
      request.style = style
    })

  private static let numbers = ParameterDescription(
    name: "quotation",
    about: "Number of the quotation to cite, from 1; the passage itself if omitted.",
    values: .integer(1...1_000), example: "1")

  private static let quotationParameter = Parameter<CiteRequest>(
    numbers,
    read: { (value, request) throws(IndexError) in
      request.quotation = try numbers.number(value)
    })
}

/// A request without parameters.
package struct PlainRequest: APIRequest {
  package static let blank = PlainRequest()
  package static let table = ParameterTable<PlainRequest>([])
}
