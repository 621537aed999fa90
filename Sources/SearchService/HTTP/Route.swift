// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What an address names.
///
/// A table of our own instead of a trie of routes: ids hold slashes, and each path must say 405 and
/// 400 as problems too.
enum Route: Sendable, Equatable {
  case searchPage
  case passagePage(String)
  case styleSheet, health, ready, metrics, openAPI, openSearch
  case search, concordance, passages, works, suggest
  case passage(String)
  case cite(String)
  case work(String)
  case workPassages(String)

  /// The route of a path; `nil` if there is nothing at it.
  init?(_ path: [String]) {
    switch (path.first, path.count) {
    case (nil, _): self = .searchPage
    case ("passages", 3): self = .passagePage("\(path[1])/\(path[2])")
    case ("style.css", 1): self = .styleSheet
    case ("healthz", 1): self = .health
    case ("readyz", 1): self = .ready
    case ("metrics", 1): self = .metrics
    case ("openapi.json", 1): self = .openAPI
    case ("opensearch.xml", 1): self = .openSearch
    case ("v1", _):
      guard let route = Route(api: Array(path.dropFirst())) else { return nil }
      self = route
    default: return nil
    }
  }

  private init?(api path: [String]) {
    switch (path.first, path.count) {
    case ("search", 1): self = .search
    case ("concordance", 1): self = .concordance
    case ("passages", 1): self = .passages
    case ("passages", 3): self = .passage("\(path[1])/\(path[2])")
    case ("passages", 2): self = .passage(path[1])
    case ("cite", 3): self = .cite("\(path[1])/\(path[2])")
    case ("cite", 2): self = .cite(path[1])
    case ("works", 1): self = .works
    case ("works", 2): self = .work(path[1])
    case ("works", 3) where path[2] == "passages": self = .workPassages(path[1])
    case ("suggest", 1): self = .suggest
    default: return nil
    }
  }

  /// Its name in metrics.
  var name: String {
    switch self {
    case .searchPage, .passagePage: "page"
    case .styleSheet: "style"
    case .health: "healthz"
    case .ready: "readyz"
    case .metrics: "metrics"
    case .openAPI: "openapi"
    case .openSearch: "opensearch"
    case .search: "search"
    case .concordance: "concordance"
    case .passages: "passages"
    case .passage: "passage"
    case .cite: "cite"
    case .works: "works"
    case .work: "work"
    case .workPassages: "work-passages"
    case .suggest: "suggest"
    }
  }

  /// Whether it is a search, whose cost depends on the query.
  var isSearch: Bool {
    switch self {
    case .searchPage, .search, .concordance: true
    default: false
    }
  }
}
