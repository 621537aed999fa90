// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A saved search as an Atom feed (RFC 4287): the passages that were added last come first.
package struct AtomFeed: Sendable {
  /// A passage.
  package struct Entry: Sendable {
    /// The id of the passage, or a URI that identifies it.
    package var id: String
    /// The reference to it, which is the title of the entry.
    package var citation: String
    /// The authors of the work; empty if unknown.
    package var authors: [String]
    /// The words, with what matches marked.
    package var snippet: HTML
    /// The language of the words as a BCP 47 tag; `nil` if unknown.
    package var language: String?
    /// The path of the passage on this site.
    package var path: String
    /// When it was added or last changed, in seconds since the beginning of 1970.
    package var updated: Int

    /// Creates an entry.
    package init(
      id: String, citation: String, authors: [String], snippet: HTML, language: String? = nil,
      path: String, updated: Int
    ) {
      self.id = id
      self.citation = citation
      self.authors = authors
      self.snippet = snippet
      self.language = language
      self.path = path
      self.updated = updated
    }
  }

  /// The media type of such a feed.
  package static let mediaType = "application/atom+xml"

  /// Where the client reached the daemon.
  package var site: SiteAddress
  /// What the feed is called, such as the query.
  package var title: String
  /// The name of the library.
  package var publisher = "Pamphlet"
  /// The path of the feed, with its query.
  package var path: String
  /// The path of the page with the same results.
  package var pagePath: String
  /// When the index changed, in seconds since the beginning of 1970.
  package var updated: Int
  /// The words for an author who is not known.
  package var unknownAuthor = "Author unknown"
  /// The passages, in any order.
  package var entries: [Entry]

  /// Creates a feed.
  package init(
    site: SiteAddress, title: String, path: String, pagePath: String, updated: Int,
    entries: [Entry]
  ) {
    self.site = site
    self.title = title
    self.path = path
    self.pagePath = pagePath
    self.updated = updated
    self.entries = entries
  }

  /// The feed as XML.
  package var text: String {
    // Sorting is not stable by promise, so equal times keep their order by position.
    let newest = entries.enumerated().sorted {
      ($1.element.updated, $0.offset) < ($0.element.updated, $1.offset)
    }
    var parts = FeedElements.head(
      site: site, path: path, type: Self.mediaType, title: title, publisher: publisher,
      updated: max(updated, newest.first?.element.updated ?? 0))
    parts.append(FeedElements.link("alternate", site.complete(pagePath), type: "text/html"))
    parts += newest.map { xml($0.element) }
    return XMLDocument.text(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\(XMLDocument.lines(parts))\n</feed>")
  }

  private func xml(_ entry: Entry) -> HTML {
    let tag = entry.language.flatMap(FeedElements.tag)
    let language: HTML = tag.map { " xml:lang=\"\($0)\"" } ?? .empty
    return XMLDocument.lines([
      "<entry>", "<id>\(FeedIdentifier.text(entry.id))</id>", FeedElements.title(entry.citation),
      FeedElements.updated(entry.updated),
      FeedElements.authors(entry.authors, unknown: unknownAuthor),
      FeedElements.link(
        "alternate", site.complete(entry.path), type: "text/html", language: entry.language),
      // Markup as text: readers unescape it once and then take it for HTML (RFC 4287, 4.1.3.3).
      "<content type=\"html\"\(language)>\(entry.snippet.text)</content>", "</entry>",
    ])
  }
}
