// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The pages on which a passage appears.
package struct PageRange: Sendable, Hashable {
  /// Label of the first page.
  package var first: String
  /// Label of the last page; equal to `first` if the passage fits on one page.
  package var last: String
  /// Whether the labels were inferred rather than printed.
  package var isInferred: Bool

  package init(first: String, last: String, isInferred: Bool) {
    self.first = first
    self.last = last
    self.isInferred = isInferred
  }
}

/// A note attached to a passage.
package struct AttachedNote: Sendable, Hashable {
  /// Number of the note, as a string: `6`, `a`.
  package var number: String
  /// Offset of the mark in the passage's text, in code points; `nil` if no mark survives.
  package var offset: Int?
  /// Full text of the note.
  package var text: String
  /// Label of the note's own passage: `n6`.
  package var label: String
  /// The mark as printed in the body; `nil` if no mark survives.
  package var printed: String?
  /// Whether the link between mark and note was stated or inferred.
  package var basis: Basis

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

/// The place in a passage where a new page begins.
package struct PassagePageBreak: Sendable, Hashable {
  /// Offset in the passage's text, in code points.
  package var offset: Int
  /// Label of the page that begins there.
  package var page: String

  package init(offset: Int, page: String) {
    self.offset = offset
    self.page = page
  }
}

/// The unit of retrieval and citation: a paragraph, or part of a long one.
package struct Passage: Sendable, Hashable {
  /// The role of a passage in its text.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case body, quotation, note, verse
  }

  /// Id of the work it belongs to.
  package var work: String
  /// Label, unique within the work and preserved on reindexing: `p31`, `p31.2`, `n6`.
  package var label: String
  package var kind: Kind
  /// Text after repairs; NFC, single spaces.
  package var text: String
  /// Position among the passages of the work, counted from 0.
  package var ordinal: Int
  /// Headings that enclose the passage, outermost first.
  package var section: [String]
  /// How many headings at the end of `section` immediately precede this passage.
  package var openedHeadings: Int
  /// Pages on which it appears; `nil` if the file has no page information.
  package var pages: PageRange?
  /// Page breaks inside it, in order.
  package var pageBreaks: [PassagePageBreak] = []
  /// Number of its paragraph within the work, counted from 1; `nil` for a note.
  package var paragraph: Int?
  /// Number of the note, if this passage is one.
  package var note: String?
  /// Label of the paragraph that a quotation or note belongs to.
  package var belongsTo: String?
  /// Notes whose marks appear in it.
  package var notes: [AttachedNote]
  /// Quotations in it.
  package var quotations: [Quotation]
  /// References made in it.
  package var references: [Reference]
  /// Changes made to the printed reading.
  package var repairs: [Repair]
  /// Language as a BCP 47 tag; `nil` if it is the language of the work.
  package var language: String?
  /// Nearest anchor in the file at or before the passage, for use in a link.
  package var anchor: String?
  /// Line of the decoded file where it begins, counted from 1.
  package var line: Int
  /// Whether it only points elsewhere: part of a table of contents, or a heading without text.
  package var isContents = false
  /// Hash of its words (XXH3, 64 bits), used to recognise it on reindexing.
  package var fingerprint: UInt64
  /// Offsets in its text, in code points, at which further short paragraphs begin.
  package var joins: [Int] = []

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

  /// Id within the library: `wetzel-2005-workers-power-and-the-russian-revolution/p31`.
  package var id: String { "\(work)/\(label)" }
}
