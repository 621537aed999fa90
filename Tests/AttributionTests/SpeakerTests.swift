// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

@Suite struct SpeakerTests {
  @Test func `the same author is who was quoted last`() {
    let text = SampleText([
      "“The guiding persons had no programme of any kind,” writes Peter Lavrov in his book.",
      "“After that day the city was in the hands of the weavers,” writes the same author.",
    ])
    #expect(text.quotations.map(\.speaker) == ["Peter Lavrov", "Peter Lavrov"])
  }

  @Test func `whoever is said to quote somebody is through whom the words come`() {
    let text = SampleText([
      "Paul Holm, in his biography, quotes Clara Berg as saying that Anna “was the sword, the flame of "
        + "the revolution in our time.”"
    ])
    #expect(text.quotations.map(\.speaker) == ["Clara Berg"])
    #expect(text.quotations[0].via.map(\.authors) == [["Paul Holm"]])
  }

  private static let words = "“the looms are ours and nobody shall take them from us again”"

  @Test(arguments: [
    ("Anna Lund was there. \(words), says Lund.", "Anna Lund"),
    ("Anna Lund was there. Lund wrote in 1918: \(words).", "Anna Lund"),
    ("\(words), as Anna Lund put it.", "Anna Lund"),
    ("According to Anna Lund, \(words).", "Anna Lund"),
    ("In the words of Anna Lund: \(words).", "Anna Lund"),
    ("As Anna Lund argues, \(words).", "Anna Lund"),
    ("Anna Lund was a weaver. She wrote that \(words).", "Anna Lund"),
    ("Anna Lund, a weaver of the north, wrote: \(words).", "Anna Lund"),
    ("It was said by Anna Lund that \(words).", "Anna Lund"),
    ("Carl Berg quotes Anna Lund: \(words).", "Anna Lund"),
    ("Anna Lund answered Carl Berg: \(words).", "Anna Lund"),
    ("Anna Lund told Carl Berg that \(words).", "Anna Lund"),
    ("Against Carl Berg, Anna Lund wrote: \(words).", "Anna Lund"),
    ("As one historian argues, \(words).", "one historian"),
    ("The Weavers’ Congress declared: \(words).", "Weavers’ Congress"),
    ("The Workers Opposition charged that \(words).", "Workers Opposition"),
    ("The decree stated that \(words).", "decree"),
    ("The weavers, notes Anna Lund, \(words).", "Anna Lund"),
    ("Carl Berg left. This is confirmed by Anna Lund, who notes that \(words).", "Anna Lund"),
    ("Carl Berg left, as he claimed. Anna Lund notes: \(words).", "Anna Lund"),
    ("Anna Lund spoke last. According to Lund's new philosophy, \(words).", "Anna Lund"),
  ])
  func `the prose says who speaks`(_ form: (String, String)) {
    #expect(SampleText([form.0]).quotations.map(\.speaker) == [form.1])
  }

