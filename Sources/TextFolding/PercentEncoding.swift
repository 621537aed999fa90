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
