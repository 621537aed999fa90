// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Work {
  /// Whether the page at the work's address has the words of the file.
  ///
  /// What a package names as its source or identifier (EPUB 3.3, 5.5.3.1) is the page of an edition,
  /// often of another one, and no page of its text.
  var hasItsWordsAtItsAddress: Bool {
    guard let url = metadata.url, !LandingPage.isLandingPage(url.value) else { return false }
    return url.rule != "epub-package"
  }
}

/// Pages about a work, which lead to its text and do not have its words.
enum LandingPage {
  /// Hosts, without `www.`, and the beginnings of the paths of such pages.
  private static let pages: [(host: String, path: String)] = [
    ("gutenberg.org", "/ebooks/"), ("gutenberg.org", "/etext/"), ("standardebooks.org", "/ebooks/"),
    ("archive.org", "/details/"), ("openlibrary.org", "/books/"), ("openlibrary.org", "/works/"),
    ("books.google.com", "/books"), ("worldcat.org", "/"), ("search.worldcat.org", "/"),
    ("hdl.handle.net", "/"), ("doi.org", "/"), ("dx.doi.org", "/"), ("catalog.hathitrust.org", "/"),
    ("id.loc.gov", "/"), ("lccn.loc.gov", "/"), ("d-nb.info", "/"), ("wikidata.org", "/"),
  ]
  /// Endings of paths that lead to the words all the same.
  private static let texts = [
    ".txt", ".txt.utf-8", ".html", ".htm", ".html.images", "/single-page",
  ]

  /// Whether an address is that of such a page.
  static func isLandingPage(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    let rest = address[scheme.upperBound...].lowercased()
    let host = rest.prefix { !"/?#:".contains($0) }
    let path = rest.dropFirst(host.count).drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
    let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
    guard pages.contains(where: { $0.host == name && path.hasPrefix($0.path) }) else {
      return false
    }
    return !texts.contains { path.hasSuffix($0) } && !path.contains("/text/")
  }
}
