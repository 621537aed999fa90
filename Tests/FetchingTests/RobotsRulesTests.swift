// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Fetching
import Testing

struct RobotsRulesTests {
  private let text = """
    # Example
    User-agent: other
    User-agent: pamphlet/1.0
    Disallow: /private
    Allow: /private/open
    Disallow: /*.cgi$
    Crawl-delay: 2.5

    User-agent: *
    Disallow: /
    """

  @Test(arguments: [
    ("/", true), ("/private/x", false), ("/private/open/x", true), ("/a/b.cgi", false),
    ("/a/b.cgi?x", true), ("/privat", true), ("", true),
  ])
  func `the longest pattern decides`(path: String, isAllowed: Bool) {
    #expect(RobotsRules(text, agent: "pamphlet").allows(path) == isAllowed)
    #expect(!RobotsRules(text, agent: "someone").allows(path))
  }

  @Test func `an own group stands alone, even if it is empty`() {
    let own = RobotsRules(
      "User-agent: pamphlet\nDisallow:\n\nUser-agent: *\nDisallow: /", agent: "pamphlet")
    #expect(own.allows("/x"))
    #expect(RobotsRules(text, agent: "pamphlet").delay == 2.5)
    #expect(RobotsRules("", agent: "pamphlet").allows("/x"))
    #expect(!RobotsRules.everythingForbidden.allows("/x"))
  }

  @Test func `a pattern of many stars is matched in time`() {
    let stars = String(repeating: "*a", count: 2_000)
    let rules = RobotsRules("User-agent: *\nDisallow: /\(stars)b", agent: "pamphlet")
    #expect(rules.allows("/" + String(repeating: "a", count: 5_000)))
  }
}

struct WebAddressTests {
  @Test(arguments: [
    ("http://Example.ORG", "http://example.org/"),
    ("https://a.org:8080/x?y#z", "https://a.org:8080/x?y"),
    ("https://a.org/ä b", "https://a.org/%C3%A4%20b"), ("http://[::1]:80/", "http://[::1]:80/"),
  ])
  func `an address is read as it is sent`(text: String, sent: String) {
    #expect(WebAddress(text)?.description == sent)
  }

  @Test(arguments: [
    "ftp://a.org/", "file:///etc/passwd", "a.org", "http://", "http://a:b@c.org/",
    "http://a.org:0/",
    "http://a.org:x/", "javascript:1", "http://a b/", "http://[::1/", "",
  ])
  func `what is not fetched is no address`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `a redirection is read against its address`() throws {
    let base = try #require(WebAddress("https://a.org/x/y?z"))
    #expect(base.resolving("w")?.description == "https://a.org/x/w")
    #expect(base.resolving("/w")?.description == "https://a.org/w")
    #expect(base.resolving("//b.org/w")?.description == "https://b.org/w")
    #expect(base.resolving("http://b.org")?.description == "http://b.org/")
    #expect(base.resolving("file://x/y") == nil)
  }
}
