// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@Suite struct ReferenceFormTests {
  @Test(arguments: [
    (
      "Anna Lund, The Weavers (London: Mill Press, 1903), 159–60.",
      "Anna Lund|The Weavers||159–60|1903"
    ),
    ("Lund, Weavers 1903, 159–60.", "Anna Lund|Weavers 1903||159–60|"),
    ("Anna Lund, The Weavers, II, 69.", "Anna Lund|The Weavers|II|69|"),
    ("Anna Lund, The Weavers, 2:69.", "Anna Lund|The Weavers|2|69|"),
    ("Anna Lund, The Weavers, vol. 2, p. 69.", "Anna Lund|The Weavers|2|69|"),
    ("Anna Lund, The Weavers, vol. 4, pt. 2, p. 69.", "Anna Lund|The Weavers|4|69|"),
    ("See Anna Lund, The Weavers, pp. 12-3, 15 and 20.", "Anna Lund|The Weavers||12-3, 15 and 20|"),
    ("Anna Lund, “On Looms,” Mill Review 5, no. 2 (1903): 44.", "Anna Lund|On Looms|5|44|1903"),
    (
      "Anna Lund, “On Looms”, in The Weavers, ed. Carl Berg (London, 1903), p. 9.",
      "Anna Lund|On Looms||9|1903"
    ),
    ("Anna Lund and Carl Berg, The Weavers, p. 5.", "Anna Lund+Carl Berg|The Weavers||5|"),
  ])
  func `a note names author, title, volume, pages and year`(_ form: (String, String)) {
    let text = SampleText(["Anna Lund said so.^1", "^1 " + form.0])
    #expect(text.references.map { self.form($0.source) } == [form.1])
  }

  @Test(arguments: [
    "quoted in Carl Berg, The Sowers, p. 7", "qtd. in Carl Berg, The Sowers, p. 7",
    "cited by Carl Berg, The Sowers, p. 7", "quoted by Carl Berg, The Sowers, p. 7",
    "cited in Carl Berg, The Sowers, p. 7", "cité par Carl Berg, The Sowers, p. 7",
    "citado por Carl Berg, The Sowers, p. 7", "zitiert nach Carl Berg, The Sowers, S. 7",
  ])
  func `words that came through another say so`(_ form: String) {
    let text = SampleText([
      "Anna Lund said “so it is with all of us here”.^1", "^1 Anna Lund, \(form).",
    ])
    let reference = text.references.first
    #expect(reference?.source.authors == ["Anna Lund"])
    #expect(reference?.via.map { self.form($0) } == ["Carl Berg|The Sowers||7|"])
  }

  @Test(arguments: [
    ("Ibid., 5.", "5"), ("Ibid., p. 5.", "5"), ("Ibid.", "3"), ("Op. cit., p. 5.", "5"),
    ("Lund, op. cit., p. 5.", "5"), ("Lund, op. cit., 5.", "5"), ("Lund, p. 5.", "5"),
    ("Lund, Weavers, p. 5.", "5"), ("Idem, p. 5.", "5"), ("Loc. cit.", "3"), ("Id., p. 5.", "5"),
    ("Lund, a.a.O., S. 5.", "5"), ("Ebenda, S. 5.", "5"), ("Ebd., S. 5.", "5"),
    ("Lund, ob. cit., p. 5.", "5"), ("Ibídem, p. 5.", "5"), ("Lund, op. cit., p. 5-6.", "5-6"),
  ])
  func `a work that was named before is meant again`(_ form: (String, String)) {
    let text = SampleText([
      "So it was.^1 And so.^2", "^1 Anna Lund, The Weavers, p. 3.", "^2 " + form.0,
    ])
    let source = text.references.last?.source
    #expect(text.references.count == 2)
    #expect(source?.authors == ["Anna Lund"])
    #expect(source?.title?.contains("Weavers") == true)
    #expect(source?.pages == form.1)
  }

  @Test func `several sources in one note are several references`() {
    let text = SampleText([
      "So it was.^1", "^1 Anna Lund, The Weavers, p. 3; Carl Berg, The Sowers, p. 4; Ibid., p. 9.",
    ])
    #expect(
      text.references.map { form($0.source) } == [
        "Anna Lund|The Weavers||3|", "Carl Berg|The Sowers||4|", "Carl Berg|The Sowers||9|",
      ])
  }

  @Test(arguments: [
    "Anna Lund held so (Lund 1903: 23).", "Anna Lund held so (Lund, 1903, p. 23).",
    "Lund (1903: 23) said so.", "Lund (1903, p. 23) said so.", "So it was (see Lund 1903: 23).",
  ])
  func `author and year are resolved through the bibliography`(_ paragraph: String) {
    let text = SampleText([
      "# On Work", "Anna Lund was a weaver.", paragraph, "# Bibliography",
      "Lund, Anna. The Weavers. London: Mill Press, 1903.",
      "Lund, Anna. The Spinners. London: Mill Press, 1907.",
    ])
    #expect(text.references.first.map { form($0.source) } == "Anna Lund|The Weavers||23|1903")
  }

  @Test func `several authors with years in one bracket are several references`() {
    let text = SampleText([
      "# On Work", "Anna Lund and Carl Berg agreed (Lund and Berg 1903; Berg 1907: 4).",
    ])
    #expect(text.references.map { $0.source.year } == [1903, 1907])
    #expect(text.references.last?.source.pages == "4")
  }

  @Test func `a note that points to the wrong note is reported`() {
    let text = SampleText([
      "So.^1 And so.^2 And so.^3", "^1 Anna Lund, The Weavers, p. 3.",
      "^2 Carl Berg, The Sowers, p. 4.", "^3 Cited in Berg (see note 1).",
    ])
    #expect(text.diagnostics.count == 1)
    #expect(text.references.last?.conflict != nil)
  }

  @Test(arguments: ["(p. 5)", "(see above)", "(1903–1907)", "[sic]", "(the first of May, 1903)"])
  func `brackets that name nothing refer to nothing`(_ bracket: String) {
    #expect(SampleText(["Anna Lund wrote of it \(bracket) in the paper."]).references.isEmpty)
  }

  private func form(_ source: NamedSource) -> String {
    [
      source.authors.joined(separator: "+"), source.title ?? "", source.volume ?? "",
      source.pages ?? "", source.year.map(String.init) ?? "",
    ].joined(separator: "|")
  }
}
