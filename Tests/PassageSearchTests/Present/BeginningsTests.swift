// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import PassageSearch

struct BeginningsTests {
  private func allows(_ word: String, for forms: [String], stemmers: [String] = ["en"]) -> Bool {
    var beginnings = Beginnings(stemmers: stemmers)
    for form in forms { beginnings.allow(form) }
    return Array(word.utf8).withUnsafeBufferPointer { beginnings.mayBegin($0) }
  }

  @Test(arguments: [
    ("strikes", "strike", true), ("stone", "strike", true), ("sun", "strike", false),
    ("dying", "die", true), ("a", "a", true), ("an", "a", true), ("by", "a", false),
    ("lyre", "lire", true), ("été", "ete", false), ("ete", "été", true), ("", "strike", false),
  ])
  func `a word may match if it begins as a form does`(
    _ word: String, _ form: String, _ allowed: Bool
  ) {
    #expect(allows(word, for: [form]) == allowed)
  }

  @Test func `everything may match where a stemmer takes off prefixes`() {
    #expect(allows("anything", for: ["strike"], stemmers: ["id"]))
    #expect(allows("bhaile", for: ["baile"], stemmers: ["ga"]))
  }
}
