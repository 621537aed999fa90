// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import SearchAPI
import TextFolding

/// The endpoint an address refers to, with the values in its path.
///
/// A table is used instead of a routing trie because ids contain slashes, and each path must also
/// return 405 and 400 as problems.
struct Route: Sendable {
  /// The endpoint.
  let endpoint: Endpoint
  /// The decoded values of the path parameters.
  let values: [String]

  /// The route for a path; `nil` if there is none.
  init?(_ path: [String]) {
    guard let found = Endpoint.find(path) else { return nil }
    (endpoint, values) = found
  }

  /// What the endpoint does.
  var operation: Endpoint.Operation { endpoint.operation }

  /// Whether it is a page for people.
  var isPage: Bool { operation.isPage }

  /// The id in the path: of a work, or of a passage including its slash.
  var id: String { values.joined(separator: "/") }

  /// The existing address closest to one that does not exist.
  static func nearest(to path: [String]) -> String? {
    let fixed = Endpoint.all.map(\.path).filter { $0.names.isEmpty }.map(\.text)
    return NearestName.find("/" + path.joined(separator: "/"), among: fixed)
  }
}
