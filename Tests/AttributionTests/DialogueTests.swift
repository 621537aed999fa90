// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct DialogueTests {
  @Test(arguments: [
    ("— No lo llevaremos —dijo Tomás Rueda— ni hoy ni mañana.", "Tomás Rueda", 2),
    ("—¿Y mañana? —preguntó la señora Lund.", "Lund", 1),
    ("— Nous ne la porterons pas, dit Thomas Roux, ni demain.", "Thomas Roux", 2),
    ("— Non la porteremo, — disse Tommaso Rueda, — né oggi.", "Tommaso Rueda", 2),
    ("— Мы не понесём, — сказал Томас Руэда, — ни завтра.", "Томас Руэда", 2),
    ("— Não o levaremos — disse Tomás Rueda —, nem hoje.", "Tomás Rueda", 2),
    ("— Pourquoi ? lui demanda Anna Lund.", "Anna Lund", 1),
  ])
  func `a verb of saying divides dialogue after a dash`(
    _ paragraph: String, _ speaker: String, _ count: Int
  ) {
    let text = SampleText([paragraph])
    #expect(text.quotations.map(\.speaker) == Array(repeating: speaker, count: count))
    #expect(text.quotations.allSatisfy { !$0.text.contains(speaker) })
  }

  @Test(arguments: [
    "— No sé.", "— Tomás dijo que no lo llevaría nadie.", "— Orrin Quill",
    "— La carta que escribió Lund, y la que dijo Ana.",
  ])
  func `a single paragraph after a dash proves no dialogue`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.isEmpty)
  }

  @Test func `dialogue after dashes is listed, whether or not its speaker is named`() {
    let text = SampleText([
      "— Où vas-tu ?", "— Au moulin, dit-il. J’y reste.", "— Et moi ? demanda la mère en riant.",
      "Il sortit.", "— « Bon », dit-elle.",
    ])
    #expect(
      text.quotations.map(\.text) == ["Où vas-tu ?", "Au moulin", "J’y reste.", "Et moi ?", "Bon"])
    #expect(text.quotations.allSatisfy { $0.speaker == nil })
  }

  @Test(arguments: [
    ["— the looms;", "— the mills;", "— the quays."],
    ["— Looms, twelve of oak", "— Mills, three on the river", "— Quays, one in the north"],
  ])
  func `items of lists are not dialogue`(_ paragraphs: [String]) {
    #expect(SampleText(paragraphs).quotations.isEmpty)
  }

  @Test(arguments: [
    ("— Ya voy —dijo Tomás—. Espérame. —Y salió.", ["Ya voy", "Espérame."]),
    ("— Ya voy —dijo Tomás. Luego salió de la casa.", ["Ya voy"]),
    ("— Я иду, — сказал он. — Подожди меня.", ["Я иду", "Подожди меня."]),
    ("— Idę — powiedział. — Poczekaj na mnie.", ["Idę", "Poczekaj na mnie."]),
  ])
  func `behind a dash the words go on only behind another`(
    _ paragraph: String, _ spoken: [String]
  ) {
    let text = SampleText([paragraph])
    #expect(text.quotations.map(\.text).prefix(spoken.count) == spoken[...])
    #expect(text.quotations.allSatisfy { !$0.text.contains("Luego") })
  }

  @Test func `someone of the author's family name is someone else`() {
    let text = SampleText([
      "In 1903 Ida Marrable wrote that “the quay was ours.” “We carried it,” Old Marrable wrote, “for thirty years.”"
    ])
    #expect(text.quotations.map(\.speaker) == ["Ida Marrable", "Old Marrable", "Old Marrable"])
  }

  @Test func `single marks around double ones are a quotation, and the reference is theirs`() {
    let text = SampleText([
      "“We carried it,” Old Marrable wrote, “for thirty years.”",
      "As Vane puts it, ‘the “keys” were only a sign’ (Letters, p. 9).",
    ])
    #expect(text.quotations.map { $0.source?.title } == [nil, nil, "Letters"])
    #expect(text.quotations.last?.speaker == "Vane")
  }
}
