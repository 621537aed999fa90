// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A note mark in a block's text: the place in the body that a note belongs to.
///
/// The mark itself is not part of the block's text; `printed` keeps it.
package struct NoteMark: Sendable, Hashable {
  /// The code point of the block's text before which the mark stood.
  package var offset: Int
  /// The number of the note that it points to, as in `Block.number`.
  package var number: String
  /// The mark as printed: `!`, `®`, `[12]`.
  package var printed: String
  /// Whether the number was printed so or concluded from the sequence.
  package var basis: Basis
  /// The `noteKey` of the note that a link ties it to; `nil` if only the number says which.
  package var noteKey: Int?

  /// Creates a mark.
  package init(
    offset: Int, number: String, printed: String, basis: Basis, noteKey: Int? = nil
  ) {
    self.offset = offset
    self.number = number
    self.printed = printed
    self.basis = basis
    self.noteKey = noteKey
  }
}

/// The place in a block's text at which a new page begins.
package struct PageBreak: Sendable, Hashable {
  /// The code point of the block's text that is the first on the new page.
  package var offset: Int
  /// The index of the new page in `ExtractedText.pages`.
  package var page: Int

  /// Creates a page break.
  package init(offset: Int, page: Int) {
    self.offset = offset
    self.page = page
  }
}

/// A paragraph, heading, quotation, note or other unit of a text, repaired and in reading order.
///
/// `text` is NFC, has single spaces, no line ends except between the lines of verse, and no
/// white space at either end. All offsets count its Unicode code points.
package struct Block: Sendable, Hashable {
  /// What a block is in its text.
  package enum Kind: Sendable, Hashable {
    /// A heading; level 1 is the highest below the title.
    case heading(level: Int)
    /// An ordinary paragraph, list item or table row.
    case paragraph
    /// A block quotation: words set apart as another's.
    case quotation
    /// A footnote or endnote; `number` tells which.
    case note
    /// Verse: one block for a stanza, lines divided by `\n`.
    case verse
  }

  /// What it is.
  package var kind: Kind
  /// The repaired text.
  package var text: String
  /// The number of a note, unique among the notes of one sequence: `6`, `a`.
  package var number: Attributed<String>?
  /// What the links of marks to this note name it by; `nil` if none leads to it.
  package var noteKey: Int?
  /// The index in `ExtractedText.pages` of the page on which it begins; `nil` without pages.
  package var page: Int?
  /// The pages that begin inside it.
  package var pageBreaks: [PageBreak]
  /// The marks of notes in it.
  package var noteMarks: [NoteMark]
  /// What was changed of the printed reading.
  package var repairs: [Repair]
  /// The language, as a BCP 47 tag, where it differs from the text's.
  package var language: String?
  /// The identifier by which its file can be linked into: an HTML `id` or `name`.
  package var anchor: String?
  /// The line of the decoded file on which it begins, counted from 1.
  package var line: Int
  /// Whether it is an entry of a table of contents, or of links alone: it says where something is.
  package var isContents = false

  /// Creates a block.
  package init(
    _ kind: Kind,
    _ text: String,
    line: Int,
    number: Attributed<String>? = nil,
    noteKey: Int? = nil,
    page: Int? = nil,
    pageBreaks: [PageBreak] = [],
    noteMarks: [NoteMark] = [],
    repairs: [Repair] = [],
    language: String? = nil,
    anchor: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.line = line
    self.number = number
    self.noteKey = noteKey
    self.page = page
    self.pageBreaks = pageBreaks
    self.noteMarks = noteMarks
    self.repairs = repairs
    self.language = language
    self.anchor = anchor
  }
}
