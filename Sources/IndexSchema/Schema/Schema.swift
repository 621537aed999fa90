// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The schema of the index: one table that drives indexing, queries, help and the schema page.
package enum Schema {
  /// The version of the table, of the terms made from it and of the stored passages.
  ///
  /// Raise it with every change that makes an index built before unreadable or wrong.
  package static let version = 7
  /// The version of the tokenizer.
  package static let tokenizerVersion = 2

  /// The keys of an index's metadata under which it says by what it was built.
  package static let metadataKeys = ["pamphlet.schema", "pamphlet.tokenizer", "pamphlet.stemmer"]

  /// The prefix that Xapian's convention gives to stems.
  package static let stemPrefix = "Z"

  /// The prefix of the stems by which passages are ranked: those of its words, its title, its
  /// headings and its authors together (BM25F; see `RankedFields`).
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
    summary: "The words of the passage; what a query searches by itself."
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
    summary: "A name of an author of the work, or a part of one."
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
    summary: "Words of the collection's title that the work is a part of."
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
  /// The ten years of the work's year: a way to name years, with no terms of its own.
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
    summary: "The name of somebody whose words the passage quotes."
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
    summary: "Words of an author or a title that the passage refers to."
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
    summary: "The label of a page on which the passage stands."
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
    summary: "The place of the passage in its work: a slot, no terms."
  )

  /// All fields, in the order of the schema page.
  package static let fields = [
    text, title, section, author, speaker, cites, year, decade, work, collection, language, kind,
    page, id, ordinal,
  ]

  /// The field of a name that a query may use.
  package static func searchable(_ name: some StringProtocol) -> Field? {
    fields.first { $0.isSearchable && $0.name == name }
  }
}
