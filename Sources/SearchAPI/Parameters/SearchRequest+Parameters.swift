// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
package import PassageSearch
import QueryLanguage
import TextFolding

extension SearchRequest: APIRequest {
  package static var blank: SearchRequest { SearchRequest("") }

  package static var table: ParameterTable<SearchRequest> { SearchParameters.table }
}

/// The parameters of a search: for the API, the search form, and the options of `pamphlet search`.
package enum SearchParameters {
  /// All parameters, in the order used in addresses.
  package static let table = ParameterTable(
    [query, limit, offset] + filters
      + [facets, group, snippet, sort, like, explain, revision], filters: { $0.filters })

  /// The maximum number of filters in a search.
  private static let mostFilters = 32
  /// The maximum number of facets in a search.
  private static let mostFacets = Schema.fields.count(where: \.isFacet)

  /// The query; its length is checked by the query language.
  static let query = Parameter<SearchRequest>(
    ParameterDescription(
      name: "q", about: "The query, in the query language; may be empty if there is a filter.",
      values: .text(0...SearchLimits.queryLength), example: "\"factory committees\"",
      option: "query"),
    read: { (value, request) in request.query = value },
    written: { percentEncoded($0.query) })

  static let limit = Parameter<SearchRequest>.number(
    "limit", \.limit, in: 0...SearchLimits.limit, "Maximum number of passages.", example: "20",
    option: "limit")

  static let offset = Parameter<SearchRequest>.number(
    "offset", \.offset, in: 0...SearchLimits.offset, "Results to skip.", example: "20",
    option: "offset")

  /// One parameter for each field that can restrict a search.
  static let filters = filterFields.map { field in
    let description = ParameterDescription(
      name: field.name, about: "\(field.summary) Repeat it for alternatives.",
      values: .texts(1...200), example: field.exampleValue, isFilter: true, option: field.name)
    return Parameter<SearchRequest>(
      description,
      read: { (value, request) throws(IndexError) in
        guard request.filters.count < mostFilters else {
          throw IndexError(.invalidArgument, "At most \(mostFilters) filters can be used at once.")
        }
        let value = try description.text(value)
        request.filters.append(Filter(field: field.name, value: value))
      })
  }

  static let facets = Parameter<SearchRequest>(
    ParameterDescription(
      name: "facets",
      about: "Fields whose values are counted, separated by commas: "
        + Schema.fields.filter(\.isFacet).map(\.name).joined(separator: ", ") + ".",
      values: .text(0...100), example: "author,year", option: "facets"),
    read: { (value, request) throws(IndexError) in
      let names = value.split(separator: ",").map(String.init)
      guard names.count <= mostFacets else {
        throw IndexError(.invalidArgument, "At most \(mostFacets) facets can be counted at once.")
      }
      for name in names where !request.facets.contains(name) { request.facets.append(name) }
    },
    written: { request in
      request.facets.isEmpty ? nil : request.facets.map(percentEncoded).joined(separator: ",")
    })

  static let group = Parameter<SearchRequest>.flag(
    "group", \.groupByWork, ["work"], "Only the best passage of each work.",
    option: "group-by-work")

  static let snippet = Parameter<SearchRequest>.number(
    "snippet", \.snippetLength, in: 40...2_000, "Length of snippets, in characters.",
    example: "120", option: "snippet")

  static let sort = Parameter<SearchRequest>.choice(
    "sort", \.order,
    "The order of passages; in any order but relevance they must match all parts of the query.",
    example: "year", option: "sort")

  static let like = Parameter<SearchRequest>.text(
    "like", \.like, 1...APILimits.id,
    "Passages similar to the one with this id.",
    example: "\(Example.work)/p31", option: "like")

  static let explain = Parameter<SearchRequest>.flag(
    "explain", \.explains, ["true", "false"],
    "Explain what each part of the query adds to the score.", option: "explain")

  static let revision = Parameter<SearchRequest>.text(
    "revision", \.revision, 1...40,
    "The revision of the previous page; a warning says if the index has changed since.",
    example: "3-17")

  /// The fields that can restrict a search: all searchable fields except the text and the id.
  private static let filterFields = Schema.fields.filter {
    $0.isSearchable && $0 != Schema.text && $0 != Schema.id
  }
}

extension Field {
  /// The value in the field's example: `wetzel` in `author:wetzel`.
  fileprivate var exampleValue: String {
    let value = example.split(separator: ":", maxSplits: 1).last.map(String.init) ?? example
    return value.filter { $0 != "\"" }
  }
}

/// Limits shared by several requests.
package enum APILimits {
  /// The maximum length of a passage id, in code points.
  package static let id = 240
  /// The maximum length of a work id, in code points.
  package static let workID = 200
  /// The maximum number of ids in one request.
  package static let ids = 100
}
