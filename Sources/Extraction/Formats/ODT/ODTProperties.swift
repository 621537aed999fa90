// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads the properties of a file from the events of `meta.xml`, or of a flat file (ODF 1.3-3, 4).
struct ODTProperties {
  private var texts: [String: String] = [:]
  private var isInMeta = false
  private var name: String?

  private static let wanted: Set<String> = ["title", "creator", "initial-creator", "language"]
  private static let longest = 2_000

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag):
      if tag.name == "meta", tag.namespace.contains("office") { isInMeta = true }
      name = isInMeta && Self.wanted.contains(tag.name) ? tag.name : nil
    case .text(let text, _):
      guard let name, (texts[name]?.utf8.count ?? 0) < Self.longest else { return }
      texts[name, default: ""] += text
    case .end(let ended):
      name = nil
      if ended == "meta" { isInMeta = false }
    case .instruction: break
    }
  }

  /// What the file says of its document.
  ///
  /// The author is whoever began the file; `dc:creator` is who saved it last (4.3.2.7).
  var properties: OfficeProperties {
    OfficeProperties(
      title: value("title"), creator: value("initial-creator") ?? value("creator"),
      language: value("language"))
  }

  private func value(_ name: String) -> String? {
    texts[name].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }
}
