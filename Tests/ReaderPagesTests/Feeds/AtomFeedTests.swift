// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct AtomFeedTests {
  private let site = SiteAddress(scheme: .https, host: "library.example")

  private func feed(_ entries: [AtomFeed.Entry]) -> AtomFeed {
    AtomFeed(
      site: site, title: "“factory committees”", path: "/search.atom?q=factory%20committees",
      pagePath: "/search?q=factory%20committees", updated: 1_700_000_000, entries: entries)
  }

  private func entry(_ label: String, _ updated: Int) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "bee-on-bread/\(label)", citation: "Ann Bee, On Bread, 12", authors: ["Ann Bee"],
      snippet: "By <mark>hands</mark> &amp; feet", language: "en",
      path: "/passages/bee-on-bread/\(label)", updated: updated)
  }

  @Test func `a feed says who it is, where it and its page are, and when it changed`() {
    #expect(
      feed([entry("p1", 1_600_000_000)]).text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>https://library.example/search.atom?q=factory%20committees</id>
        <title>“factory committees”</title>
        <updated>2023-11-14T22:13:20Z</updated>
        <author><name>Pamphlet</name></author>
        <generator>Pamphlet</generator>
        <icon>https://library.example/favicon.svg</icon>
        <link rel="self" href="https://library.example/search.atom?q=factory%20committees" \
        type="application/atom+xml"/>
        <link rel="alternate" href="https://library.example/search?q=factory%20committees" \
        type="text/html"/>
        <entry>
        <id>urn:uuid:1b3f6d65-3f8a-8f71-a713-5e033b965012</id>
        <title>Ann Bee, On Bread, 12</title>
        <updated>2020-09-13T12:26:40Z</updated>
        <author><name>Ann Bee</name></author>
        <link rel="alternate" href="https://library.example/passages/bee-on-bread/p1" \
        type="text/html" hreflang="en"/>
        <content type="html" xml:lang="en">By &lt;mark&gt;hands&lt;/mark&gt; &amp;amp; feet</content>
        </entry>
        </feed>

        """)
  }

  @Test func `what was added last comes first, and equal times keep their order`() {
    let text = feed([entry("p1", 5), entry("p2", 9), entry("p3", 5)]).text
    let places = ["p2", "p1", "p3"].compactMap {
      text.firstRange(of: "bee-on-bread/\($0)")?.lowerBound
    }
    #expect(places.count == 3)
    #expect(places == places.sorted())
    #expect(text.contains("<updated>2023-11-14T22:13:20Z</updated>\n<author><name>Pamphlet"))
  }

  @Test func `an unknown author is not taken to be the publisher`() {
    var unknown = entry("p1", 5)
    unknown.authors = [""]
    #expect(feed([unknown]).text.contains("<author><name>Author unknown</name></author>"))
  }

  @Test func `text with anything in it stays text, and the feed XML`() {
    var hostile = entry("p1", .max)
    hostile.citation = "<b> & \"c\" \u{FFFE}\u{FFFF}\u{1}\u{B}]]>"
    hostile.language = "en\" x=\""
    hostile.path = "/passages/a b\"<>{}^`\u{0}é%zz%41"
    let text = feed([hostile]).text
    #expect(text.contains("&lt;b&gt; &amp; &quot;c&quot; \u{FFFD}\u{FFFD}␁␋]]&gt;"))
    #expect(!text.contains("x="))
    #expect(
      text.contains(
        "https://library.example/passages/a%20b%22%3C%3E%7B%7D%5E%60%00%C3%A9%25zz%41\""))
    #expect(text.contains("<updated>9999-12-31T23:59:59Z</updated>"))
  }
}