  @Test(arguments: [
    "It was said in the town that \(words).",
    "The mills were described in those days as \(words).",
    "There is a song: \(words).",
    "Anna Lund never said that \(words).",
  ])
  func `where nobody is named nobody speaks`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.allSatisfy { $0.speaker == nil })
  }

  @Test func `an opponent's words are the opponent's in the author's work`() {
    let text = SampleText([
      "Carl Berg claimed that \(Self.words). [quoted by Anna Lund, The Weavers, p. 5]",
      "Against Anna Lund the director Carl Berg wrote: \(Self.words). [Lund, The Weavers, p. 6]",
    ])
    #expect(text.quotations.map(\.speaker) == ["Carl Berg", "Carl Berg"])
  }

  @Test func `a pronoun means who was spoken of last`() {
    let text = SampleText([
      "Carl Berg was a director. Anna Lund was a weaver. She replied: \(Self.words).",
      "He died in 1903.",
    ])
    #expect(text.quotations.map(\.speaker) == ["Anna Lund"])
  }

  @Test(arguments: [
    ("Carl Berg was refuted by Anna Lund, who wrote: \(words).", "Anna Lund"),
    ("Anna Lund summed up Carl Berg’s view: \(words).", "Carl Berg"),
    ("Carl Berg, as Anna Lund notes, wrote that \(words).", "Carl Berg"),
    ("\(words), Carl Berg told Anna Lund.", "Carl Berg"),
    ("\(words), wrote Anna Lund of Carl Berg.", "Anna Lund"),
    ("“The looms are ours,” said Anna Lund, “and nobody shall take them from us.”", "Anna Lund"),
    ("Anna Lund writes of Carl Berg that \(words).", "Anna Lund"),
    ("Carl Berg died in 1903. In her obituary Anna Lund wrote: \(words).", "Anna Lund"),
    ("In 1918 Anna Lund could still write that \(words).", "Anna Lund"),
    ("Anna Lund’s conclusion was that \(words).", "Anna Lund"),
    ("To quote Anna Lund: \(words).", "Anna Lund"),
  ])
  func `of several who are named the one who speaks is found`(_ form: (String, String)) {
    let text = SampleText([
      "Anna Lund and Carl Berg met. Anna Lund said so. Carl Berg said no.", form.0,
    ])
    #expect(Set(text.quotations.map(\.speaker)) == [form.1])
  }

  @Test(arguments: [
    ("fr", "Selon Jeanne Morel, « les moulins ne furent jamais à nous ».", "Jeanne Morel"),
    ("fr", "« Les moulins ne furent jamais à nous », dit Jeanne Morel.", "Jeanne Morel"),
    ("de", "Laut Klara Wendt: „Die Mühlen haben uns nie gehört.“", "Klara Wendt"),
    ("de", "Dagegen schrieb Klara Wendt: „Die Mühlen haben uns nie gehört.“", "Klara Wendt"),
    ("it", "«I mulini non furono mai nostri», disse Anna Conti.", "Anna Conti"),
    ("nl", "Volgens Anna Visser, “de molens waren nooit van ons”.", "Anna Visser"),
  ])
  func `each language has words of its own`(_ language: String, _ text: String, _ speaker: String) {
    #expect(SampleText([text], language: language).quotations.map(\.speaker) == [speaker])
  }

  @Test func `below the floor nobody is named, above it with the probability`() {
    let lines = ["Anna Lund was there. \(Self.words), says Lund."]
    #expect(SampleText(lines, floor: 1).quotations.map(\.speaker) == [nil])
    let confidence = SampleText(lines, floor: 0.5).quotations.first?.confidence
    #expect(confidence.map { (0.5...1).contains($0) } == true)
  }

  @Test(arguments: [
    "Anna Lund was there. In the town \(words) was heard everywhere.",
    "Anna Lund was told that \(words).",
    "Carl Berg accused somebody of saying that \(words).",
    "Anna Lund was accused of the view that \(words).",
    "Nobody, not even Anna Lund, held that \(words).",
    "Anna Lund denied that \(words).",
    "Anna Lund wrote much. But it is often said that \(words).",
  ])
  func `a name in the sentence alone makes nobody speak`(_ paragraph: String) {
    let text = SampleText([paragraph], floor: Attribution.defaultFloor)
    #expect(text.quotations.allSatisfy { $0.speaker == nil })
  }

  @Test func `a heading makes nobody speak`() {
    let text = SampleText([
      "# Anna Lund says", "\(Self.words) was on all walls.",
    ])
    #expect(text.quotations.allSatisfy { $0.speaker == nil })
  }

  @Test func `a block has the speaker of the sentence that leads to it`() {
    let text = SampleText([
      "Anna Lund wrote to Carl Berg:", "> The looms are ours and nobody shall take them.",
    ])
    #expect(text.quotations.map(\.speaker) == ["Anna Lund"])
  }
}
