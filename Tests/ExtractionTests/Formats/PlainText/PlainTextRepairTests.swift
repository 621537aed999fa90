// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

/// Words that type or recognition took apart.
struct PlainTextRepairTests {
  private func spaced(_ line: String, in text: String = "") -> String {
    var lines = TextLine.lines(of: text + "\n\n" + line)
    var words = WordCounts()
    LetterSpacing.join(&lines, &words)
    return lines.last?.text ?? ""
  }

  @Test(arguments: [
    "N S E W", "The map shows N S E W and the scale.", "A B C", "W D L F A Pts", "S M T W T F S",
    "J. R. R. Marrable wrote it.", "U S S R", "a b a b c d c d", "E = a x b y", "i j k l m",
    "F B I agents", "Q. E. D.", "He got an A B and C D E.", "x y z", "A E I O U",
  ])
  func `abbreviations, initials, lists and formulas stay apart`(_ line: String) {
    #expect(spaced(line) == line)
  }

  @Test(arguments: [
    ("Das ist n i c h t wahr.", "Das ist nicht wahr."), ("P R E F A C E", "PREFACE"),
    ("C H A P T E R", "CHAPTER"), ("der G e n o s s e n", "der Genossen"),
  ])
  func `spaced words are closed up`(_ line: String, _ closed: String) {
    #expect(spaced(line) == closed)
  }

  @Test func `a short word counts if the text has it closed up`() {
    #expect(spaced("es w a r so", in: "Es war einmal.") == "es war so")
    #expect(spaced("es w a r so") == "es w a r so")
  }

  private func initial(_ text: String) -> String {
    var lines = TextLine.lines(of: text)
    var words = WordCounts()
    DropCaps.join(&lines, &words)
    return lines.filter { !$0.isBlank }.map(\.text).joined(separator: "|")
  }

  @Test(arguments: [
    ("T he strike began.", "The strike began."), ("T HE strike began.", "THE strike began."),
    ("W\nhen it began, all were there.", "When it began, all were there."),
    ("\n“T his is so,” he said.", "“This is so,” he said."),
  ])
  func `a large initial is joined to its word`(_ text: String, _ joined: String) {
    #expect(initial(text) == joined)
  }

  @Test(arguments: [
    "A part of the whole. Some part.", "I was there. It was so.", "B and C are points.",
    "O brother, hear. My brother.", "X marks the place.", "E pluribus unum.",
    "A\n\nis the first letter.",
  ])
  func `a word of one letter, a point and a vocative stay apart`(_ text: String) {
    #expect(
      initial(text)
        == TextLine.lines(of: text).filter { !$0.isBlank }.map(\.text).joined(separator: "|"))
  }

  private func joined(_ text: String) -> String {
    PlainText.extract(text, file: SourceFile(name: "x.txt", bytes: [])).blocks.map(\.text)
      .joined(separator: " ")
  }

  @Test func `an equals sign is a hyphen where the text has the word or the habit`() {
    let prose =
      "The length and the width of the field were measured in the morning, and so we wrote"
    #expect(joined("\(prose)\nthat area=\nlength times the width of it.").contains("area= length"))
    #expect(
      joined("\(prose)\nof the Arbei=\nter, and the Arbeiter knew it.").contains(
        "of the Arbeiter, and"))
    let habit = joined(
      "\(prose)\nof the Arbei=\nter and of the Bauern=\nschaft, whose Ver=\nsammlung was long and loud."
    )
    #expect(habit.contains("of the Arbeiter and of the Bauernschaft, whose Versammlung was"))
  }
}
