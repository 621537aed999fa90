// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Testing

@testable import SearchService

struct ClientTests {
  private func client(_ peer: String, _ fields: [(String, String)]) throws -> Client {
    var headers = HTTPFields()
    for (name, value) in fields {
      headers.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
    }
    let proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"].compactMap { AddressRange($0) }
    return Client(peer: IPAddress(peer), fields: headers, trusting: proxies)
  }

  @Test(arguments: [
    ("X-Forwarded-For", "198.51.100.7"),
    ("X-Forwarded-For", "203.0.113.1, 198.51.100.7"),
    ("X-Forwarded-For", "203.0.113.1, 198.51.100.7:1234, 10.1.2.3"),
    ("Forwarded", "for=198.51.100.7;proto=http;by=10.0.0.1"),
    ("Forwarded", "for=203.0.113.1, For=\"198.51.100.7:4711\""),
  ])
  func `a trusted proxy says for whom it asks`(_ name: String, _ value: String) throws {
    #expect(try client("127.0.0.1", [(name, value)]) == Client(IPAddress("198.51.100.7")))
  }

  @Test func `others are not believed, nor what is not an address`() throws {
    let peer = Client(IPAddress("192.0.2.9"))
    #expect(try client("192.0.2.9", [("X-Forwarded-For", "198.51.100.7")]) == peer)
    let proxy = Client(IPAddress("10.1.1.1"))
    #expect(try client("10.1.1.1", [("X-Forwarded-For", "198.51.100.7, unknown")]) == proxy)
    #expect(try client("10.1.1.1", []) == proxy)
  }

  @Test func `a client of IPv6 is its network, one of IPv4 its address`() {
    #expect(Client(IPAddress("2001:db8::1")) == Client(IPAddress("2001:db8::ffff:2")))
    #expect(Client(IPAddress("2001:db8::1")) != Client(IPAddress("2001:db8:1::1")))
    #expect(Client(IPAddress("::ffff:192.0.2.1")) == Client(IPAddress("192.0.2.1")))
    #expect(Client(IPAddress("192.0.2.1")) != Client(IPAddress("192.0.2.2")))
    #expect(Client(IPAddress("::1")).isLocal && Client(IPAddress("127.1.2.3")).isLocal)
    #expect(!Client(IPAddress("192.0.2.1")).isLocal)
  }

  @Test func `ranges of addresses are read with and without bits`() throws {
    let range = try #require(AddressRange("192.0.2.128/25"))
    #expect(range.contains(try #require(IPAddress("192.0.2.200"))))
    #expect(!range.contains(try #require(IPAddress("192.0.2.1"))))
    #expect(!range.contains(try #require(IPAddress("2001:db8::1"))))
    #expect(AddressRange("0.0.0.0/0")?.contains(try #require(IPAddress("8.8.8.8"))) == true)
    for text in ["", "x", "192.0.2.1/33", "192.0.2.1/-1", "192.0.2.1/8/8", "192.0.2"] {
      #expect(AddressRange(text) == nil)
    }
  }
}
