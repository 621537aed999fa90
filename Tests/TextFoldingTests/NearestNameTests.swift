// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing
import TextFolding

struct NearestNameTests {
  private static let names = ["limit", "offset", "author", "title", "sort", "json", "jsonl"]

  @Test(arguments: [
    ("limt", "limit"), ("auther", "author"), ("ilmit", "limit"), ("offsett", "offset"),
    ("jsno", "json"), ("auth", "author"), ("zzz", nil), ("", nil), ("li", nil),
  ])
  func `a name is found by few edits or by its beginning`(typed: String, meant: String?) {
    #expect(NearestName.find(typed, among: Self.names) == meant)
  }

  @Test func `a long name may lack a part`() {
    let id = "wetzel-2005-workers-power-and-the-russian-revolution"
    let others = ["wetzel-1979-workers-councils", "brinton-1970-workers-control", id]
    for typed in ["wetzel-workers-power-and-the-russian-revolution", "wetzel-2005"] {
      #expect(NearestName.find(typed, among: others) == id)
    }
    #expect(NearestName.find(String(repeating: "x", count: 100_000), among: others) == nil)
  }
}
