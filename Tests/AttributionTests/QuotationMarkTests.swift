// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct QuotationMarkTests {
  private static let words = "the looms are ours and nobody shall take them from us again"

  @Test(arguments: [
    ("“", "”"), ("\"", "\""), ("„", "“"), ("„", "”"), ("»", "«"), ("« ", " »"), ("”", "”"),
    (",,", "“"),
    ("``", "''"), ("«", "»"), ("“", "\""), ("「", "」"), ("『", "』"), ("<<", ">>"), ("›", "‹"),
    ("‹", "›"), ("»", "»"), (",,", "''"), ("„", "\""),
  ])
  func `marks of all presses are read`(_ marks: (String, String)) {
    let text = SampleText(["Lund wrote: \(marks.0)\(Self.words)\(marks.1) and left."])
    #expect(texts(text) == [Self.words])
  }

  @Test(arguments: [("‘", "’"), ("'", "'")])
  func `single marks lead where no double ones do`(_ marks: (String, String)) {
    let text = SampleText(["Lund wrote: \(marks.0)\(Self.words)\(marks.1)."])
    #expect(texts(text) == [Self.words])
  }

  @Test(arguments: [
    "Of the workers’ councils of the ’70s and the bosses’ plans nothing is left, ’tis said, to us.",
    "In the '70s and the '80s the weavers' guilds fell, and 'twas no wonder that they did so.",
    "The looms were 5' 10\" high and 6' 2\" wide, as all looms in this town were in those days.",
  ])
  func `apostrophes and measures quote nobody`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.isEmpty)
  }

  @Test func `apostrophes in a quotation do not end it`() {
    let words = "the workers’ councils of the ’70s are the weavers’ own and nobody else’s"
    #expect(texts(SampleText(["Lund wrote: “\(words)”."])) == [words])
  }

  @Test func `a quotation in a quotation has its own speaker`() {
    let text = SampleText([
      "Anna Lund wrote: “We stood there until Carl Berg said, ‘the mill is closed for good today’, and went.”"
    ])
    #expect(text.quotations.map(\.speaker) == ["Anna Lund", "Carl Berg"])
  }

  @Test func `a quotation whose end is lost ends with its sentence`() {
    let text = SampleText([
      "Lund wrote: “\(Self.words). The author adds: “nothing of the kind was ever seen in this town before.”"
    ])
    #expect(texts(text).first == "\(Self.words).")
  }

  @Test func `a quotation runs over paragraphs that begin with marks`() {
    let text = SampleText([
      "Anna Lund wrote: “We took the mill in the morning.",
      "“By the evening the whole town had come to see it.”",
    ])
    #expect(text.quotations.map(\.speaker) == ["Anna Lund", "Anna Lund"])
  }

  @Test func `elisions and letters of the editor belong to the words`() {
    let words = "[T]he looms . . . are ours [and] nobody … shall take them [from us]"
    #expect(texts(SampleText(["Lund wrote: “\(words)”."])) == [words])
  }

  @Test(arguments: [
    "They spoke of the “free market” and the “iron law” of wages in those days.",
    "Her book “The Weavers of the North” was read by all.",
    "It was called a “strike” by some.",
    "The so-called “socialist” mills were no better than others.",
  ])
  func `scare quotes, titles and terms quote nobody`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.isEmpty, "\(SampleText([paragraph]).quotations)")
  }

  @Test(arguments: [
    ("»Was ist »gerechte« Verteilung? Lund sagt nicht, was »wir« wollen.«", 1),
    ("« Lund a crié “Vive la grève” deux fois devant nous tous. »", 1),
    ("»Er sagte › Komm doch mit mir ‹ und ging dann fort von uns.«", 1),
  ])
  func `marks of one kind or two are paired within each other`(
    _ paragraph: String, _ count: Int
  ) {
    let text = SampleText([paragraph])
    #expect(text.quotations.first?.range == 0..<paragraph.unicodeScalars.count)
  }

  @Test func `what stands between two quotations in marks that point inward is not quoted`() {
    let text = SampleText([
      "»Wir gehen heute nicht hin.« Sie stand auf und sah ihn an. »Und morgen gehen wir auch nicht.«"
    ])
    #expect(texts(text) == ["Wir gehen heute nicht hin.", "Und morgen gehen wir auch nicht."])
  }

  private func texts(_ text: SampleText) -> [String] {
    text.quotations.map { $0.text.split(separator: " ").joined(separator: " ") }
  }
}
