// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A mark in a block's text that refers to a note.
///
/// The mark itself is not part of the block's text; `printed` preserves it.
package struct NoteMark: Sendable, Hashable {
  /// Offset in the block's text, in code points, of the character that followed the mark.
  package var offset: Int
  /// Number of the note it refers to, as in `Block.number`.
  package var number: String
  /// The mark as printed: `!`, `®`, `[12]`.
  package var printed: String
  /// Whether the number was printed like this or inferred from the sequence of marks.
  package var basis: Basis
  /// The `noteKey` of the note it links to; `nil` if only the number identifies the note.
  package var noteKey: Int?

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

/// A point in a block's text where a new page begins.
package struct PageBreak: Sendable, Hashable {
  /// Offset in the block's text, in code points, of the first character on the new page.
  package var offset: Int
  /// Index of the new page in `ExtractedText.pages`.
  package var page: Int

  package init(offset: Int, page: Int) {
    self.offset = offset
    self.page = page
  }
}

/// A paragraph, heading, quotation, note or other unit of a text, repaired and in reading order.
///
/// `text` is NFC with single spaces and no leading or trailing white space; only verse contains
/// line breaks. All offsets count Unicode code points of `text`.
package struct Block: Sendable, Hashable {
  /// The role of a block in its text.
  package enum Kind: Sendable, Hashable {
    /// A heading; level 1 is the highest below the title.
    case heading(level: Int)
    /// An ordinary paragraph, list item or table row.
    case paragraph
    /// A block quotation, set off from the surrounding text.
    case quotation
    /// A footnote or endnote; `number` identifies it.
    case note
    /// One stanza of verse, with lines separated by `\n`.
    case verse
  }

  package var kind: Kind
  /// Text after repairs.
  package var text: String
  /// Number of a note, unique within its sequence: `6`, `a`.
  package var number: Attributed<String>?
  /// Key by which linked marks identify this note; `nil` if no link leads to it.
  package var noteKey: Int?
  /// Index in `ExtractedText.pages` of the page where it begins; `nil` if the text has no pages.
  package var page: Int?
  /// Page breaks inside the block.
  package var pageBreaks: [PageBreak]
  /// Note marks in the block.
  package var noteMarks: [NoteMark]
  /// Changes made to the printed reading.
  package var repairs: [Repair]
  /// Who speaks in it, if it is a turn in a play or an interview; the label is part of the text.
  package var speaker: Attributed<String>?
  /// Language as a BCP 47 tag; `nil` if it is the language of the text.
  package var language: String?
  /// HTML `id` or `name` that a link to this block can use.
  package var anchor: String?
  /// Line of the decoded file where it begins, counted from 1.
  package var line: Int
  /// Whether it only points elsewhere: an entry in a table of contents, or nothing but links.
  package var isContents = false
  /// Whether it is an item of a list or a row of a table, which says nothing of the whole text.
  package var isItem = false

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
