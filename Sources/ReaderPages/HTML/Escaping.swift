// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Escapes text for HTML or XML elements and attributes.
func escaped(_ text: String) -> String {
  let text = ControlCharacters.shown(text)
  guard
    text.utf8.contains(where: {
      $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 || $0 < 0x20
    })
  else { return text }
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x26: bytes.append(contentsOf: "&amp;".utf8)
    case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
    case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
    case 0x22: bytes.append(contentsOf: "&quot;".utf8)
    case 0x27: bytes.append(contentsOf: "&#39;".utf8)
    case 0x09, 0x0A, 0x0D: bytes.append(byte)
    case 0..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
