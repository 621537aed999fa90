// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOHTTP1
import Testing

@testable import SearchService

struct RequestHeadHandlerTests {
  private func hosts(
    _ target: String, _ hosts: [String], _ version: HTTPVersion = .http1_1
  ) -> (target: String, hosts: [String]) {
    let headers = HTTPHeaders(hosts.map { ("Host", $0) })
    let head = RequestHeadHandler.normalized(
      HTTPRequestHead(version: version, method: .GET, uri: target, headers: headers))
    return (head.uri, head.headers["Host"])
  }

  @Test func `a request leaves with one host or none`() {
    #expect(hosts("/a", ["x"]).hosts == ["x"])
    #expect(hosts("/a", []).hosts == [])
    #expect(hosts("/a", ["x", "x"]).hosts == [])
    #expect(hosts("/a", [], .http1_0).hosts == ["localhost"])
    #expect(hosts("/a", ["x"], .http1_0).hosts == ["x"])
  }

  @Test func `the host in an absolute target counts`() {
    #expect(hosts("http://evil.example/a?b=http://c", ["x"]) == ("/a?b=http://c", ["evil.example"]))
    #expect(hosts("http://localhost:80?q=1", ["x"]) == ("/?q=1", ["localhost:80"]))
    #expect(hosts("http://localhost", []) == ("/", []))
    #expect(hosts("/v1/search?q=http://x/", ["y"]) == ("/v1/search?q=http://x/", ["y"]))
  }
}
