// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing
import TextFolding

struct EscapedNameTests {
  @Test(
    arguments: [
      [0x32, 0xFF, 0xFE], [0x64, 0xE9, 0x70], [0xE9, 0x25, 0x41], [0xC3, 0xA9, 0xE9], [0xE2, 0x82],
      [0xFF, 0x0A], [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func `the bytes of a name that is not UTF-8 can be had back`(_ bytes: [UInt8]) {
    let text = EscapedName.text(bytes)
    #expect(text.contains("%") && !text.unicodeScalars.contains("\u{FFFD}"))
    #expect(EscapedName.bytes(of: text) == bytes)
  }

  @Test func `a valid name is left as it is`() {
    #expect(EscapedName.text(Array("dépôt 50%.txt".utf8)) == "dépôt 50%.txt")
    #expect(EscapedName.bytes(of: "dépôt 50%.txt") == nil)
    #expect(EscapedName.bytes(of: "%FF") == [0xFF])
  }
}
