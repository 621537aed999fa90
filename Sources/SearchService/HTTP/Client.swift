// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes

/// The client as a unit of fairness: an IPv4 address, or the network of an IPv6 address, since a
/// client usually controls all of it.
struct Client: Sendable, Hashable {
  private let bytes: [UInt8]
  /// Whether the client is on this machine.
  let isLocal: Bool

  /// The client at an address; local if it has none, as on a Unix domain socket.
  init(_ address: IPAddress?) {
    bytes = address.map { $0.bytes.count == 16 ? Array($0.bytes[..<8]) : $0.bytes } ?? []
    isLocal = address?.isLoopback ?? true
  }

  /// The client of a request: the peer, or if that is a trusted proxy, the client it names.
  ///
  /// The last address that is not a trusted proxy counts, because earlier ones may be forged.
  init(peer: IPAddress?, fields: HTTPFields, trusting proxies: [AddressRange]) {
    var address = peer
    if let peer, proxies.contains(where: { $0.contains(peer) }) {
      for hop in Self.hops(fields).reversed() {
        guard let hop else { break }
        address = hop
        if !proxies.contains(where: { $0.contains(hop) }) { break }
      }
    }
    self.init(address)
  }

  /// The addresses recorded by proxies, the nearest last; `nil` for anything that is not an
  /// address.
  private static func hops(_ fields: HTTPFields) -> [IPAddress?] {
    if let name = HTTPField.Name("X-Forwarded-For"), !fields[values: name].isEmpty {
      return list(fields[values: name]).map { IPAddress(host(in: $0) ?? "") }
    }
    guard let name = HTTPField.Name("Forwarded") else { return [] }
    // RFC 7239: for=192.0.2.60;proto=http, for="[2001:db8::1]:4711"
    return list(fields[values: name]).map { element in
      for pair in element.split(separator: ";") {
        let sides = pair.split(separator: "=", maxSplits: 1).map(\.trimmed)
        guard sides.count == 2, sides[0].lowercased() == "for" else { continue }
        return IPAddress(host(in: sides[1].filter { $0 != "\"" }) ?? "")
      }
      return nil
    }
  }

  private static func list(_ values: [String]) -> [Substring] {
    values.flatMap { $0.split(separator: ",") }.map(\.trimmed)
  }
}

/// The host in `host`, `host:port` or `[address]:port`, without brackets or a final dot; `nil` for
/// other forms.
func host(in authority: some StringProtocol) -> String? {
  var rest = authority.lowercased()[...]
  var name: Substring
  if rest.hasPrefix("[") {
    guard let end = rest.firstIndex(of: "]") else { return nil }
    name = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    guard IPAddress(name) != nil else { return nil }
  } else if let colon = rest.firstIndex(of: ":") {
    // An IPv6 address without brackets is not a valid host, but proxies write it that way.
    if rest[rest.index(after: colon)...].contains(":") {
      return IPAddress(rest) == nil ? nil : String(rest)
    }
    name = rest[..<colon]
    rest = rest[colon...]
  } else {
    name = rest
    rest = ""
  }
  guard rest.isEmpty || rest.first == ":" && rest.dropFirst().utf8.allSatisfy({ $0 &- 0x30 < 10 })
  else { return nil }
  if name.hasSuffix(".") { name.removeLast() }
  return name.isEmpty ? nil : String(name)
}
