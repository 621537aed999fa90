// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Witness

/// What repairs may change without a word being lost.
struct ToleranceTests {
  private func folded(_ text: String) -> [String] {
    var words = WordList()
    words.add(text, segment: 0)
    return (0..<words.count).map { String(decoding: words.letters($0..<($0 + 1)), as: UTF8.self) }
  }

  @Test func caseLigaturesAccentsAndSoftHyphensDoNotCount() {
    #expect(
      folded("The ﬁre at Orléans, co\u{AD}operation") == [
        "the", "fire", "at", "orleans", "cooperation",
      ])
    #expect(folded("e\u{301}tat") == folded("\u{E9}tat"))
  }

  @Test func aNumberAtAWordIsAWordOfItsOwn() {
    #expect(folded("bread12 and wine²") == ["bread", "12", "and", "wine", "2"])
  }

  @Test func ideographsAreWords() {
    #expect(folded("國家 state").count == 3)
  }

  @Test func aWordThatAPageMarkDividesIsTheSame() {
    let (before, after) = ("the story of his early man", "hood was told to nobody but her")
    #expect(paired("\(before)[Pg 12]\(after)", "\(before)\(after) [Pg 12]") == 15)
  }

  private func paired(_ one: String, _ two: String) -> Int {
    var (source, target) = (WordList(), WordList())
    source.add(one, segment: 0)
    target.add(two, segment: 0)
    var alignment = WordAlignment(source, target)
    alignment.tile(size: 5)
    alignment.fillGaps()
    alignment.tile(size: 1)
    alignment.joinAroundMarks()
    return alignment.partners.count { $0 >= 0 }
  }

  @Test func aWordDividedAtALineEndIsTheSame() {
    #expect(
      paired("the whole revolu- tion was over by then", "the whole revolution was over by then")
        == 8)
    #expect(paired("all the S t a t e s of the old world", "all the States of the old world") == 12)
    #expect(paired("all the old States of the world", "all the old S tates of the world") == 7)
  }

  @Test func aMovedNoteIsFoundWhereverItIs() {
    let note = "see the report of the second congress of the union"
    let body = "the strike began in the harbour before dawn and spread to the mills"
    #expect(paired("\(note) \(body)", "\(body) \(note)") == 23)
  }

  @Test(.timeLimit(.minutes(10))) func repetitionTakesNoLongerThanOtherText() {
    let text = String(repeating: "again ", count: 20_000)
    #expect(paired(text, text) == 20_000)
    #expect(paired(text, String(repeating: "never ", count: 20_000)) == 0)
  }
}
