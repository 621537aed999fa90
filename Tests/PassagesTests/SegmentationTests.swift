// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Passages

private func stated(_ text: String) -> Attributed<String> {
  Attributed(text, .stated, rule: "test")
}

/// As many words as asked for, in sentences of ten.
private func words(_ count: Int, _ seed: String = "word") -> String {
  (1...count).map { $0 % 10 == 1 ? "Word\($0)" : $0 % 10 == 0 ? "\(seed)\($0)." : "\(seed)\($0)" }
    .joined(separator: " ")
}

struct SegmentationTests {
  private func passages(_ blocks: [Block], pages: [Page] = []) -> [Passage] {
    Segmentation(ExtractedText(pages: pages, blocks: blocks), work: "w").passages
  }

  @Test func `a paragraph is a passage`() {
    let found = passages([
      Block(.paragraph, words(50), line: 3), Block(.paragraph, words(60), line: 9),
    ])
    #expect(found.map(\.label) == ["p1", "p2"])
    #expect(found.map(\.paragraph) == [1, 2])
    #expect(found.map(\.line) == [3, 9])
    #expect(found.map(\.ordinal) == [0, 1])
    #expect(found[0].id == "w/p1")
  }

  @Test func `a long paragraph is divided at sentence ends`() {
    let text = words(1_000)
    let found = passages([Block(.paragraph, text, line: 1)])
    #expect(found.map(\.label) == ["p1", "p1.2", "p1.3", "p1.4"])
    #expect(found.allSatisfy { $0.text.hasSuffix(".") && $0.paragraph == 1 })
    #expect(found.map(\.text).joined(separator: " ") == text)
  }

  @Test func `text without a sentence end or a space is divided all the same`() {
    let unpunctuated = String(repeating: "word ", count: 2_000) + "word"
    #expect(passages([Block(.paragraph, unpunctuated, line: 1)]).count == 8)
    let solid = String(repeating: "x", count: 100_000)
    let found = passages([Block(.paragraph, solid, line: 1)])
    #expect(found.allSatisfy { $0.text.count <= 8_000 })
    #expect(found.map(\.text).joined() == solid)
  }

  @Test func `short neighbours of one section share a passage`() {
    let found = passages([
      Block(.paragraph, "One.", line: 1), Block(.paragraph, "Two.", line: 2),
      Block(.heading(level: 1), "Next", line: 3), Block(.paragraph, "Three.", line: 4),
      Block(.paragraph, words(40), line: 5),
    ])
    #expect(found.map(\.text.count) == [9, 6, words(40).count])
    #expect(found.map(\.label) == ["p1", "p3", "p4"])
    #expect(found[0].text == "One. Two.")
  }

  @Test func `headings are the section of what follows, and text where nothing does`() {
    let blocks = [
      Block(.heading(level: 1), "Part", line: 1), Block(.heading(level: 2), "Empty", line: 2),
      Block(.heading(level: 2), "Chapter", line: 3), Block(.paragraph, words(40), line: 4),
      Block(.heading(level: 2), "Chapter", line: 5), Block(.paragraph, words(41), line: 6),
      Block(.heading(level: 1), "The End", line: 7),
    ]
    let found = passages(blocks)
    #expect(found.map(\.text) == ["Empty", words(40), words(41), "The End"])
    #expect(found.map(\.section) == [["Part"], ["Part", "Chapter"], ["Part", "Chapter"], []])
    #expect(found.map(\.openedHeadings) == [1, 1, 1, 0])
    #expect(found.map(\.label) == ["h1", "p1", "p2", "h2"])
    #expect(found.map(\.isContents) == [true, false, false, true])
    #expect(Fingerprint.ofText(found) == Fingerprint.ofText(blocks))
  }

  @Test func `a quotation belongs to the paragraph before it`() {
    let found = passages([
      Block(.paragraph, words(40), line: 1), Block(.quotation, "All power.", line: 2),
      Block(.verse, "Arise ye\nprisoners", line: 3),
    ])
    #expect(found.map(\.kind) == [.body, .quotation, .verse])
    #expect(found.map(\.belongsTo) == [nil, "p1", nil])
  }

