// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Names of files as texts, though some are not valid UTF-8.
///
/// Such a name has each byte that is not part of a character, and each percent sign, as `%FF` (RFC
/// 3986, 2.1), so that the bytes can be had back. A valid name is left as it is.
package enum EscapedName {
  /// The text of a name.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes[...]
    while let first = rest.first {
      var iterator = rest.makeIterator()
      if case .valid(let unit) = decoder.parseScalar(from: &iterator), first != 0x25 {
        let scalar = Unicode.UTF8.decode(unit)
        text.append(scalar)
        rest = rest.dropFirst(unit.count)
      } else {
        text.append(contentsOf: escape(first).unicodeScalars)
        rest = rest.dropFirst()
      }
      decoder = Unicode.UTF8.ForwardParser()
    }
    return String(text)
  }

  /// The bytes that a text may stand for; `nil` if it has no escape.
  package static func bytes(of text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.contains(0x25) else { return nil }
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index] == 0x25, index + 2 < utf8.count,
        let value = UInt8(
          String(decoding: utf8[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return bytes == utf8 ? nil : bytes
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
  }
}
