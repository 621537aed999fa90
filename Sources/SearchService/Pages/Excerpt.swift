// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import ReaderPages

/// A part of a text around a range.
enum Excerpt {
  /// How much of the text is shown before a range, and how much of a range, in code points.
  private static let before = 80
  private static let longest = 320

  /// The window of a text that shows the beginning of a range, at the ends of words.
  static func window(around range: Range<Int>, of text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > longest + before else { return 0..<scalars.count }
    var start = min(max(0, range.lowerBound - before), scalars.count)
    while start > 0, start < scalars.count, scalars[start - 1] != " " { start += 1 }
    if start >= range.lowerBound, range.lowerBound < scalars.count {
      start = max(0, range.lowerBound)
    }
    var end = min(scalars.count, start + longest + before)
    while end > start, end < scalars.count, scalars[end] != " " { end -= 1 }
    return start..<max(start, end)
  }

  /// The window as a snippet without matches.
  static func runs(around range: Range<Int>, of text: String) -> [SnippetRun] {
    let window = window(around: range, of: text)
    let count = text.unicodeScalars.count
    let words = String(
      String.UnicodeScalarView(
        text.unicodeScalars.dropFirst(window.lowerBound).prefix(window.count)))
    return [
      SnippetRun(
        (window.lowerBound > 0 ? "… " : "") + words + (window.upperBound < count ? " …" : ""),
        isMatch: false)
    ]
  }
}

/// A work in a few words.
enum WorkTitle {
  /// The longest short title, in characters.
  private static let longest = 40

  /// The family name of the first author and the beginning of the title.
  static func short(_ work: Work) -> String {
    let author = work.metadata.people.map(\.value).first { $0.role == .author }
    let name = author.map { ($0.family ?? $0.name) + ", " } ?? ""
    return name + cut(work.displayTitle)
  }

  /// The beginning of a title, at a word.
  static func cut(_ title: String) -> String {
    guard title.count > longest else { return title }
    let beginning = title.prefix(longest)
    let end = beginning.lastIndex(of: " ") ?? beginning.endIndex
    return String(beginning[..<end]) + "…"
  }
}

/// The place of a passage as text: its page, or its note or paragraph.
enum PlaceText {
  static func text(_ passage: Passage, _ words: Wording) -> String {
    if let pages = passage.pages {
      return pages.first == pages.last
        ? words(.page, pages.first) : words(.pages, "\(pages.first)–\(pages.last)")
    }
    if let note = passage.note { return words(.noteNumber, note) }
    return passage.paragraph.map { "¶ \($0)" } ?? passage.label
  }
}

extension WorkTitle {
  /// The authors, the title and the year.
  static func full(_ work: Work) -> String {
    let names = work.authorNames.prefix(2).joined(separator: ", ")
    let year = work.metadata.year.map { " (\($0.value))" } ?? ""
    return (names.isEmpty ? "" : names + ", ") + work.displayTitle + year
  }
}
