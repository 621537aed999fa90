// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What programs that follow links may ask for (RFC 9309).
package struct RobotsText: Sendable {
  /// Addresses that have no end, cost a search each, or are meant for people who ask for them.
  ///
  /// The page of a search and every page with a query are left out, as any word makes another one;
  /// `*` stands for any characters (RFC 9309, 2.2.3).
  package static let endless = [
    "/search", "/suggest", "/kept", "/v1/", "/metrics", "/*?", "/*/cite",
  ]

  /// Where the client reached the daemon.
  package var site: SiteAddress
  /// The beginnings of paths that are not to be asked for.
  package var disallowed: [String]
  /// The beginnings of paths that are allowed although a shorter rule is not.
  package var allowed: [String]
  /// The path of the sitemap; `nil` if there is none.
  package var sitemapPath: String?

  /// Creates the rules.
  package init(
    site: SiteAddress, disallowed: [String] = Self.endless, allowed: [String] = [],
    sitemapPath: String? = "/sitemap.xml"
  ) {
    self.site = site
    self.disallowed = disallowed
    self.allowed = allowed
    self.sitemapPath = sitemapPath
  }

  /// Rules by which nothing may be asked for, for a library that is not for the public.
  package static func closed(_ site: SiteAddress) -> RobotsText {
    RobotsText(site: site, disallowed: ["/"], sitemapPath: nil)
  }

  /// The rules as text.
  package var text: String {
    var lines = ["User-agent: *"]
    lines += allowed.map { "Allow: \(Self.pattern($0))" }
    lines += disallowed.map { "Disallow: \(Self.pattern($0))" }
    // An empty rule allows everything; a group needs at least one.
    if lines.count == 1 { lines.append("Disallow:") }
    if let sitemapPath { lines += ["", "Sitemap: \(site.complete(sitemapPath))"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A path as a rule has it: percent-encoded, and `#` too, which would begin a comment.
  private static func pattern(_ path: String) -> String {
    SiteAddress.encoded(path).split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: "%23")
  }
}
