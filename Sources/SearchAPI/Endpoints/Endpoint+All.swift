// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import PassageSearch

extension Endpoint {
  /// All addresses of the daemon; those of the API come first, in the order of the OpenAPI
  /// document.
  package static let all = api + operations + pages

  /// The endpoint for a path with the values of the path parameters; `nil` if there is none.
  package static func find(_ path: [String]) -> (endpoint: Endpoint, values: [String])? {
    for endpoint in all {
      if let values = endpoint.path.match(path) { return (endpoint, values) }
    }
    return nil
  }

  private static let api = [
    Endpoint(
      operation: .search, path: "/v1/search", summary: "Passages that match a query, ranked.",
      parameters: SearchRequest.table.descriptions,
      answers: [
        .found("The passages.", SearchAnswer.self), .notModified,
        .problem(404, "The passage named by `like` does not exist."),
      ] + DocumentedAnswer.questions,
      example: "/v1/search?q=%22factory%20committees%22&author=wetzel&limit=2&facets=year",
      caching: .byRevision, isSearch: true, operationID: "search"),
    Endpoint(
      operation: .concordance, path: "/v1/concordance",
      summary: "The matches of a query with their context, one per line.",
      parameters: ConcordanceRequest.table.descriptions,
      answers: [.found("The lines.", ConcordanceAnswer.self), .notModified]
        + DocumentedAnswer.questions,
      example: "/v1/concordance?q=committees&sort=left", caching: .byRevision, isSearch: true,
      operationID: "concordance"),
    Endpoint(
      operation: .passages, path: "/v1/passages", summary: "Passages by id.",
      parameters: PassagesRequest.table.descriptions,
      answers: [
        .found("The passages found, and the ids that do not exist.", NamedPassages.self)
      ] + DocumentedAnswer.questions,
      example: "/v1/passages?id=\(Example.work)/p31", operationID: "passages"),
    Endpoint(
      operation: .passage, path: "/v1/passages/{work}/{label}", summary: "One passage.",
      answers: [
        .found("The passage.", PassageAnswer.self), .notModified, .moved, .gone,
        .problem(404, "The passage has never existed."),
      ] + DocumentedAnswer.questions,
      example: "/v1/passages/\(Example.work)/p31", caching: .byRevision, operationID: "passage"),
    Endpoint(
      operation: .works, path: "/v1/works",
      summary: "The works in the library, sorted by id.",
      parameters: WorksRequest.table.descriptions,
      answers: [.found("The works.", Works.self)] + DocumentedAnswer.questions,
      example: "/v1/works?limit=20", operationID: "works"),
    Endpoint(
      operation: .work, path: "/v1/works/{work}", summary: "One work.",
      answers: [.found("The work.", Work.self), .movedWork, .noWork] + DocumentedAnswer.questions,
      example: "/v1/works/\(Example.work)", operationID: "work"),
    Endpoint(
      operation: .workPassages, path: "/v1/works/{work}/passages",
      summary: "The passages of a work, in reading order.",
      parameters: WorkPassagesRequest.table.descriptions,
      answers: [.found("The passages.", WorkPassages.self), .movedWork, .noWork]
        + DocumentedAnswer.questions,
      example: "/v1/works/\(Example.work)/passages?limit=2", operationID: "workPassages"),
    Endpoint(
      operation: .people, path: "/v1/people",
      summary: "The people in the library, with every form of their names.",
      parameters: PeopleRequest.table.descriptions,
      answers: [.found("The people.", PeopleAnswer.self)] + DocumentedAnswer.questions,
      example: "/v1/people?limit=20", operationID: "people"),
    Endpoint(
      operation: .suggest, path: "/v1/suggest",
      summary: "Completions of a query from the words of the index.",
      parameters: SuggestRequest.table.descriptions,
      answers: [.found("The completed queries.", Suggestions.self)] + DocumentedAnswer.questions,
      example: "/v1/suggest?q=factory%20comm", operationID: "suggest"),
    Endpoint(
      operation: .cite, path: "/v1/cite/{work}/{label}",
      summary:
        "A reference to a passage or to a quotation in it, and the place of the words.",
      parameters: CiteRequest.table.descriptions,
      answers: [
        .found("The reference.", PassageReference.self), .notModified, .moved, .gone,
        .problem(404, "The passage has never existed, or it has fewer quotations."),
      ] + DocumentedAnswer.questions,
      example: "/v1/cite/\(Example.work)/p31?style=apa", caching: .byRevision,
      operationID: "cite"),
  ]

  private static let operations = [
    Endpoint(
      operation: .health, path: "/healthz", summary: "Whether the daemon is running.",
      answers: [.text("It is running.")] + DocumentedAnswer.requests, example: "/healthz",
      operationID: "health"),
    Endpoint(
      operation: .ready, path: "/readyz", summary: "Whether the daemon can answer requests.",
      answers: [
        .text("It can."),
        .problem(
          503,
          "The index cannot be read now, is damaged (corrupt) or was built by another version "
            + "(incompatible)."),
      ] + DocumentedAnswer.requests, example: "/readyz", operationID: "ready"),
    Endpoint(
      operation: .metrics, path: "/metrics", summary: "Counters in Prometheus' text format.",
      answers: [
        .text("The counters."), .problem(403, "Metrics are restricted to clients on this machine."),
      ] + DocumentedAnswer.requests, example: "/metrics", operationID: "metrics"),
    Endpoint(
      operation: .openSearch, path: "/opensearch.xml", summary: "A description for browsers.",
      answers: [.text("The description.", "application/opensearchdescription+xml")]
        + DocumentedAnswer.requests, example: "/opensearch.xml", operationID: "opensearch"),
    Endpoint(
      operation: .openAPI, path: "/openapi.json", summary: "The description of the API.",
      example: "/openapi.json"),
  ]

  private static let pages = [
    Endpoint(
      operation: .searchPage, path: "/", summary: "The search page, for people.",
      parameters: SearchRequest.table.descriptions, example: "/?q=committees", isSearch: true),
    Endpoint(
      operation: .passagePage, path: "/passages/{work}/{label}",
      summary: "A passage in its context, for people.",
      example: "/passages/\(Example.work)/p31"),
    Endpoint(
      operation: .styleSheet, path: "/style.css", summary: "The style sheet of the pages.",
      example: "/style.css"),
  ]
}
