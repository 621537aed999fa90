// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import PassageSearch

struct ChapterTests {
  /// The contents of a work in which headings open at some passages.
  private func contents(
    _ count: Int, _ headings: [(at: Int, depth: Int, title: String)] = []
  ) -> WorkContents {
    var contents = WorkContents()
    var path: [String] = []
    for ordinal in 0..<count {
      var passage = Passage(
        work: "w", label: "p\(ordinal + 1)", kind: .body, text: "x", ordinal: ordinal)
      let opened = headings.filter { $0.at == ordinal }
      for heading in opened { path = Array(path.prefix(heading.depth)) + [heading.title] }
      passage.section = path
      passage.openedHeadings = opened.count
      passage.pages = PageRange(
        first: "\(ordinal / 10)", last: "\(ordinal / 10)", isInferred: false)
      contents.add(passage)
    }
    return contents
  }

  private func chapters(_ contents: WorkContents, _ count: Int) -> [Chapter] {
    let chapters = Chapter.chapters(of: contents, passages: count)
    // Every passage is in one chapter, in order.
    #expect(chapters.flatMap { Array($0.ordinals) } == Array(0..<count))
    for chapter in chapters { #expect(chapter.label == "p\(chapter.ordinals.lowerBound + 1)") }
    return chapters
  }

  @Test func `a short work is read at once, whatever its headings`() {
    let found = chapters(contents(40, [(0, 0, "One"), (20, 0, "Two")]), 40)
    #expect(found.map(\.path) == [["One"]])
    #expect(Chapter.chapters(of: WorkContents(), passages: 0).isEmpty)
  }

  @Test func `a long work without headings is read in slices`() {
    let found = chapters(contents(130), 130)
    #expect(found.map(\.ordinals) == [0..<40, 40..<80, 80..<130])
    #expect(found.map(\.slice) == [1, 2, 3])
    #expect(found.map(\.page) == ["0", "4", "8"])
  }

  @Test func `chapters are divided at their highest headings, and further where they are long`() {
    let found = chapters(
      contents(
        300,
        [
          (3, 0, "One"), (63, 0, "Two"), (63, 1, "a"), (120, 1, "b"), (200, 0, "Three"),
          (260, 0, "Four"),
        ]), 300)
    #expect(
      found.map(\.path) == [
        [], ["One"], ["Two", "a"], ["Two", "b"], ["Two", "b"], ["Three"], ["Four"],
      ])
    #expect(found.map(\.slice) == [0, 0, 0, 1, 2, 0, 0])
  }

  @Test func `short chapters are read together`() {
    let headings = (0..<30).map { (at: $0 * 5, depth: 0, title: "\($0)") }
    let found = chapters(contents(150, headings), 150)
    #expect(found.count < 12)
    #expect(found.allSatisfy { $0.ordinals.count <= 60 })
  }

  @Test func `numbers that contradict each other cannot do harm`() {
    // More passages than the contents know, and headings behind the end.
    var odd = contents(10, [(9, 0, "Late")])
    odd.headings.append(.init(title: "Behind", depth: 7, ordinal: 10_000, label: "p9", page: nil))
    for count in [1, 10, 1_000] { _ = Chapter.chapters(of: odd, passages: count) }
  }
}
