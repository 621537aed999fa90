// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Notes

@Suite struct NoteTiesTests {
  @Test func tiesByNumberWithinAChapter() {
    let ties = NoteTies([
      heading("Bread"), text("Loaves.", "1"), note("1"), heading("Salt"), text("Grains.", "1"),
      note("1"),
    ])
    #expect(ties.noteOfMark[1] == [NoteTies.Tie(note: 2, basis: .stated)])
    #expect(ties.noteOfMark[4] == [NoteTies.Tie(note: 5, basis: .stated)])
  }

  @Test func tiesGatheredNotesByTheNamesOfChapters() {
    let ties = NoteTies([
      heading("Chapter I. Bread"), text("Loaves.", "1", "2"), heading("Chapter II. Salt"),
      text("Grains.", "1"), heading("Notes"), heading("Chapter Two"), note("1"),
      heading("Chapter One"), note("1"), note("2"),
    ])
    #expect(ties.noteOfMark[1].map { $0?.note } == [8, 9])
    #expect(ties.noteOfMark[3].map { $0?.note } == [6])
  }

  @Test func aNoteWithoutAMarkDoesNotShiftTheOthers() {
    let ties = NoteTies([text("One, three.", "1", "3"), note("1"), note("2"), note("3")])
    #expect(ties.noteOfMark[0].map { $0?.note } == [1, 3])
    #expect(ties.markOfNote[2] == nil)
  }

  @Test func labelsOfTwoSeriesAreNotTheSame() {
    let ties = NoteTies([text("Twice.", "1", "{1}"), note("{1}"), note("1")])
    #expect(ties.noteOfMark[0].map { $0?.note } == [2, 1])
  }

  @Test func aLinkIsStrongerThanANumber() {
    var linked = text("Linked.", "1")
    linked.noteMarks[0].noteKey = 7
    var other = note("1")
    other.noteKey = 7
    #expect(NoteTies([linked, note("1"), other]).noteOfMark[0].map { $0?.note } == [2])
  }

  @Test func severalRunsOfMarksAreNotTiedToOneRunOfNotesByOrder() {
    let ties = NoteTies([
      heading("Bread"), text("Loaves.", "1", "2"), heading("Salt"), text("Grains.", "1", "2"),
      heading("Notes"), note("1"), note("2"),
    ])
    #expect(ties.noteOfMark.joined().allSatisfy { $0 == nil })
  }

  private func heading(_ words: String) -> Block { Block(.heading(level: 1), words, line: 1) }

  private func text(_ words: String, _ marks: String...) -> Block {
    Block(
      .paragraph, words, line: 1,
      noteMarks: marks.map {
        NoteMark(offset: words.count, number: $0, printed: $0, basis: .stated)
      })
  }

  private func note(_ number: String) -> Block {
    Block(.note, "Words of the note.", line: 1, number: Attributed(number, .stated, rule: "test"))
  }
}
