// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Passages

struct AlignmentTests {
  private let texts = (1...8).map { number in
    (1...40).map { "topic\(number) word\($0 * number)" }.joined(separator: " ") + "."
  }

  private func divide(_ texts: [String], after previous: Segmentation? = nil) -> Segmentation {
    Segmentation(
      ExtractedText(blocks: texts.map { Block(.paragraph, $0, line: 1) }), work: "w",
      previous: previous?.passages ?? [], retired: previous?.retired ?? [])
  }

  @Test func `ids stay when the text is indexed again`() {
    let first = divide(texts)
    #expect(divide(texts, after: first).passages == first.passages)
  }

  @Test func `a new paragraph gets a new label and moves no other`() {
    var changed = texts
    changed.insert(
      "A wholly new paragraph " + String(repeating: "of other things ", count: 12), at: 2)
    let second = divide(changed, after: divide(texts))
    #expect(
      second.passages.map(\.label) == ["p1", "p2", "p3b", "p3", "p4", "p5", "p6", "p7", "p8"])
    #expect(second.passages.map(\.paragraph) == (1...9).map { $0 })
    #expect(second.retired.isEmpty)
  }

  @Test func `a corrected paragraph keeps its label`() {
    var changed = texts
    changed[3] = changed[3].replacing("word8 ", with: "world eight ")
    let second = divide(changed, after: divide(texts))
    #expect(second.passages.map(\.label) == divide(texts).passages.map(\.label))
  }

  @Test func `a removed paragraph is gone, and its label is never given again`() {
    var changed = texts
    changed.remove(at: 4)
    let second = divide(changed, after: divide(texts))
    #expect(second.passages.map(\.label) == ["p1", "p2", "p3", "p4", "p6", "p7", "p8"])
    #expect(second.retired.map(\.label) == ["p5"])
    #expect(second.retired.map(\.movedTo) == [nil])
    changed.append("Something else altogether " + String(repeating: "and so on ", count: 20))
    changed.insert("Yet other matters " + String(repeating: "in the middle ", count: 20), at: 4)
    let third = divide(changed, after: second)
    #expect(!third.passages.map(\.label).contains("p5"))
    #expect(third.retired.map(\.label) == ["p5"])
  }

  @Test func `a paragraph joined to another has moved there`() {
    var changed = texts
    changed[2] += " " + changed[3]
    changed.remove(at: 3)
    let second = divide(changed, after: divide(texts))
    #expect(second.retired.map(\.label) == ["p4"])
    #expect(second.retired.map(\.movedTo) == ["p3"])
    let third = divide(texts, after: second)
    #expect(third.retired.first?.movedTo == third.passages.first { $0.text == texts[3] }?.label)
  }

  @Test func `words that move keep their label`() {
    let second = divide(Array(texts.reversed()), after: divide(texts))
    #expect(second.passages.map(\.label) == (1...8).reversed().map { "p\($0)" })
  }

  @Test func `punctuation, case and quotation marks do not change a fingerprint`() {
    #expect(
      Fingerprint.of("“All power” — to the Soviets!") == Fingerprint.of("all power to the soviets"))
    #expect(Fingerprint.of("grève") != Fingerprint.of("grave"))
  }
}
