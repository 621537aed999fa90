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
    guard text.utf8.contains(0x25) else { return nil }
    let bytes = PercentEncoding.bytes(of: text)
    return bytes.elementsEqual(text.utf8) ? nil : bytes
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
  }
}
