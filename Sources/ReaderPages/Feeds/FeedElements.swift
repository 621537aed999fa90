// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The elements that all Atom feeds have in common (RFC 4287, 4.2).
enum FeedElements {
  /// A link with a relation (RFC 4287, 4.2.7); the type may be empty.
  static func link(
    _ relation: String, _ address: String, type: String = "", title: String? = nil,
    language: String? = nil, count: Int? = nil
  ) -> HTML {
    let parts: [HTML] = [
      "<link rel=\"\(relation)\" href=\"\(address)\"",
      type.isEmpty ? .empty : " type=\"\(type)\"",
      language.flatMap(tag).map { " hreflang=\"\($0)\"" } ?? .empty,
      title.map { " title=\"\($0)\"" } ?? .empty,
      // The number of entries behind a link (RFC 4685, 4).
      count.map { " thr:count=\"\(max(0, $0))\"" } ?? .empty, "/>",
    ]
    return .joined(parts)
  }

  /// The authors; works without any have the words that say so, because RFC 4287, 4.2.1 would
  /// otherwise pass the feed's author on to them.
  static func authors(_ names: [String], unknown: String) -> HTML {
    let names = names.filter { !$0.isEmpty }
    return .joined(
      (names.isEmpty ? [unknown] : names).map { "<author><name>\($0)</name></author>" }, by: "\n")
  }

  /// A plain text element such as a title; one without letters gets a dash, as readers show nothing
  /// of an empty title.
  static func title(_ text: String) -> HTML {
    "<title>\(text.allSatisfy(\.isWhitespace) ? "–" : text)</title>"
  }

  /// The time of the last change.
  static func updated(_ seconds: Int) -> HTML { "<updated>\(FeedTime.text(seconds))</updated>" }

  /// The language tag if it has the form of one (RFC 4287, B: `atomLanguageTag`); else `nil`.
  static func tag(_ language: String) -> String? {
    let parts = language.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard let first = parts.first, first.allSatisfy(isLetter) else { return nil }
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
    return isTag ? language : nil
  }

  /// The start of a feed: who it is, what it is called, where it is, when it changed.
  ///
  /// - Parameter path: The path of the feed itself, whose address also is its identifier.
  static func head(
    site: SiteAddress, path: String, type: String, title: String, publisher: String, updated: Int
  ) -> [HTML] {
    let address = site.complete(path)
    return [
      "<id>\(address)</id>", self.title(title), self.updated(updated),
      authors([publisher], unknown: "Pamphlet"),
      "<generator>Pamphlet</generator>", "<icon>\(site.complete("/favicon.svg"))</icon>",
      link("self", address, type: type),
    ]
  }
}
