// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a reference is made of, in the order in which no style yet has put it.
struct CitedFacts {
  let work: Work
  let passage: Passage
  let authors: [Person]
  let editors: [Person]
  let translators: [Person]

  init(_ work: Work, _ passage: Passage) {
    self.work = work
    self.passage = passage
    let people = work.metadata.people.map(\.value)
    authors = people.filter { $0.role == .author }
    editors = people.filter { $0.role == .editor }
    translators = people.filter { $0.role == .translator }
  }

  var metadata: Metadata { work.metadata }
  var year: Int? { metadata.year?.value ?? metadata.editionYear?.value }
  var isEnglish: Bool { metadata.language?.value.hasPrefix("en") ?? true }

  /// A book stands by itself and has a publisher; all else is cited as a part or a paper.
  var isBook: Bool { metadata.publisher != nil && metadata.collection == nil }

  /// The title as the Chicago and MLA styles capitalise it.
  var title: String {
    isEnglish ? headlineCapitals(work.displayTitle) : work.displayTitle
  }

  /// The pages, with an en dash: `4–5`, `4n6` for a note on page 4.
  var pages: String? {
    guard let pages = passage.pages else { return nil }
    let range = pages.first == pages.last ? pages.first : "\(pages.first)–\(pages.last)"
    guard let note = passage.note else { return range }
    return "\(range)n\(note)"
  }

  /// Where a text without pages is cited: the nearest heading and the paragraph.
  ///
  /// Chicago Manual of Style, 18th edition, 14.54: by headings or paragraph numbers.
  var placeWithoutPages: String? {
    var parts: [String] = []
    if let heading = passage.section.last, heading != work.displayTitle {
      parts.append("under “\(heading)”")
    }
    if let note = passage.note {
      parts.append("n. \(note)")
    } else if let paragraph = passage.paragraph {
      parts.append("para. \(paragraph)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Names in a row: `A`, `A and B`, `A, B, and C`.
  static func series(_ names: [String], and: String = "and") -> String {
    switch names.count {
    case 0: ""
    case 1: names[0]
    case 2: "\(names[0]) \(and) \(names[1])"
    default: names.dropLast().joined(separator: ", ") + ", \(and) \(names[names.count - 1])"
    }
  }

  /// The text with a full stop at its end, unless it ends a sentence already.
  static func closed(_ text: String) -> String {
    guard let last = text.last(where: { !"”’\"')".contains($0) }) else { return text }
    return ".?!".contains(last) && text.last == last ? text : text + "."
  }
}
