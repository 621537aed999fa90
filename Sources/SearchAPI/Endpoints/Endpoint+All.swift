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
      operation: .contents, path: "/v1/works/{work}/contents",
      summary: "The contents of a work, and the parts in which it is read.",
      answers: [.found("The contents.", ContentsAnswer.self), .notModified, .movedWork, .noWork]
        + DocumentedAnswer.questions,
      example: "/v1/works/\(Example.work)/contents", caching: .byRevision,
      operationID: "contents"),
    Endpoint(
      operation: .chapter, path: "/v1/works/{work}/chapters/{chapter}",
      summary: "A part in which a work is read, with its passages.",
      answers: [
        .found("The chapter.", ChapterAnswer.self), .notModified, .movedWork,
        .problem(404, "The work does not exist, or no chapter begins with this passage."),
      ] + DocumentedAnswer.questions,
      example: "/v1/works/\(Example.work)/chapters/p1", caching: .byRevision,
      operationID: "chapter"),
    Endpoint(
      operation: .people, path: "/v1/people",
      summary: "The people in the library, with every form of their names.",
      parameters: PeopleRequest.table.descriptions,
      answers: [.found("The people.", PeopleAnswer.self)] + DocumentedAnswer.questions,
      example: "/v1/people?limit=20", operationID: "people"),
    Endpoint(
      operation: .person, path: "/v1/people/{name}",
      summary: "A person, and where the texts of the library quote that person.",
      parameters: PersonRequest.table.descriptions,
      answers: [
        .found("The person.", PersonOfLibraryAnswer.self), .notModified,
        .problem(404, "Nobody has this name, or several people have it."),
      ] + DocumentedAnswer.questions,
      example: "/v1/people/Tom%20Wetzel?limit=5", caching: .byRevision, operationID: "person"),
    Endpoint(
      operation: .kept, path: "/v1/kept",
      summary: "References to several passages as a file for other programs.",
      parameters: KeptRequest.table.descriptions.filter { $0.name != "kept" && $0.name != "lang" },
      answers: [.text("The file, Markdown unless told.", "text/markdown")]
        + DocumentedAnswer.questions,
      example: "/v1/kept?id=\(Example.work)/p31&format=md", operationID: "kept"),
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
      operation: .openSearchSuggestions, path: "/suggest",
      summary: "Completions in the form that browsers ask for.",
      parameters: SuggestRequest.table.descriptions,
      answers: [.text("The completions.", "application/x-suggestions+json")]
        + DocumentedAnswer.questions, example: "/suggest?q=factory%20comm",
      operationID: "browserSuggestions"),
    Endpoint(
      operation: .opds, path: "/opds", summary: "The works as an OPDS 1.2 catalogue.",
      parameters: CatalogueFeedRequest.table.descriptions,
      answers: [.text("The feed.", "application/atom+xml")] + DocumentedAnswer.questions,
      example: "/opds", operationID: "opds"),
    Endpoint(
      operation: .opds, path: "/opds/{feed}", summary: "A feed of the OPDS catalogue.",
      parameters: CatalogueFeedRequest.table.descriptions,
      answers: [
        .text("The feed.", "application/atom+xml"), .problem(404, "There is no such feed."),
      ] + DocumentedAnswer.questions, example: "/opds/new", operationID: "opdsFeed"),
    Endpoint(
      operation: .sitemap, path: "/sitemap.xml", summary: "The addresses of all works.",
      answers: [.text("The map.", "application/xml")] + DocumentedAnswer.questions,
      example: "/sitemap.xml", operationID: "sitemap"),
    Endpoint(
      operation: .sitemap, path: "/sitemap-{part}.xml", summary: "A part of a long sitemap.",
      answers: [.text("The part.", "application/xml"), .problem(404, "There is no such part.")]
        + DocumentedAnswer.questions, example: "/sitemap.xml"),
    Endpoint(
      operation: .openAPI, path: "/openapi.json", summary: "The description of the API.",
      example: "/openapi.json"),
  ]

  private static let pages = [
    page(.welcomePage, "/", "The first page.", ResultsPageRequest.self, "/"),
    page(
      .resultsPage, "/search", "The results of a search.", ResultsPageRequest.self,
      "/search?q=committees", isSearch: true),
    page(.cataloguePage, "/works", "The works.", CataloguePageRequest.self, "/works?order=year"),
    page(
      .workPage, "/works/{work}", "A work: its facts and its contents.", ReadingPageRequest.self,
      "/works/\(Example.work)"),
    page(
      .chapterPage, "/works/{work}/{chapter}", "A chapter, to be read.", ReadingPageRequest.self,
      "/works/\(Example.work)/p1?q=committees", isSearch: true),
    page(
      .passagePage, "/passages/{work}/{label}", "Leads to a passage in its chapter.",
      ReadingPageRequest.self, "/passages/\(Example.work)/p31"),
    page(
      .citePage, "/passages/{work}/{label}/cite", "All ways to cite a passage.",
      CitePageRequest.self, "/passages/\(Example.work)/p31/cite"),
    page(.peoplePage, "/people", "The people in the library.", PeoplePageRequest.self, "/people"),
    page(
      .personPage, "/people/{name}", "A person: own works, and who quotes what.",
      PersonPageRequest.self, "/people/Tom%20Wetzel"),
    page(
      .comparePage, "/quotations/{work}/{label}/{number}", "A quotation beside its source.",
      PlainPageRequest.self, "/quotations/\(Example.work)/p31/1", isSearch: true),
    page(.citedPage, "/cited", "The works that are cited.", CitedPageRequest.self, "/cited"),
    page(.keptPage, "/kept", "The kept passages, to be taken away.", KeptRequest.self, "/kept"),
    page(.helpPage, "/help", "How to search.", PlainPageRequest.self, "/help"),
    page(.apiPage, "/api", "The API, for people.", PlainPageRequest.self, "/api"),
    page(
      .statusPage, "/status", "The state of the library.", PlainPageRequest.self, "/status",
      caching: .none),
    Endpoint(
      operation: .editPage, methods: ["GET", "HEAD", "POST"], path: "/edit/{work}",
      summary: "A form to put the facts of a work right, if the daemon was started with --edit.",
      parameters: PlainPageRequest.table.descriptions, example: "/edit/\(Example.work)"),
    Endpoint(
      operation: .styleSheet, path: "/style.css", summary: "The style sheet of the pages.",
      example: "/style.css"),
    Endpoint(
      operation: .script, path: "/reader.js", summary: "The script of the pages.",
      example: "/reader.js"),
    Endpoint(
      operation: .favicon, path: "/favicon.svg", summary: "The sign of the site.",
      example: "/favicon.svg"),
    Endpoint(
      operation: .robots, path: "/robots.txt", summary: "What search engines may read.",
      example: "/robots.txt"),
  ]

  /// A page for people.
  private static func page<Request: APIRequest>(
    _ operation: Operation, _ path: PathPattern, _ summary: String, _ request: Request.Type,
    _ example: String, caching: Caching = .byRevision, isSearch: Bool = false
  ) -> Endpoint {
    Endpoint(
      operation: operation, path: path, summary: summary,
      parameters: request.table.descriptions, example: example, caching: caching,
      isSearch: isSearch)
  }
}
