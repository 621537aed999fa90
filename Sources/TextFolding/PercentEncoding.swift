// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Percent encoding (RFC 3986, 2.1).
package enum PercentEncoding {
  /// The bytes that a text stands for; what is not valid stands for itself.
  package static func bytes(of text: some StringProtocol) -> [UInt8] {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let value = UInt8(
          String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return bytes
  }
}

/// Percent-encodes a string as part of an address (RFC 3986, unreserved characters unchanged).
package func percentEncoded(_ text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in text.utf8 {
    let isUnreserved =
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
      || byte == 0x5F || byte == 0x7E
    if isUnreserved {
      bytes.append(byte)
    } else {
      bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
