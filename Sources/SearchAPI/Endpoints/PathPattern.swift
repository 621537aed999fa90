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
      guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") else {
        if part != given { return nil }
        continue
      }
      // The parameter may be a part of the component: `sitemap-{part}.xml`.
      let before = part[..<open]
      let after = part[part.index(after: close)...]
      guard given.hasPrefix(before), given.hasSuffix(after),
        given.count >= before.count + after.count
      else { return nil }
      values.append(String(given.dropFirst(before.count).dropLast(after.count)))
    }
    return values
  }

  private static func name(_ part: String) -> String? {
    guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") else {
      return nil
    }
    return String(part[part.index(after: open)..<close])
  }
}
