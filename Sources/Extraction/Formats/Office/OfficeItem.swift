// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a document of a word processor consists of, in its order.
enum OfficeItem {
  case paragraph(OfficeParagraph)
  case table(TablePart)
  /// The end of a section, which says how the section was numbered.
  case section(OfficeSection)

  /// Where a table, a row or a cell begins or ends.
  enum TablePart {
    case start, row, cell, endCell, endRow, end

    /// How a part ends that begins so; `nil` if it is an end.
    var ending: TablePart? {
      switch self {
      case .start: .end
      case .row: .endRow
      case .cell: .endCell
      case .endCell, .endRow, .end: nil
      }
    }
  }
}

/// A paragraph, with what its style says of it.
struct OfficeParagraph {
  /// What a paragraph is, by the name of its style.
  enum Role: Hashable {
    case body
    /// A heading; level 1 is the highest.
    case heading(level: Int)
    case title, subtitle, author, date
    case quotation, verse
    /// An entry of a table of contents.
    case contents
  }

  var role = Role.body
  /// Whether it is an item of a list.
  var isItem = false
  /// Whether it is only the large initial letter of the next paragraph.
  var isInitial = false
  /// Whether the next paragraph continues it, as its end has been deleted.
  var joinsNext = false
  /// Its number in the document, counted from 1.
  var number = 0
  var pieces: [OfficePiece] = []
}

/// A piece of a paragraph.
enum OfficePiece {
  case text(String, isStrong: Bool)
  /// Text that is not read, with the rule by which it is not.
  case omission(String, rule: String)
  /// Text beside the words, such as the pronunciation over them.
  case removal(String, rule: String)
  case space
  case lineBreak
  case pageBreak
  /// The mark of a note.
  case mark(OfficeMark)
  /// A frame or text box whose place is here.
  case box([OfficeItem])
}

/// The mark of a note.
struct OfficeMark {
  /// What notes are there, each with numbers of their own.
  enum Kind: Hashable {
    case footnote, endnote
  }

  var kind: Kind
  /// Identifier of the note.
  var id: String
  /// The mark in the document; `nil` if programs print the number by themselves.
  var printed: String?
}

/// A note of a document.
struct OfficeNote {
  var kind: OfficeMark.Kind
  var id: String
  var items: [OfficeItem] = []
}

/// How a section numbers its pages and notes; `nil` where it continues as before.
struct OfficeSection {
  /// How notes are numbered.
  struct Notes {
    /// Where numbers begin again.
    enum Restart { case never, section, page }

    var format: NumberFormat?
    var start: Int?
    var restart: Restart?
  }

  var pageFormat: NumberFormat?
  var firstPage: Int?
  var footnotes = Notes()
  var endnotes = Notes()
}
