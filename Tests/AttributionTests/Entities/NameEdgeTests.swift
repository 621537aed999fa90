// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

/// Where a name begins and ends.
@Suite struct NameEdgeTests {
  private static let words = "“the looms are ours and nobody shall take them from us again”"

  @Test(
    arguments: [
      ("Said Louisa, I remember it well, and wrote: ", "Louisa, I"),
      ("XI. Lund wrote: ", "XI. Lund"), ("After her death her son wrote: ", "death her son"),
      ("I’ll say with the weavers: ", "I’ll"),
      ("A journal in South Carolina openly said that ", "Carolina"),
    ])
  func `what is no part of a name stays outside`(_ lead: String, _ wrong: String) {
    #expect(!SampleText([lead + Self.words + "."]).finds.contains(wrong))
  }

  @Test func `a newspaper keeps the adjective of its name`() {
    let text = SampleText(["In May the New York Herald wrote: \(Self.words)."])
    #expect(text.quotations.map(\.speaker) == ["New York Herald"])
  }

  @Test func `a relative who is named late does not lend his given name`() {
    let lines = (1...8).map { _ in "The mill of Lund stood by the river, and Lund worked there." }
    let text = SampleText(
      lines + ["His sister Anna Lund came later.", "Lund wrote: \(Self.words)."])
    #expect(text.quotations.map(\.speaker) == ["Lund"])
  }

  @Test func `a verb before a pronoun is no body that speaks`() {
    let text = SampleText(["They insult him, force him to go and demand that \(Self.words)."])
    #expect(!text.finds.contains("force"))
  }

  @Test func `a preposition within a clause names nobody as the speaker`() {
    let line = "Nous y trouvons un témoignage de cette prédilection pour Lund, "
    let quoted = "« les métiers sont à nous et personne ne les prendra. »"
    #expect(SampleText([line + quoted], language: "fr", floor: 0.75).quotations[0].speaker == nil)
  }

  @Test func `whose friend it is does not speak`() {
    let text = SampleText(["\(Self.words), Lund’s old friend said."])
    #expect(text.quotations.map(\.speaker) == ["Lund’s old friend"])
  }
}
