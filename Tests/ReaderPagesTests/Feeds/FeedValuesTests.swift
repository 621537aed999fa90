// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct FeedValuesTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (1_735_689_599, "2024-12-31T23:59:59Z"), (.min, "1970-01-01T00:00:00Z"),
    (.max, "9999-12-31T23:59:59Z"),
  ])
  func `seconds become times, also on leap days and at the ends`(seconds: Int, time: String) {
    #expect(FeedTime.text(seconds) == time)
  }

  @Test(arguments: [(1, "0001"), (917, "0917"), (1917, "1917"), (0, nil), (10_000, nil)])
  func `years have four digits or are left out`(year: Int, text: String?) {
    #expect(FeedTime.year(year) == text)
  }

  @Test func `an id becomes the same UUID everywhere, and another id another one`() {
    let one = FeedIdentifier.text("bee-on-bread/p1")
    #expect(one == FeedIdentifier.text("bee-on-bread/p1"))
    #expect(one != FeedIdentifier.text("bee-on-bread/p2"))
    #expect(
      one.wholeMatch(
        of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    #expect(FeedIdentifier.text("tag:a,2026:b c") == "tag:a,2026:b%20c")
    #expect(FeedIdentifier.text("").hasPrefix("urn:uuid:"))
  }

  @Test func `addresses are complete and hold nothing that an address cannot`() {
    let site = SiteAddress(scheme: .https, host: "a.example:80")
    #expect(site.complete("works/é") == "https://a.example:80/works/%C3%A9")
    #expect(site.complete("/a?b=c#d%2#e") == "https://a.example:80/a?b=c#d%252%23e")
    #expect(site.complete("https://other.example/[x]") == "https://other.example/%5Bx%5D")
    #expect(SiteAddress(scheme: .http, host: "[::1]:8017").complete("/") == "http://[::1]:8017/")
  }

  @Test(arguments: ["", "a b", "a\nb", "a@b", "a:b", "[", "[::1", "é.example", "a/b", "a:123456"])
  func `what cannot be a host is none`(host: String) {
    #expect(SiteAddress(scheme: .http, host: host).origin == "http://localhost")
  }

  @Test(arguments: [
    ("en", true), ("zh-Hant-TW", true), ("", false), ("en_GB", false), ("en-", false),
    ("123", false), ("abcdefghi", false),
  ])
  func `only what has the form of a language tag is one`(text: String, isTag: Bool) {
    #expect((FeedElements.tag(text) != nil) == isTag)
  }
}
