// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import TextFolding
import Testing

@testable import ContextProtocol

struct JSONTextTests {
  @Test(arguments: [
    "plain", "a\u{1B}[0m", "a\\u001b", "\\\u{0}\\", "\"\u{1F}\"", "line\nline\ttab\rend",
    "\u{7F}\u{9B}\u{202E}\u{2066}", "\\\\\u{7}", "é“”漢",
  ])
  func `control characters in JSON are shown as they are in text`(_ text: String) throws {
    let shown = ControlCharacters.shown(inJSON: JSONValue.string(text).compact)
    #expect(try JSONValue(parsing: shown.utf8) == .string(ControlCharacters.shown(text)))
  }

  @Test func `members of an object stay in their order`() {
    var object = JSONText()
    #expect(object.text == "{}")
    object.add("b", 1)
    object.add("a \"", json: "[2]")
    #expect(object.text == #"{"b":1,"a \"":[2]}"#)
  }
}
