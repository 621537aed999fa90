// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Where in a source the words stand.
struct CitedPlace {
  /// The pages.
  var pages: PageNumbers?
  /// The nearest heading.
  var heading: String?
  /// The number of the paragraph in the text.
  var paragraph: Int?
  /// The number of the note that is cited.
  var note: String?

  init() {}

  init(_ passage: Passage, headingApartFrom title: String) {
    pages = passage.pages.map { PageNumbers(first: $0.first, last: $0.last) }
    heading = passage.section.last.flatMap { $0 == title ? nil : $0 }
    paragraph = passage.paragraph
    note = passage.note
  }

  /// The place in a Chicago note: `4–5`, `4n6`, `under “The End,” para. 31`.
  ///
  /// Chicago Manual of Style, 18th edition, chapters 13 and 14: a note by its page and number, a text
  /// without pages by the nearest heading and the number of the paragraph.
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

  /// The place in an MLA citation, with the sign that divides it from the name before it.
  ///
  /// MLA Handbook, 9th edition, chapter 6: a bare page, but a comma before `par.`.
  var mla: String? {
    if let pages {
      let numbers = pages.text(.mla)
      return " " + (note.map { "\(numbers)n\($0)" } ?? numbers)
    }
    return note.map { ", note \($0)" } ?? paragraph.map { ", par. \($0)" }
  }

  /// The place in an APA citation: `p. 4`, `pp. 4–5, note 6`, `para. 31`.
  ///
  /// Publication Manual of the APA, 7th edition, 8.13 and 8.28.
  var apa: String? {
    let part = pages.map { ($0.areSeveral ? "pp. " : "p. ") + $0.text(.full) }
    let number = note.map { "note \($0)" } ?? (part == nil ? paragraph.map { "para. \($0)" } : nil)
    let parts = [part, number].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The place for a program: pages with hyphens between them, else as in a note.
  var locator: String? {
    pages?.text(.full).replacing("–", with: "-") ?? placeWithoutPages
  }

  /// What a record with a field for pages has to say besides: the note, or the place of a text that
  /// has no pages.
  var remark: String? { pages == nil ? chicago : note.map { "note \($0)" } }

  private var placeWithoutPages: String? {
    note.map { "note \($0)" } ?? paragraph.map { "para. \($0)" }
  }
}
