// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import SearchAPI

/// The target of a request: its decoded path and parameters.
struct RequestTarget: Sendable {
  /// The components of the path.
  var path: [String]
  /// The parameters, in order.
  var parameters: Parameters
  /// The target as sent.
  var raw: String

  /// Parses a target; `nil` if its percent-encoding is not UTF-8.
  init?(_ raw: String) {
    self.raw = raw
    let halves = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = []
    for part in halves[0].split(separator: "/") {
      guard let decoded = Self.decode(part, plusIsSpace: false) else { return nil }
      // The slash in an id may be percent-encoded.
      path += decoded.split(separator: "/").map(String.init)
    }
    parameters = []
    guard halves.count == 2 else { return }
    for pair in halves[1].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decode(sides[0], plusIsSpace: true),
        let value = Self.decode(sides.count == 2 ? sides[1] : "", plusIsSpace: true)
      else { return nil }
      parameters.append((name, value))
    }
  }

  /// The query string including the question mark; empty if there is none.
  var query: String { raw.firstIndex(of: "?").map { String(raw[$0...]) } ?? "" }

  /// The value of a parameter that may be given once.
  func value(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  private static func decode(_ text: Substring, plusIsSpace: Bool) -> String? {
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x2B || $0 >= 0x80 }) else {
      return String(text)
    }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25 {
        guard let high = rest.popFirst().flatMap(hexadecimal),
          let low = rest.popFirst().flatMap(hexadecimal)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte == 0x2B && plusIsSpace ? 0x20 : byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
