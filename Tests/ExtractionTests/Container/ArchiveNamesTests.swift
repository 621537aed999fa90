// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Extraction

struct ArchiveNamesTests {
  private let names = ArchiveNames([
    "OPS/ch one.xhtml", "OPS/Cafe\u{301}.xhtml", "OPS/a%20b.xhtml", "OPS/Two.xhtml",
    "OPS/x.xhtml", "OPS/X.xhtml",
  ])

  @Test(arguments: [
    ("ch%20one.xhtml", "OPS/ch one.xhtml"), ("./ch one.xhtml", "OPS/ch one.xhtml"),
    ("Caf%C3%A9.xhtml", "OPS/Cafe\u{301}.xhtml"), ("a%20b.xhtml", "OPS/a%20b.xhtml"),
    ("two.XHTML", "OPS/Two.xhtml"), ("../OPS/Two.xhtml?a=b", "OPS/Two.xhtml"),
    ("/OPS/Two.xhtml", "OPS/Two.xhtml"), ("x.xhtml", "OPS/x.xhtml"), ("none%", "OPS/none%"),
  ])
  func `a URL finds the file that it means`(_ address: String, _ name: String) {
    #expect(Array(names.resolve(address, in: "OPS/").name.utf8) == Array(name.utf8))
  }

  @Test func `a fragment is decoded, and which of two files is meant is not guessed`() {
    #expect(names.resolve("Two.xhtml#a%20b", in: "OPS/").fragment == "a b")
    #expect(names.resolve("Two.xhtml#", in: "OPS/").fragment == nil)
    #expect(ArchiveNames(["a.X", "A.x"]).resolve("A.X", in: "").name == "A.X")
  }
}
