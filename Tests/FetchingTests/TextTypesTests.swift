// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Fetching

extension TextTypes {
  /// A few kinds of files.
  static let sample = TextTypes(
    suffixes: ["html", "txt", "muse"], mediaTypes: ["text/html": "html", "text/plain": "txt"])
}

struct TextTypesTests {
  @Test(arguments: [
    ("text/html; charset=utf-8", "/a", "html"), ("text/plain", "/a", "txt"),
    ("text/plain", "/a.muse", "muse"), ("application/octet-stream", "/a.MUSE?x=1", "muse"),
    ("application/octet-stream", "/a", nil), ("image/png", "/a.txt", nil), (nil, "/a.txt", "txt"),
    (nil, "/a", nil),
  ])
  func `the type that a host sends goes before the suffix unless it is general`(
    type: String?, path: String, suffix: String?
  ) {
    #expect(TextTypes.sample.suffix(type: type, path: path) == suffix)
  }

  @Test func `a text is stored under its host and path`() throws {
    let address = try #require(WebAddress("https://a.org/b/c d.muse?x=1"))
    #expect(FileName.of(address, suffix: "txt") == "a.org-b-c-20d.muse-x-1.txt")
  }
}
