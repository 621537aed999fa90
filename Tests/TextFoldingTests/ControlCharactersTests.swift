// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

struct ControlCharactersTests {
  @Test func `escapes and other controls are shown by their pictures`() {
    #expect(
      ControlCharacters.shown("a\u{1B}]0;owned\u{07}b\u{00}c\u{7F}\r")
        == "a␛]0;owned␇b␀c␡␍")
  }

  @Test func `controls of the second set and marks of direction are shown as unknown`() {
    for value in [0x80, 0x85, 0x9B, 0x9F, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069] {
      let mark = Unicode.Scalar(UInt32(value)).map(String.init) ?? ""
      #expect(ControlCharacters.shown("a\(mark)b") == "a\u{FFFD}b", "\(value)")
    }
  }

  @Test(arguments: [
    "", "plain", "“naïve” – Œuvre", "שלום עולם", "العربية", "日本語", "👩‍👩‍👧", "a\u{A0}b\u{AD}c\u{200D}d",
    "two\nlines\tand a tab", "\u{2028}",
  ])
  func `letters, signs and lines stay as they are`(_ text: String) {
    #expect(ControlCharacters.shown(text) == text)
    #expect(ControlCharacters.escaped(inJSON: text) == text)
  }

  @Test func `in a name lines are shown too`() {
    #expect(ControlCharacters.shown("a\nb\tc", keepsLines: false) == "a␊b␉c")
  }

  @Test func `what we wrote stays, and nothing that is only like it`() {
    let kept = ["\u{1B}[1m", "\u{1B}[0m"]
    #expect(
      ControlCharacters.shown("\u{1B}[1mbold\u{1B}[0m \u{1B}[2J\u{1B}", keeping: kept)
        == "\u{1B}[1mbold\u{1B}[0m ␛[2J␛")
  }

  @Test func `JSON says the same, escaped`() {
    #expect(
      ControlCharacters.escaped(inJSON: "{\"title\": \"a\u{9B}b\u{202E}c\u{7F}\\u001b\"}\n")
        == "{\"title\": \"a\\u009bb\\u202ec\\u007f\\u001b\"}\n")
  }
}
