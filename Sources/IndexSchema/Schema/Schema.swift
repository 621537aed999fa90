// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The schema of the index: one table that controls indexing, queries, help and the schema page.
package enum Schema {
  /// The version of this table, of the terms it produces and of stored passages.
  ///
  /// Increment it with every change that makes existing indexes unreadable or wrong.
  package static let version = 10
  /// The version of the tokenizer.
  package static let tokenizerVersion = 2

  /// The metadata keys under which an index stores what it was built with.
  package static let metadataKeys = ["pamphlet.schema", "pamphlet.tokenizer", "pamphlet.stemmer"]

  /// The prefix of stems in Xapian's convention.
  package static let stemPrefix = "Z"

  /// The prefix of ranking stems: those of the words, the title, the headings and the authors
  /// together (BM25F; see `RankedFields`).
  package static let rankPrefix = "R"

  /// The words of the passage.
  package static let text = Field(
    name: "text",
    prefix: "",
    kind: .text,
    slot: nil,
    isFacet: false,
    isSearchable: true,
    example: "text:soviet",
    summary: "The words of the passage; searched by default."
  )
  /// The id of a passage.
  package static let id = Field(
    name: "id",
    prefix: "Q",
    kind: .exact,
    slot: nil,
    isFacet: false,
    isSearchable: true,
    example: "id:wetzel-2005-workers-power-and-the-russian-revolution/p31",
    summary: "The id of one passage."
  )
  /// The authors.
  package static let author = Field(
    name: "author",
    prefix: "A",
    kind: .names,
    slot: Slot.author,
    isFacet: true,
    isSearchable: true,
    example: "author:wetzel",
    summary: "The name of an author of the work, or part of it."
  )
  /// The title and subtitle.
  package static let title = Field(
    name: "title",
    prefix: "S",
    kind: .words,
    slot: nil,
    isFacet: false,
    isSearchable: true,
    example: "title:\"workers power\"",
    summary: "Words of the work's title or subtitle."
  )
  /// The work.
  package static let work = Field(
    name: "work",
    prefix: "XWORK",
    kind: .exact,
    slot: Slot.work,
    isFacet: true,
    isSearchable: true,
    example: "work:wetzel-2005-workers-power-and-the-russian-revolution",
    summary: "The id of the work."
  )
  /// The collection.
  package static let collection = Field(
    name: "collection",
    prefix: "XCOLL",
    kind: .words,
    slot: Slot.collection,
    isFacet: true,
    isSearchable: true,
    example: "collection:\"anarchist faq\"",
    summary: "Words of the title of the collection that contains the work."
  )
  /// The year of the work.
  package static let year = Field(
    name: "year",
    prefix: "Y",
    kind: .number,
    slot: Slot.year,
    isFacet: true,
    isSearchable: true,
    example: "year:1917..1921",
    summary: "The year of the work, or a range of years."
  )
  /// The decade of the work's year: shorthand for a range of years, without terms of its own.
  package static let decade = Field(
    name: "decade",
    prefix: "",
    kind: .number,
    slot: Slot.year,
    isFacet: true,
    isSearchable: true,
    example: "decade:1910s",
    summary: "The decade of the work; the years 1910 to 1919."
  )
  /// The language.
  package static let language = Field(
    name: "language",
    prefix: "L",
    kind: .exact,
    slot: Slot.language,
    isFacet: true,
    isSearchable: true,
    example: "language:fr",
    summary: "The language of the passage, as a BCP 47 tag."
  )
  /// The section.
  package static let section = Field(
    name: "section",
    prefix: "XSECTION",
    kind: .words,
    slot: nil,
    isFacet: false,
    isSearchable: true,
    example: "section:introduction",
    summary: "Words of the headings above the passage."
  )
  /// The kind of passage.
  package static let kind = Field(
    name: "kind",
    prefix: "XKIND",
    kind: .exact,
    slot: Slot.kind,
    isFacet: true,
    isSearchable: true,
    example: "kind:note",
    summary: "`body`, `quotation`, `note` or `verse`."
  )
  /// The speaker of a quotation in the passage.
  package static let speaker = Field(
    name: "speaker",
    prefix: "XSPEAKER",
    kind: .names,
    slot: Slot.speaker,
    isFacet: true,
    isSearchable: true,
    example: "speaker:lenin",
    summary: "The name of a person whose words the passage quotes, in any of its forms."
  )
  /// A work that the passage cites.
  package static let cites = Field(
    name: "cites",
    prefix: "XCITES",
    kind: .words,
    slot: Slot.cites,
    isFacet: true,
    isSearchable: true,
    example: "cites:\"bolshevik revolution\"",
    summary: "Words of an author or title cited in the passage."
  )
  /// The printed page.
  package static let page = Field(
    name: "page",
    prefix: "XPAGE",
    kind: .exact,
    slot: nil,
    isFacet: false,
    isSearchable: true,
    example: "page:6",
    summary: "The label of a page that the passage is on."
  )
  /// The place of the passage in its work.
  package static let ordinal = Field(
    name: "ordinal",
    prefix: "",
    kind: .number,
    slot: Slot.ordinal,
    isFacet: false,
    isSearchable: false,
    example: "",
    summary: "The place of the passage in its work; a slot without terms."
  )

  /// All fields, in the order of the schema page.
  package static let fields = [
    text, title, section, author, speaker, cites, year, decade, work, collection, language, kind,
    page, id, ordinal,
  ]

  /// The searchable field with a name.
  package static func searchable(_ name: some StringProtocol) -> Field? {
    fields.first { $0.isSearchable && $0.name == name }
  }
}
