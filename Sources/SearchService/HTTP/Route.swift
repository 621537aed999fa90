// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import SearchAPI
import TextFolding

/// What an address names: an endpoint of the table, with the values in its path.
///
/// A table of our own instead of a trie of routes: ids hold slashes, and each path must say 405 and
/// 400 as problems too.
struct Route: Sendable {
  /// The endpoint.
  let endpoint: Endpoint
  /// The values of the parameters in the path, decoded.
  let values: [String]

  /// The route of a path; `nil` if there is nothing at it.
  init?(_ path: [String]) {
    guard let found = Endpoint.find(path) else { return nil }
    (endpoint, values) = found
  }

  /// What the endpoint does.
  var operation: Endpoint.Operation { endpoint.operation }

  /// Whether it is a page for people.
  var isPage: Bool { operation == .searchPage || operation == .passagePage }

  /// The id in the path: of a work, or of a passage with the slash in it.
  var id: String { values.joined(separator: "/") }

  /// The address that was probably meant by one at which there is nothing.
  static func nearest(to path: [String]) -> String? {
    let fixed = Endpoint.all.map(\.path).filter { $0.names.isEmpty }.map(\.text)
    return NearestName.find("/" + path.joined(separator: "/"), among: fixed)
  }
}
