// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The location of the cited words within a source.
struct CitedPlace: Hashable {
  /// Pages; `nil` if the source has none.
  var pages: PageNumbers?
  /// Nearest heading above the words, unless it is the title of the work.
  var heading: String?
  /// Number of the paragraph in the text, counted from 1.
  var paragraph: Int?
  /// Number of the cited note; `nil` if the words are not in a note.
  var note: String?

  init() {}

  init(_ passage: Passage, headingApartFrom title: String) {
    pages = passage.pages.map { PageNumbers(first: $0.first, last: $0.last) }
    heading = passage.section.last.flatMap { Self.folded($0) == Self.folded(title) ? nil : $0 }
    paragraph = passage.paragraph
    note = passage.note
  }

  /// Letters and digits: `ANARCHY.` repeats the title `Anarchy`.
  private static func folded(_ text: String) -> String {
    let bare = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return bare.isEmpty ? text : bare
  }

  /// Location in a Chicago note: `4–5`, `4n6`, `under “The End,” para. 31`.
  ///
  /// Chicago Manual of Style, 18th edition, chapters 13 and 14: a note is cited by page and number,
  /// a text without pages by the nearest heading and the paragraph number.
  var chicago: String? {
    if let pages {
      let numbers = pages.text(.chicago)
      return note.map { "\(numbers)n\($0)" } ?? numbers
    }
    let number = note.map { "n. \($0)" } ?? paragraph.map { "para. \($0)" }
    guard let heading else { return number }
    let under = "under \(heading.quoted)"
    return number.map { under.followed(by: ", ", $0) } ?? under
  }

  /// Location in an MLA citation, including the separator after the author's name.
  ///
  /// MLA Handbook, 9th edition, chapter 6: pages follow directly, `par.` follows a comma.
  var mla: String? {
    if let pages {
      let numbers = pages.text(.mla)
      return " " + (note.map { "\(numbers)n\($0)" } ?? numbers)
    }
    return note.map { ", note \($0)" } ?? paragraph.map { ", par. \($0)" }
  }

  /// Location in an APA citation: `p. 4`, `pp. 4–5, note 6`, `para. 31`.
  ///
  /// Publication Manual of the APA, 7th edition, 8.13 and 8.28.
  var apa: String? {
    let part = pages.map { ($0.areSeveral ? "pp. " : "p. ") + $0.text(.full) }
    let number = note.map { "note \($0)" } ?? (part == nil ? paragraph.map { "para. \($0)" } : nil)
    let parts = [part, number].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Location for machine-readable records: pages with hyphens, otherwise note or paragraph.
  var locator: String? {
    pages?.text(.full).replacing("–", with: "-") ?? placeWithoutPages
  }

  /// What the pages field of a record cannot hold: the note, or the location if there are no pages.
  var remark: String? { pages == nil ? chicago : note.map { "note \($0)" } }

  private var placeWithoutPages: String? {
    note.map { "note \($0)" } ?? paragraph.map { "para. \($0)" }
  }
}
