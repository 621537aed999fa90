// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The kinds of files that are fetched: by their suffixes, and by the media types that hosts send.
package struct TextTypes: Sendable {
  /// Media types that hosts send for files whose type they do not know.
  private static let general: Set<String> = [
    "text/plain", "application/octet-stream", "binary/octet-stream",
  ]

  private let suffixes: Set<String>
  private let byMediaType: [String: String]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - suffixes: The suffixes in lower case, without dots.
  ///   - mediaTypes: The media types, each with the suffix that its files get.
  package init(suffixes: Set<String>, mediaTypes: [String: String]) {
    self.suffixes = suffixes
    byMediaType = mediaTypes
  }

  /// The suffix for a file of a type; `nil` for what is not a text.
  ///
  /// The suffix in the address goes before a general type, for few hosts know `.muse`.
  ///
  /// - Parameters:
  ///   - type: The media type that the host sends; `nil` if it sends none.
  ///   - path: The path of the address, with its query.
  package func suffix(type: String?, path: String) -> String? {
    let name = path.prefix { $0 != "?" }.split(separator: "/").last ?? ""
    let own = name.split(separator: ".").dropFirst().last.map { $0.lowercased() }
    let known = own.flatMap { suffixes.contains($0) ? $0 : nil }
    guard let bare = type?.prefix(while: { $0 != ";" }).lowercased().filter({ $0 != " " }) else {
      return known
    }
    return Self.general.contains(bare) ? known ?? byMediaType[bare] : byMediaType[bare]
  }
}
