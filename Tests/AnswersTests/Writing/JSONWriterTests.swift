// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Answers

struct JSONWriterTests {
  @Test(arguments: [
    (0.0, "0"), (11.82, "11.82"), (-0.5, "-0.5"), (1e20, "null"), (.nan, "null"), (0.00004, "0"),
    (2.0, "2"),
  ])
  func `numbers are short`(_ value: Double, _ json: String) {
    var writer = JSONWriter()
    writer.number(value)
    #expect(writer.text == json)
  }

  @Test func `control characters are escaped`() {
    var writer = JSONWriter()
    writer.string("a\u{1}\t\\é\u{1F}")
    #expect(writer.text == #""a\u0001\t\\é\u001f""#)
  }
}
