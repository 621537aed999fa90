// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The path of an endpoint: `/v1/works/{work}/passages`.
package struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The path, with parameters in braces.
  package let text: String
  private let parts: [String]

  package init(stringLiteral text: String) {
    self.text = text
    parts = text.split(separator: "/").map(String.init)
  }

  /// The names of the path parameters.
  package var names: [String] { parts.compactMap(Self.name) }

  /// The values of the parameters in a path; `nil` if the path does not match.
  ///
  /// A final `{label}` may be missing: an id without a label is looked up but not found.
  package func match(_ path: [String]) -> [String]? {
    guard path.count == parts.count || path.count + 1 == parts.count && parts.last == "{label}"
    else { return nil }
    var values: [String] = []
    for (part, given) in zip(parts, path) {
      if Self.name(part) != nil {
        values.append(given)
      } else if part != given {
        return nil
      }
    }
    return values
  }

  private static func name(_ part: String) -> String? {
    part.hasPrefix("{") ? String(part.dropFirst().dropLast()) : nil
  }
}
