// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct SitemapTests {
  private let site = SiteAddress(scheme: .https, host: "library.example")

  @Test func `few pages are in one file`() {
    let map = Sitemap(site: site, pages: [.init("/"), .init("/works/a?b&c", updated: 0)])
    #expect(map.count == 1)
    #expect(
      map.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://library.example/</loc></url>
        <url><loc>https://library.example/works/a?b&amp;c</loc><lastmod>1970-01-01T00:00:00Z</lastmod></url>
        </urlset>

        """)
    #expect(map.part(1) == map.text)
  }

  @Test func `more than 50,000 pages are in several files, which an index lists`() {
    let map = Sitemap(site: site, pages: (0...100_000).map { .init("/works/w\($0)") })
    #expect(map.count == 3)
    #expect(
      map.text.contains("<sitemap><loc>https://library.example/sitemap-3.xml</loc></sitemap>"))
    #expect(!map.text.contains("sitemap-4"))
    #expect(map.part(1)?.contains("/works/w49999<") == true)
    #expect(map.part(3)?.contains("/works/w100000<") == true)
    #expect(map.part(0) == nil)
    #expect(map.part(4) == nil)
  }

  @Test func `addresses that are too long are left out, and no file is larger than allowed`() {
    let long = "/" + String(repeating: "a", count: 2_000)
    let map = Sitemap(
      site: site, pages: [.init(long + long)] + (0..<30).map { .init("\(long)\($0)") },
      mostBytes: 40_000)
    #expect(!map.text.contains(long + long))
    #expect(map.count == 2)
    #expect((1...2).allSatisfy { (map.part($0)?.utf8.count ?? .max) <= 41_000 })
  }

  @Test func `a library without works has its first page`() {
    let tooLong = Sitemap.Page("/" + String(repeating: "a", count: 3_000))
    for pages in [[], [tooLong]] {
      #expect(
        Sitemap(site: site, pages: pages).text.contains("<loc>https://library.example/</loc>"))
    }
  }

  @Test func `robots are told what has no end and where the map is`() {
    let text = RobotsText(site: site).text
    #expect(text.hasPrefix("User-agent: *\nDisallow: /search\n"))
    #expect(text.contains("\nDisallow: /*?\n"))
    #expect(text.hasSuffix("\n\nSitemap: https://library.example/sitemap.xml\n"))
    #expect(RobotsText.closed(site).text == "User-agent: *\nDisallow: /\n")
    #expect(
      RobotsText(site: site, disallowed: [], sitemapPath: nil).text == "User-agent: *\nDisallow:\n")
    #expect(
      RobotsText(site: site, disallowed: ["/a\nAllow: /#"], allowed: ["/b$"], sitemapPath: nil).text
        == "User-agent: *\nAllow: /b$\nDisallow: /a%0AAllow:%20/%23\n")
  }
}
