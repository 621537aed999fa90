// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct NoteFormTests {
  @Test(arguments: [
    ("_The Weavers of the Valley_, by Anna Lund.", "Anna Lund|The Weavers of the Valley||||"),
    ("»Die Weber im Tal« von Anna v. Lund.", "Anna v. Lund|Die Weber im Tal||||"),
    ("Lund's _The Weavers_, p. 5.", "Lund|The Weavers|||5|"),
    ("_Reports of the Mills_, Anna Lund, vol. i. p. 43.", "Anna Lund|Reports of the Mills||i|43|"),
    ("LUND: _Les Tisserands._", "LUND|Les Tisserands||||"),
    ("Anna Lund, THE WEAVERS OF THE VALLEY.", "Anna Lund|THE WEAVERS OF THE VALLEY||||"),
    ("THE WEAVERS OF THE VALLEY. Anna Lund.", "Anna Lund|THE WEAVERS OF THE VALLEY||||"),
    (
      "Biot. De la fin de l’esclavage en Occident, 1840.",
      "Biot|De la fin de l’esclavage en Occident||||1840"
    ),
    ("Anna Lund, “On Looms,” _Mill Review_, xx, p. 5.", "Anna Lund|On Looms|Mill Review|xx|5|"),
    (
      "Anna Lund, The Weavers 1921, Princeton University Press, 1970",
      "Anna Lund|The Weavers 1921||||1970"
    ),
    ("Anna Lund (1973) The Weavers in Action", "Anna Lund|The Weavers in Action||||1973"),
    (
      "Anna Lund, The Weavers (1864): “That the emancipation of all must be conquered by themselves.”",
      "Anna Lund|The Weavers||||1864"
    ),
    (
      "Anna Lund: Die Weber. Ein Leben im Tal. Berlin: Insel, 1986, S. 15–27.",
      "Anna Lund|Die Weber. Ein Leben im Tal|||15–27|1986"
    ),
    (
      "Anna Lund: Am Webstuhl. In: Neue Weberzeitung 3 (1903), S. 44.",
      "Anna Lund|Am Webstuhl|Neue Weberzeitung|3|44|1903"
    ),
  ])
  func `a title ends where its type or the punctuation ends it`(_ form: (String, String)) {
    #expect(SampleText.note(form.0) == [form.1])
  }

  @Test(arguments: [
    ("Weekly Mill, October 2, 1915, p. 3.", "|Weekly Mill|||3|1915"),
    ("_Novy Mir_, 12 mars 1922.", "|Novy Mir||||1922"),
    ("MOTHER EARTH, 1907.", "|MOTHER EARTH||||1907"),
    ("_Journal des Mines_ (27 April, 1906), p. 769.", "|Journal des Mines|||769|1906"),
    ("Editorial, _Weekly Mill_, July 9, 1910, p. 2.", "|Weekly Mill|||2|1910"),
  ])
  func `a newspaper has a title and a date, and no author`(_ form: (String, String)) {
    #expect(SampleText.note(form.0) == [form.1])
  }

  @Test func `a date alone is another issue of the newspaper cited before`() {
    let text = SampleText([
      "So it was.^1 And so.^2 And so.^3", "^1 Weekly Mill, October 2, 1915, p. 3.",
      "^2 October 9, 1915, p. 1.", "^3 Ibid., p. 2.",
    ])
    #expect(text.references.map(\.source.title) == ["Weekly Mill", "Weekly Mill", "Weekly Mill"])
    #expect(text.references.map(\.source.pages) == ["3", "1", "2"])
  }

  @Test func `a date alone after a book names no work`() {
    let text = SampleText([
      "So it was.^1 And so.^2", "^1 Anna Lund, The Weavers, p. 3.", "^2 October 9, 1915, p. 1.",
    ])
    #expect(text.references.last?.source.title == nil)
    #expect(text.references.last?.source.authors == [])
  }

  @Test(arguments: [
    (
      "“The mills were taken by those who worked in them for all those years.” Wikipedia: Mill strike",
      "|Mill strike|Wikipedia|||"
    ),
    ("Wikipedia - Mill strike of 1903", "|Mill strike of 1903|Wikipedia|||"),
    ("libcom.org: 1903: The mill strike", "|1903: The mill strike|libcom.org|||"),
    ("<https://www.example.org/mills-and-looms>", "||example.org|||"),
    ("Anna Lund, “On Looms”, https://example.org/a, accessed 5 May 2024", "Anna Lund|On Looms||||"),
  ])
  func `a page on the web is named by its site and title`(_ form: (String, String)) {
    #expect(SampleText.note(form.0) == [form.1])
  }

  @Test func `two works in one sentence are two references`() {
    #expect(
      SampleText.note("Cf. _The Weavers_, by Anna Lund, and _The Sowers_, by Carl Berg.") == [
        "Anna Lund|The Weavers||||", "Carl Berg|The Sowers||||",
      ])
  }

  @Test func `the same writer is the author of the reference before`() {
    #expect(
      SampleText.note("Lund's _The Weavers_, p. 5; the same writer's _The Spinners_, p. 6.") == [
        "Lund|The Weavers|||5|", "Lund|The Spinners|||6|",
      ])
  }

  @Test func `a letter is by its writer`() {
    #expect(
      SampleText.note("Anna Lund to her sister, 4 May 1911, quoted in Carl Berg, _The Sowers_, 55.")
        .first == "Anna Lund|Anna Lund to her sister||||1911")
  }

  @Test(arguments: [
    "The intellectuals of the valley.", "Black crows: the clergy of that time.", "See p. 119.",
    "Chapter III, p. 44.", "Anna Lund (1840–1889) was born in the valley and died there.",
    "They had no minutes at all, so that nobody could say what they had voted that night.",
    "Carl Berg was there (see note 3 of that year).",
  ])
  func `a remark is no reference`(_ note: String) {
    #expect(SampleText.note(note).isEmpty)
  }
}
