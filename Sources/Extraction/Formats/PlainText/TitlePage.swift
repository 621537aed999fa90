// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads title, subtitle, author and year from the beginning of a text.
struct TitlePage {
  /// Metadata found at the beginning.
  private(set) var metadata = Metadata()
  /// Indices of the groups that were read as metadata and do not become blocks.
  private(set) var taken: Set<Int> = []

  /// Number of groups to examine, and the maximum length of one.
  private static let depth = 8
  private static let longest = 200

  init(_ groups: [LineGroup], measure: LineMeasure) {
    for (index, group) in groups.prefix(Self.depth).enumerated() {
      guard group.members.count <= 3, group.width <= Self.longest else { break }
      let text = group.text
      guard text.utf8.count <= Self.longest, group.kind != .note,
        group.width < measure.width
      else { break }
      let line = group.first.number
      // A group can combine facts, such as a title and a line with `by` and the name.
      if group.members.count > 1 {
        if readLines(group) {
          taken.insert(index)
          continue
        }
      }
      guard read(text, line: line) else {
        if metadata.title == nil || isSentence(text) { break }
        continue
      }
      taken.insert(index)
    }
  }

  private mutating func readLines(_ group: LineGroup) -> Bool {
    let lines = group.members.map(\.line)
    let isFact = { (line: TextLine) in
      Byline.people(in: line.text) != nil || Dates.year(ofDateLine: line.text) != nil
    }
    // Below a title, all lines must be facts; with the title, at least one after it.
    guard
      metadata.title == nil
        ? lines.dropFirst().contains(where: { Byline.people(in: $0.text) != nil })
        : lines.allSatisfy(isFact)
    else { return false }
    for line in lines {
      _ = read(line.text, line: line.number)
    }
    return true
  }

  private mutating func read(_ text: String, line: Int) -> Bool {
    if metadata.title != nil, let people = Byline.people(in: text) {
      metadata.people += people.map {
        Attributed($0, .stated, rule: "byline", evidence: text, line: line)
      }
      return true
    }
    if metadata.title != nil, metadata.year == nil, let year = Dates.year(ofDateLine: text) {
      metadata.year = Attributed(year, .stated, rule: "date-line", evidence: text, line: line)
      return true
    }
    if metadata.title == nil {
      guard !isSentence(text) || text.utf8.count <= 80 else { return false }
      metadata.title = Attributed(text, .stated, rule: "first-line", evidence: text, line: line)
      return true
    }
    if metadata.people.isEmpty, isNameLine(text) {
      metadata.people = [
        Attributed(Person(parsing: text), .stated, rule: "name-line", evidence: text, line: line)
      ]
      return true
    }
    if metadata.subtitle == nil, metadata.people.isEmpty, metadata.year == nil, text.last != "." {
      metadata.subtitle = Attributed(
        text,
        .stated,
        rule: "line-below-title",
        evidence: text,
        line: line
      )
      return true
    }
    return false
  }

  /// Whether the text is just a name: two to four capitalised words and no function words.
  private func isNameLine(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let first = words.first?.lowercased() ?? ""
    return (2...4).contains(words.count) && !Self.sectionNames.contains(first)
      && Byline.isName(text)
      && !["the", "a", "an", "of", "and"].contains(words[0].lowercased())
      && !words.contains { ["of", "and", "the", "in", "for"].contains($0.lowercased()) }
  }

  /// First words of headings that look like names.
  private static let sectionNames: Set<String> = [
    "chapter", "part", "book", "section", "volume", "letter", "lecture", "appendix", "preface",
    "introduction", "foreword", "contents", "table", "prologue", "editor's", "translator's",
  ]

  private func isSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"”\"’)".contains($0) }) else { return false }
    return last == "." && text.split(separator: " ").count > 6
  }
}
