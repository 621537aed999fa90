// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The pages of the site for search engines (sitemaps.org, protocol 0.9).
package struct Sitemap: Sendable {
  /// A page.
  package struct Page: Sendable {
    /// Its path on this site.
    package var path: String
    /// When it changed, in seconds since the beginning of 1970; `nil` if unknown.
    package var updated: Int?

    /// Creates a page.
    package init(_ path: String, updated: Int? = nil) {
      self.path = path
      self.updated = updated
    }
  }

  /// The largest number of addresses in one file, and of files in an index.
  package static let mostPages = 50_000
  /// The largest size of a file in bytes, less what surrounds the addresses.
  package static let mostBytes = 52_428_800 - 1_024
  /// The length below which an address must stay.
  private static let longestAddress = 2_048

  private let files: [[HTML]]
  private let site: SiteAddress

  /// Creates the map; pages whose address is too long are left out.
  ///
  /// - Parameters:
  ///   - pages: All pages; the first page of the site stands for them if there are none.
  ///   - mostBytes: The size of a file above which another is begun.
  package init(site: SiteAddress, pages: [Page], mostBytes: Int = Self.mostBytes) {
    self.site = site
    var files: [[HTML]] = [[]]
    var bytes = 0
    for page in pages {
      guard let element = Self.element("url", site.complete(page.path), page.updated) else {
        continue
      }
      let size = element.text.utf8.count + 1
      if files[files.count - 1].count == Self.mostPages || bytes + size > mostBytes && bytes > 0 {
        files.append([])
        bytes = 0
      }
      files[files.count - 1].append(element)
      bytes += size
    }
    if files[0].isEmpty, let first = Self.element("url", site.complete("/"), nil) {
      files[0].append(first)
    }
    self.files = files
  }

  /// The number of files; 1 unless there are too many pages for one.
  package var count: Int { min(files.count, Self.mostPages) }

  /// The file at `/sitemap.xml`: all pages, or an index of the other files if they are too many.
  package var text: String {
    guard count > 1 else { return Self.document("urlset", files[0]) }
    let elements = (1...count).compactMap {
      Self.element("sitemap", site.complete(Self.path(ofPart: $0)), nil)
    }
    return Self.document("sitemapindex", elements)
  }

  /// The path of a file to which the index refers, counted from 1.
  package static func path(ofPart number: Int) -> String { "/sitemap-\(number).xml" }

  /// A file to which the index refers, counted from 1; `nil` if there is none.
  package func part(_ number: Int) -> String? {
    guard (1...count).contains(number) else { return nil }
    return Self.document("urlset", files[number - 1])
  }

  private static func element(_ name: HTML, _ address: String, _ updated: Int?) -> HTML? {
    guard address.utf8.count < longestAddress else { return nil }
    let time: HTML = updated.map { "<lastmod>\(FeedTime.text($0))</lastmod>" } ?? .empty
    return "<\(name)><loc>\(address)</loc>\(time)</\(name)>"
  }

  private static func document(_ name: HTML, _ elements: [HTML]) -> String {
    XMLDocument.text(
      """
      <\(name) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(HTML.joined(elements, by: "\n"))
      </\(name)>
      """)
  }
}
