// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A feed of the catalogue that leads to other feeds (OPDS Catalog 1.2, 2.2).
package struct OPDSNavigation: Sendable {
  /// Another feed.
  package struct Section: Sendable {
    /// What it is called, such as the name of an author.
    package var title: String
    /// A sentence about it; may be empty.
    package var summary: String
    /// Its path on this site.
    package var path: String
    /// What it lists.
    package var kind: Kind
    /// Whether it lists the works that were added last (OPDS 1.2, 6.2).
    package var isNewest: Bool
    /// The number of its entries; `nil` if unknown.
    package var count: Int?

    /// Creates a section.
    package init(
      title: String, summary: String = "", path: String, kind: Kind, isNewest: Bool = false,
      count: Int? = nil
    ) {
      self.title = title
      self.summary = summary
      self.path = path
      self.kind = kind
      self.isNewest = isNewest
      self.count = count
    }
  }

  package typealias Kind = OPDSCatalogue.Kind

  /// Where the client reached the daemon.
  package var site: SiteAddress
  /// What the feed is called.
  package var title: String
  /// The name of the library.
  package var publisher = "Pamphlet"
  /// The path of the feed.
  package var path: String
  /// The path of the feed above it; `nil` for the root.
  package var upPath: String?
  /// The other pages of the feed; `nil` if it is a whole.
  package var paging: FeedPaging?
  /// When the index changed, in seconds since the beginning of 1970.
  package var updated: Int
  /// The feeds it leads to, in order.
  package var sections: [Section]

  /// Creates a feed.
  package init(
    site: SiteAddress, title: String, path: String, upPath: String? = nil,
    paging: FeedPaging? = nil, updated: Int, sections: [Section]
  ) {
    self.site = site
    self.title = title
    self.path = path
    self.upPath = upPath
    self.paging = paging
    self.updated = updated
    self.sections = sections
  }

  /// The feed as XML.
  package var text: String {
    let kind = Kind.navigation
    var parts = FeedElements.head(
      site: site, path: path, type: kind.mediaType, title: title, publisher: publisher,
      updated: updated)
    parts += OPDSCatalogue.links(site)
    if let upPath {
      parts.append(FeedElements.link("up", site.complete(upPath), type: kind.mediaType))
    }
    parts += paging?.elements(site: site, type: kind.mediaType) ?? []
    return OPDSCatalogue.document(parts + sections.map(xml))
  }

  private func xml(_ section: Section) -> HTML {
    let address = site.complete(section.path)
    return XMLDocument.lines([
      "<entry>", "<id>\(address)</id>", FeedElements.title(section.title),
      FeedElements.updated(updated),
      FeedElements.link(
        section.isNewest ? "http://opds-spec.org/sort/new" : "subsection", address,
        type: section.kind.mediaType, count: section.count),
      // Without a link to a page an entry needs content (RFC 4287, 4.1.2).
      "<content type=\"text\">\(section.summary)</content>", "</entry>",
    ])
  }
}
