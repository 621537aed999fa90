// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import SearchService

struct HostRuleTests {
  @Test(arguments: [
    ("localhost", true), ("LocalHost:8017", true), ("localhost.", true), ("localhost.:80", true),
    ("127.0.0.1", true), ("127.9.8.7:1", true), ("[::1]", true), ("[::1]:8017", true),
    ("[::ffff:127.0.0.1]", true),
    ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example", false),
    ("evil.example:8017", false), ("", false), (":80", false), ("localhost:x", false),
    ("[::1", false), ("[::1]x", false), ("[evil.example]", false),
    ("localhost@evil.example", false),
    ("192.0.2.1", false), ("0.0.0.0", false), ("::1", true),
  ])
  func `a daemon on this machine answers to its names only`(_ host: String, _ isAllowed: Bool) {
    #expect(HostRule(bound: "127.0.0.1", publicNames: []).allows(host) == isAllowed)
  }

  @Test func `the bound address and public names are hosts too`() {
    let rule = HostRule(bound: "192.0.2.1", publicNames: ["Library.example", "other.example:8443"])
    for host in ["192.0.2.1:8017", "library.example", "library.example.:443", "other.example"] {
      #expect(rule.allows(host))
    }
    #expect(!rule.allows("192.0.2.2"))
    #expect(!rule.allows("x.library.example"))
  }

  @Test func `bound to all addresses, those of this machine are hosts until names are given`() {
    #expect(HostRule(bound: "0.0.0.0", publicNames: []).allows("127.0.0.1"))
    #expect(!HostRule(bound: "0.0.0.0", publicNames: []).allows("203.0.113.9"))
    #expect(!HostRule(bound: "0.0.0.0", publicNames: []).allows("evil.example"))
    #expect(!HostRule(bound: "0.0.0.0", publicNames: []).allows("0.0.0.0"))
    #expect(HostRule(bound: "::", publicNames: ["a.example"]).allows("a.example"))
  }
}