  @Test func `pages are those on which the words stand`() {
    let pages = ["iv", "5", "6"].enumerated().map { index, label in
      Page(
        label: Attributed(label, index == 2 ? .inferred : .stated, rule: "test"), line: index)
    }
    let text = words(1_000)
    let second = text.unicodeScalars.count - 20
    let found = passages(
      [
        Block(
          .paragraph, text, line: 1, page: 0,
          pageBreaks: [PageBreak(offset: 5, page: 1), PageBreak(offset: second, page: 2)]),
        Block(.paragraph, words(50), line: 1, page: 2),
      ], pages: pages)
    #expect(found.map { $0.pages?.first } == ["iv", "5", "5", "5", "6"])
    #expect(found.map { $0.pages?.last } == ["5", "5", "5", "6", "6"])
    #expect(found.map { $0.pages?.isInferred } == [false, false, false, true, true])
  }

  @Test func `notes are tied to their marks, a lost mark stays unknown`() {
    let body = words(800)
    let place = body.unicodeScalars.count - 7
    let found = passages([
      Block(
        .paragraph, body, line: 1,
        noteMarks: [
          NoteMark(offset: 3, number: "1", printed: "!", basis: .inferred),
          NoteMark(offset: place, number: "2", printed: "2", basis: .stated),
        ]),
      Block(.note, "First note.", line: 2, number: stated("1")),
      Block(.note, "Second note.", line: 3, number: stated("2")),
      Block(.note, "Third note.", line: 4, number: stated("3")),
    ])
    #expect(found.map(\.label) == ["p1", "p1.2", "p1.3", "n1", "n2", "n3"])
    #expect(found[0].notes.map(\.text) == ["First note."])
    #expect(found[2].notes.map(\.label) == ["n2"])
    let offset = found[2].notes.first?.offset ?? 0
    #expect(Array(found[2].text.unicodeScalars)[offset...].count == 7)
    #expect(found.suffix(3).map(\.belongsTo) == ["p1", "p1.3", nil])
    #expect(found.suffix(3).map(\.note) == ["1", "2", "3"])
  }

  @Test func `numbers that begin anew in each chapter find the notes of their chapter`() {
    func mark(_ number: String) -> NoteMark {
      NoteMark(offset: 1, number: number, printed: number, basis: .stated)
    }
    let found = passages([
      Block(.paragraph, words(40), line: 1, noteMarks: [mark("1"), mark("2")]),
      Block(.paragraph, words(41), line: 2, noteMarks: [mark("1")]),
      Block(.note, "One of the first.", line: 3, number: stated("1")),
      Block(.note, "Two of the first.", line: 4, number: stated("2")),
      Block(.note, "One of the second.", line: 5, number: stated("1")),
    ])
    #expect(found[0].notes.map(\.text) == ["One of the first.", "Two of the first."])
    #expect(found[1].notes.map(\.text) == ["One of the second."])
    #expect(found.suffix(3).map(\.label) == ["n1", "n2", "n1-2"])
  }

  @Test func `repairs keep their place in parts and in merged passages`() {
    let found = passages([
      Block(.paragraph, "One top.", line: 1),
      Block(
        .paragraph, "Two down.", line: 2,
        repairs: [Repair(range: 4..<8, printed: "do-\nwn", rule: "hyphen-joined")]),
    ])
    #expect(found[0].repairs.map(\.range) == [13..<17])
  }

  @Test func `a note to a heading belongs to the passage below it, without a place in it`() {
    var heading = Block(.heading(level: 1), "Bread", line: 1)
    heading.noteMarks = [NoteMark(offset: 5, number: "1", printed: "[1]", basis: .stated)]
    let note = Block(.note, "Read in 1906.", line: 9, number: stated("1"))
    let found = passages([heading, Block(.paragraph, words(50), line: 3), note])
    #expect(found.map(\.label) == ["p1", "n1"])
    #expect(found[0].notes.map(\.text) == ["Read in 1906."])
    #expect(found[0].notes.map(\.offset) == [nil])
    #expect(found[1].belongsTo == "p1")
  }
}
