// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work in the catalogue (OPDS Catalog 1.2, 5).
package struct OPDSWork: Sendable {
  /// A form in which the text can be had.
  package struct Download: Sendable {
    /// Its path on this site.
    package var path: String
    /// Its media type, such as `text/html`.
    package var mediaType: String
    /// What the form is called; `nil` if the type says enough.
    package var title: String?

    /// Creates a form.
    package init(path: String, mediaType: String, title: String? = nil) {
      self.path = path
      self.mediaType = mediaType
      self.title = title
    }
  }

  /// The id of the work, or a URI that identifies it.
  package var id: String
  /// Its title.
  package var title: String
  /// Its authors; empty if unknown.
  package var authors: [String]
  /// Its language as a BCP 47 tag; `nil` if unknown.
  package var language: String?
  /// The year in which it appeared; `nil` if unknown.
  package var year: Int?
  /// A sentence or two about it; `nil` if there are none.
  package var summary: String?
  /// The path of its page.
  package var path: String
  /// Where its text as it was read here can be had; without any, reading programs can only show the
  /// page.
  package var downloads: [Download]
  /// When it was added or last changed, in seconds since the beginning of 1970; `nil` if that is
  /// not known, which leaves the time of the index.
  package var updated: Int?

  /// Creates a work.
  package init(
    id: String, title: String, authors: [String], language: String? = nil, year: Int? = nil,
    summary: String? = nil, path: String, downloads: [Download] = [], updated: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.authors = authors
    self.language = language
    self.year = year
    self.summary = summary
    self.path = path
    self.downloads = downloads
    self.updated = updated
  }

  func entry(site: SiteAddress, updated: Int, unknownAuthor: String) -> HTML {
    let facts: [HTML?] = [
      language.flatMap(FeedElements.tag).map { "<dc:language>\($0)</dc:language>" },
      year.flatMap(FeedTime.year).map { "<dc:issued>\($0)</dc:issued>" },
      summary.map { "<summary type=\"text\">\($0)</summary>" },
    ]
    let links =
      [FeedElements.link("alternate", site.complete(path), type: "text/html", language: language)]
      + downloads.map {
        // Without payment or registration (OPDS 1.2, 5.2.1).
        FeedElements.link(
          "http://opds-spec.org/acquisition/open-access", site.complete($0.path),
          type: $0.mediaType, title: $0.title)
      }
    return XMLDocument.lines(
      [
        "<entry>", "<id>\(FeedIdentifier.text(id))</id>", FeedElements.title(title),
        FeedElements.updated(self.updated ?? updated),
        FeedElements.authors(authors, unknown: unknownAuthor),
      ] + facts.compactMap(\.self) + links + ["</entry>"])
  }
}
