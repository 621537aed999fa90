// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// An address of the daemon.
///
/// The service finds it by its path, and the OpenAPI document, the reference page and the metrics
/// are based on this description.
package struct Endpoint: Sendable {
  /// What an address does; the raw value is its name in metrics.
  package enum Operation: String, Sendable, CaseIterable {
    case search, concordance, passages, passage, works, work, contents, chapter, people, person
    case suggest, cite, kept
    case workPassages = "work-passages"
    case health = "healthz"
    case ready = "readyz"
    case metrics, opds, sitemap, robots, favicon
    case openSearch = "opensearch"
    case openSearchSuggestions = "opensearch-suggestions"
    case openAPI = "openapi"
    case styleSheet = "style"
    case script
    case welcomePage = "page"
    case resultsPage = "results-page"
    case cataloguePage = "catalogue-page"
    case workPage = "work-page"
    case chapterPage = "chapter-page"
    case passagePage = "passage-page"
    case citePage = "cite-page"
    case peoplePage = "people-page"
    case personPage = "person-page"
    case comparePage = "compare-page"
    case citedPage = "cited-page"
    case keptPage = "kept-page"
    case helpPage = "help-page"
    case apiPage = "api-page"
    case statusPage = "status-page"
    case editPage = "edit-page"

    /// Whether it answers with a page for people.
    package var isPage: Bool { self == .welcomePage || rawValue.hasSuffix("-page") }
  }

  /// Whether clients may store an answer and revalidate it.
  package enum Caching: Sendable {
    /// Answers have no entity tag.
    case none
    /// Answers have `ETag` and `Cache-Control`; 304 until the revision of the index changes.
    case byRevision
  }

  /// What it does.
  package var operation: Operation
  /// The methods that it answers.
  package var methods = ["GET", "HEAD"]
  /// Its path.
  package var path: PathPattern
  /// A sentence saying what it returns.
  package var summary: String
  /// The query parameters.
  package var parameters: [ParameterDescription] = []
  /// The possible answers.
  package var answers: [DocumentedAnswer] = []
  /// An address that returns 200 if the library holds the work it names.
  package var example: String
  /// Whether its answers may be stored.
  package var caching = Caching.none
  /// Whether it is a search, whose cost depends on the query.
  package var isSearch = false
  /// The name in the OpenAPI document; `nil` if it is not part of the API.
  package var operationID: String?

  /// Its name in metrics; all pages for people share one.
  package var metricsName: String {
    operation.isPage ? Operation.welcomePage.rawValue : operation.rawValue
  }

  /// The path and query parameters.
  package var allParameters: [ParameterDescription] {
    path.names.map(ParameterDescription.inPath) + parameters
  }
}

/// A possible answer of an endpoint.
package struct DocumentedAnswer: Sendable {
  /// The content of an answer.
  package enum Content: Sendable {
    case none
    case json(any MemberTable.Type)
    case problem
    /// Text with a media type.
    case text(String)
  }

  /// The HTTP status.
  package var status: Int
  /// A sentence saying when it is returned.
  package var about: String
  /// Its content.
  package var content: Content
}

extension ParameterDescription {
  /// A path parameter.
  fileprivate static func inPath(_ name: String) -> ParameterDescription {
    let (about, longest, example) =
      switch name {
      case "work": ("The id of the work.", APILimits.workID, Example.work)
      case "chapter": ("The label of the first passage of the chapter.", 40, "p1")
      case "name": ("A form of the person's name.", 200, "Tom Wetzel")
      case "number": ("The number of the quotation in the passage, from 1.", 4, "1")
      case "part": ("The number of the part, from 1.", 4, "1")
      case "feed": ("The name of the feed.", 40, "new")
      default: ("The label of the passage: p31.", APILimits.workID, "p31")
      }
    return ParameterDescription(
      name: name, about: about, values: .text(1...longest), example: example, place: .path,
      isRequired: true)
  }
}

/// Names used in examples.
package enum Example {
  /// The id of the work.
  package static let work = "wetzel-2005-workers-power-and-the-russian-revolution"
}
