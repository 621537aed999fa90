// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Testing

/// What is listed as a quotation: speech, however short, and neither terms nor titles.
@Suite struct QuotationFormTests {
  @Test(arguments: [
    "“Never!” cried Anna Lund.", "“So it was,” said the miller.",
    "The whole square shouted: “Bread and peace!”", "He turned round. “Who are you?”",
    "Whereupon Lund: “The looms are ours.”", "She wrote that “the looms are ours.”",
    "„Wer da?“ rief der Müller.", "« Qui vive ? » demanda la sentinelle.",
    "«¿Quién vive?», preguntó la centinela.",
  ])
  func `short speech is listed`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.count == 1)
  }

  @Test(arguments: [
    "She wrote for the journal “Mother Earth” in those days.",
    "In 1834 they founded a “Grand National Consolidated Trades Union” in England.",
    "What they call “freedom” is the freedom of the mill.",
    "The word “ours” was new to them, and so was the term “mine.”",
    "Every “good” weaver knew the so-called “iron law of wages” by heart.",
    "See her essay “Looms and Labour,” Free Words, vol. 3, p. 7.",
    "Page 40: “a grain or barley” replaced with “a grain of barley”.",
    "Das Wort »Freiheit« steht im sogenannten »Gesetz der Weber« nicht.",
    "Le mot « liberté » et les prétendus « bons ouvriers » n’y sont pas.",
    "Twelve looms, in oak ........ 3.00  “ “ in beech ........ 2.00",
  ])
  func `terms, titles, errata and ditto marks are not`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.isEmpty, "\(SampleText([paragraph]).quotations)")
  }

  @Test func `a fragment that a reference covers with longer words is listed`() {
    let text = SampleText([
      "The mills were “absurd” and “the work of men who had never seen a loom.” [Anna Lund, The Weavers, p. 4]"
    ])
    #expect(text.quotations.count == 2)
  }

  @Test(arguments: [
    ("« Nous irons, dit Anna Lund, jusqu’au bout. »", ["Nous irons", "jusqu’au bout."]),
    ("« Où allez-vous ? demanda Anna Lund. Je reste. »", ["Où allez-vous ?", "Je reste."]),
    ("«Мы идём, — сказала Анна Лунд, — до конца».", ["Мы идём", "до конца"]),
    ("« Non, répondit Anna Lund. »", ["Non"]),
  ])
  func `a reporting clause within the marks is not quoted, and names the speaker`(
    _ paragraph: String, _ spoken: [String]
  ) {
    let text = SampleText([paragraph])
    #expect(text.quotations.map(\.text) == spoken)
    #expect(Set(text.quotations.map(\.speaker)).count == 1)
    #expect(
      text.quotations.first?.speaker?.hasSuffix("und") == true
        || text.quotations.first?.speaker == "Анна Лунд")
  }

  @Test(arguments: [
    "“The miller, said the boy at the gate, was dead and gone.”",
    "« Les filatures, les ateliers et les quais sont à nous. »",
  ])
  func `words between commas are not taken out of other quotations`(_ paragraph: String) {
    #expect(SampleText([paragraph]).quotations.count == 1)
  }

  @Test func `quotations within quotations are listed to two levels`() {
    let text = SampleText([
      "Anna Lund wrote: “Berg told us, ‘The miller said: “You shall never have the mill,” and went away,’ and we laughed.”"
    ])
    #expect(text.quotations.count == 3)
    #expect(text.quotations.first?.speaker == "Anna Lund")
  }

  @Test(arguments: [
    ["> Twelve looms | 3.00 | 4.00 | 5.00 | 6.00 | 7.00 | 8.00 | 9.00 | 1.00"],
    ["> Reprinted from The Weavers by permission of Lund and Berg"],
    ["> Lund, Anna. Weavers at Work. Free Words, vol. 3, no. 2, 1903, pp. 7"],
  ])
  func `tables, imprints and entries that are set apart quote nobody`(_ paragraphs: [String]) {
    #expect(SampleText(paragraphs).quotations.isEmpty)
  }
}
