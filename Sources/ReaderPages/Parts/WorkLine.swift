// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Author, title and year of a work in a line.
struct WorkLine {
  let work: Work

  init(_ work: Work) { self.work = work }

  /// Authors, the title in italics and the year in parentheses.
  func html(_ words: Wording) -> HTML {
    let names = Self.names(work, words)
    return "\(names.isEmpty ? "" : "\(names), " as HTML)<cite>\(work.displayTitle)</cite>\(year)"
  }

  /// The same as plain text.
  func text(_ words: Wording) -> String {
    let names = Self.names(work, words)
    return "\(names.isEmpty ? "" : "\(names), ")\(work.displayTitle)\(yearText)"
  }

  /// The names of the authors: two at most, then “and others”.
  static func names(_ work: Work, _ words: Wording) -> String {
    let names = work.authorNames
    if names.count > 2 { return words(.andOthers, names[0]) }
    return names.joined(separator: " \(words(.and)) ")
  }

  private var yearText: String {
    let metadata = work.metadata
    guard let year = metadata.printedYear?.value ?? metadata.year.map({ String($0.value) }) else {
      return ""
    }
    return " (\(year))"
  }

  private var year: HTML { "\(yearText)" }
}

/// Where a passage is: its page, or its note or paragraph if the file has no pages.
struct PlaceLine {
  let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  func html(_ words: Wording) -> HTML {
    guard let pages = passage.pages else {
      let place = placeWithoutPages(words)
      return """
        <span class="page">\(place) <i>\(words(.noPages))</i></span>
        """
    }
    let inferred: HTML = pages.isInferred ? " <i>\(words(.inferred))</i>" : ""
    return "<span class=\"page\">\(text(words, pages))\(inferred)</span>"
  }

  /// The same as plain text, without remarks.
  func text(_ words: Wording) -> String {
    passage.pages.map { text(words, $0) } ?? placeWithoutPages(words)
  }

  private func text(_ words: Wording, _ pages: PageRange) -> String {
    pages.first == pages.last
      ? words(.page, pages.first) : words(.pages, "\(pages.first)–\(pages.last)")
  }

  private func placeWithoutPages(_ words: Wording) -> String {
    if let note = passage.note { return words(.noteNumber, note) }
    return passage.paragraph.map { "¶ \($0)" } ?? passage.label
  }
}
