// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The pages on which a passage stands.
package struct PageRange: Sendable, Hashable {
  /// The label of the first page.
  package var first: String
  /// The label of the last page; the same as `first` if it stands on one page.
  package var last: String
  /// Whether the labels were concluded rather than printed.
  package var isInferred: Bool

  /// Creates a range of pages.
  package init(first: String, last: String, isInferred: Bool) {
    self.first = first
    self.last = last
    self.isInferred = isInferred
  }
}

/// A note that a passage carries.
package struct AttachedNote: Sendable, Hashable {
  /// The number of the note.
  package var number: String
  /// The code point of the passage's text at which its mark stood; `nil` if no mark is left.
  package var offset: Int?
  /// The text of the note.
  package var text: String
  /// The label of the note's own passage: `n6`.
  package var label: String
  /// The mark as printed in the body; `nil` if no mark is left.
  package var printed: String?
  /// Whether the tie between mark and note was printed so or concluded.
  package var basis: Basis

  /// Creates a note.
  package init(
    number: String,
    offset: Int?,
    text: String,
    label: String,
    printed: String?,
    basis: Basis
  ) {
    self.number = number
    self.offset = offset
    self.text = text
    self.label = label
    self.printed = printed
    self.basis = basis
  }
}

/// The unit of retrieval and citation: a paragraph, or a part of a long one.
package struct Passage: Sendable, Hashable {
  /// What a passage is in its text.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case body, quotation, note, verse
  }

  /// The id of its work.
  package var work: String
  /// Its label, unique in the work and kept when the text is indexed again: `p31`, `p31.2`, `n6`.
  package var label: String
  /// What it is.
  package var kind: Kind
  /// The repaired reading; NFC, single spaces.
  package var text: String
  /// Its place among the passages of the work, counted from 0.
  package var ordinal: Int
  /// The headings above it, the highest first.
  package var section: [String]
  /// How many of the last headings of `section` stand directly before it.
  package var openedHeadings: Int
  /// The pages it stands on; `nil` if the file knows none.
  package var pages: PageRange?
  /// The number of its paragraph in the work, counted from 1; `nil` for a note.
  package var paragraph: Int?
  /// The number of the note that it is.
  package var note: String?
  /// The label of the paragraph that a quotation or a note belongs to.
  package var belongsTo: String?
  /// The notes whose marks stand in it.
  package var notes: [AttachedNote]
  /// The words of others that it quotes.
  package var quotations: [Quotation]
  /// The references that it makes.
  package var references: [Reference]
  /// What was changed of the printed reading.
  package var repairs: [Repair]
  /// The language as a BCP 47 tag, where it differs from the work's.
  package var language: String?
  /// The identifier by which the file can be linked into, at or before it.
  package var anchor: String?
  /// The line of the decoded file on which it begins, counted from 1.
  package var line: Int
  /// Whether it only says where something is: a table of contents, a heading without a text.
  package var isContents = false
  /// The hash of its words, by which it is known again (XXH3, 64 bits).
  package var fingerprint: UInt64

  /// Creates a passage.
  package init(
    work: String,
    label: String,
    kind: Kind,
    text: String,
    ordinal: Int,
    section: [String] = [],
    openedHeadings: Int = 0,
    pages: PageRange? = nil,
    paragraph: Int? = nil,
    note: String? = nil,
    belongsTo: String? = nil,
    notes: [AttachedNote] = [],
    quotations: [Quotation] = [],
    references: [Reference] = [],
    repairs: [Repair] = [],
    language: String? = nil,
    anchor: String? = nil,
    line: Int = 1,
    fingerprint: UInt64 = 0
  ) {
    self.work = work
    self.label = label
    self.kind = kind
    self.text = text
    self.ordinal = ordinal
    self.section = section
    self.openedHeadings = openedHeadings
    self.pages = pages
    self.paragraph = paragraph
    self.note = note
    self.belongsTo = belongsTo
    self.notes = notes
    self.quotations = quotations
    self.references = references
    self.repairs = repairs
    self.language = language
    self.anchor = anchor
    self.line = line
    self.fingerprint = fingerprint
  }

  /// The id: `wetzel-2005-workers-power-and-the-russian-revolution/p31`.
  package var id: String { "\(work)/\(label)" }
}
