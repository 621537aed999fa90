// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A feed of the catalogue that lists works (OPDS Catalog 1.2, 2.3).
package struct OPDSAcquisition: Sendable {
  package typealias Kind = OPDSCatalogue.Kind

  /// Where the client reached the daemon.
  package var site: SiteAddress
  /// What the feed is called, such as the name of an author.
  package var title: String
  /// The name of the library.
  package var publisher = "Pamphlet"
  /// The path of the feed.
  package var path: String
  /// The path of the feed above it.
  package var upPath: String
  /// The other pages of the feed; `nil` if it is a whole.
  package var paging: FeedPaging?
  /// When the index changed, in seconds since the beginning of 1970.
  package var updated: Int
  /// The words for an author who is not known.
  package var unknownAuthor = "Author unknown"
  /// The works, in order.
  package var works: [OPDSWork]

  /// Creates a feed.
  package init(
    site: SiteAddress, title: String, path: String, upPath: String = OPDSCatalogue.rootPath,
    paging: FeedPaging? = nil, updated: Int, works: [OPDSWork]
  ) {
    self.site = site
    self.title = title
    self.path = path
    self.upPath = upPath
    self.paging = paging
    self.updated = updated
    self.works = works
  }

  /// The feed as XML.
  package var text: String {
    let kind = Kind.acquisition
    var parts = FeedElements.head(
      site: site, path: path, type: kind.mediaType, title: title, publisher: publisher,
      updated: updated)
    parts += OPDSCatalogue.links(site)
    parts.append(FeedElements.link("up", site.complete(upPath), type: Kind.navigation.mediaType))
    parts += paging?.elements(site: site, type: kind.mediaType) ?? []
    return OPDSCatalogue.document(
      parts + works.map { $0.entry(site: site, updated: updated, unknownAuthor: unknownAuthor) })
  }
}
