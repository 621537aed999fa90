// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers

/// One address of the daemon: the service finds it by its path, and the OpenAPI document, the
/// reference page and the metrics name it by what stands here.
package struct Endpoint: Sendable {
  /// What an address does; the raw value is its name in metrics.
  package enum Operation: String, Sendable, CaseIterable {
    case search, concordance, passages, passage, works, work, suggest, cite
    case workPassages = "work-passages"
    case health = "healthz"
    case ready = "readyz"
    case metrics
    case openSearch = "opensearch"
    case openAPI = "openapi"
    case styleSheet = "style"
    case searchPage = "page"
    case passagePage = "passage-page"
  }

  /// Whether a client may keep an answer and ask whether it still holds.
  package enum Caching: Sendable {
    /// Answers carry no tag.
    case none
    /// Answers carry `ETag` and `Cache-Control`; 304 until the revision of the index changes.
    case byRevision
  }

  /// What it does.
  package var operation: Operation
  /// Its path.
  package var path: PathPattern
  /// What it gives, in a sentence.
  package var summary: String
  /// The parameters in the query of the address.
  package var parameters: [ParameterDescription] = []
  /// What it may answer.
  package var answers: [DocumentedAnswer] = []
  /// An address that returns 200 if the library holds the work it names.
  package var example: String
  /// Whether its answers may be kept.
  package var caching = Caching.none
  /// Whether it is a search, whose cost depends on the query.
  package var isSearch = false
  /// The name in the OpenAPI document; `nil` if it is not part of the API.
  package var operationID: String?

  /// Its name in metrics: all pages for people are one.
  package var metricsName: String {
    operation == .passagePage ? Operation.searchPage.rawValue : operation.rawValue
  }

  /// The parameters of path and query.
  package var allParameters: [ParameterDescription] {
    path.names.map(ParameterDescription.inPath) + parameters
  }
}

/// What an endpoint may answer.
package struct DocumentedAnswer: Sendable {
  /// What an answer holds.
  package enum Content: Sendable {
    case none
    case json(any MemberTable.Type)
    case problem
    /// Text of a media type.
    case text(String)
  }

  /// The HTTP status.
  package var status: Int
  /// When it is given, in a sentence.
  package var about: String
  /// What it holds.
  package var content: Content
}

extension ParameterDescription {
  /// A parameter in the path of an address.
  fileprivate static func inPath(_ name: String) -> ParameterDescription {
    let isWork = name == "work"
    return ParameterDescription(
      name: name, about: isWork ? "The id of the work." : "The label of the passage: p31.",
      values: .text(1...APILimits.workID), example: isWork ? Example.work : "p31", place: .path,
      isRequired: true)
  }
}

/// Names that examples use.
package enum Example {
  /// The id of the work.
  package static let work = "wetzel-2005-workers-power-and-the-russian-revolution"
}
