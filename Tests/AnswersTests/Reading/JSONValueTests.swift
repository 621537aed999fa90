// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Answers

struct JSONValueTests {
  private static let values: [(String, JSONValue)] = [
    ("null", .null), (" true ", true), ("-12", -12), ("1.5", .number(1.5)), ("[]", []),
    (#"{"a":[1,{"b":null}]}"#, ["a": [1, ["b": .null]]]),
    (#""\u00e9\ud83d\ude00\n\/\"""#, "é😀\n/\""),
    ("12345678901234567890", .number(12_345_678_901_234_567_168)),
  ]

  @Test(arguments: values.indices)
  func `JSON is parsed`(_ index: Int) throws {
    let (text, value) = Self.values[index]
    #expect(try JSONValue(parsing: text.utf8) == value)
  }

  @Test(arguments: [
    "", "nul", "[1", "{\"a\"}", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"",
    "1 2", "-", "--1", "\"\u{1}\"", "1e999", String(repeating: "[", count: 100_000),
  ])
  func `what is not JSON is damaged`(_ text: String) {
    #expect(throws: JSONMismatch(.damaged)) { try JSONValue(parsing: text.utf8) }
  }

  @Test func `bytes that are not UTF-8 are damaged`() {
    #expect(throws: JSONMismatch(.damaged)) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }

  @Test func `pretty JSON says the same`() throws {
    let value: JSONValue = [
      "list": .array((0..<40).map(JSONValue.integer)), "object": ["a": "“b”", "c": []],
    ]
    #expect(try JSONValue(parsing: value.pretty.utf8) == value)
    #expect(value.pretty.hasPrefix("{\n  \"list\": [\n    0,\n"))
  }
}
