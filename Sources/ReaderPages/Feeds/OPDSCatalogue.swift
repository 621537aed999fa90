// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The works as a catalogue for reading programs (OPDS Catalog 1.2).
package enum OPDSCatalogue {
  /// What a feed of the catalogue lists.
  package enum Kind: String, Sendable {
    /// Other feeds.
    case navigation
    /// Works.
    case acquisition

    /// The media type of such a feed (OPDS 1.2, 7.1.3).
    package var mediaType: String {
      "application/atom+xml;profile=opds-catalog;kind=\(rawValue)"
    }
  }

  /// The path of the root.
  package static let rootPath = "/opds"

  /// The root of the catalogue: works by author, by year, the newest, all.
  ///
  /// - Parameters:
  ///   - updated: When the index changed, in seconds since the beginning of 1970.
  ///   - works: The number of works; `nil` if it is unknown.
  package static func root(
    site: SiteAddress, title: String = "Pamphlet", updated: Int, works: Int? = nil
  ) -> OPDSNavigation {
    OPDSNavigation(
      site: site, title: title, path: rootPath, updated: updated,
      sections: [
        OPDSNavigation.Section(
          title: "Newly added", summary: "The works that were added last.",
          path: "\(rootPath)/newest", kind: .acquisition, isNewest: true),
        OPDSNavigation.Section(
          title: "By author", summary: "The authors of the library.",
          path: "\(rootPath)/authors", kind: .navigation),
        OPDSNavigation.Section(
          title: "By year", summary: "The years in which the works appeared.",
          path: "\(rootPath)/years", kind: .navigation),
        OPDSNavigation.Section(
          title: "All works", summary: "Every work, by title.", path: "\(rootPath)/all",
          kind: .acquisition, count: works),
      ])
  }

  /// The links of every feed to the root and to the search (OPDS 1.2, 2.1 and 3).
  static func links(_ site: SiteAddress) -> [HTML] {
    [
      FeedElements.link("start", site.complete(rootPath), type: Kind.navigation.mediaType),
      FeedElements.link(
        "search", site.complete("/opensearch.xml"), type: OpenSearch.descriptionType),
    ]
  }

  /// The document of a feed, with the namespaces that its entries use.
  static func document(_ parts: [HTML]) -> String {
    XMLDocument.text(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/" \
      xmlns:thr="http://purl.org/syndication/thread/1.0" \
      xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
      \(XMLDocument.lines(parts))
      </feed>
      """)
  }
}
