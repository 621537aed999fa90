// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Completes the metadata of a document from the top of the page.
enum HTMLHead {
  /// Number of blocks to examine.
  private static let depth = 12
  private static let dividers = [
    " | ", " — ", " – ", " - ", " :: ", " » ", " « ", " · ", ": ", ", ",
  ]

  /// Completes the metadata from the title, headings and bylines.
  static func complete(_ text: inout ExtractedText, bylines: [(text: String, line: Int)]) {
    readTitleYear(&text.metadata)
    divideTitle(&text)
    for block in text.blocks.prefix(depth) {
      LabelledFacts(block.text)?.complete(&text.metadata, line: block.line)
    }
    for (line, number) in bylines { read(line, number, &text.metadata) }
  }

  /// Takes the year in brackets off the end of a page title: `Ann Bee: On Bread (1899)`.
  private static func readTitleYear(_ metadata: inout Metadata) {
    guard let title = metadata.title, title.rule == "html-title", title.value.last == ")",
      let open = title.value.lastIndex(of: "("), open > title.value.startIndex
    else { return }
    let inner = String(title.value[open...])
    let rest = String(title.value[..<open]).trimmed
    guard Dates.year(ofDateLine: inner) != nil, rest.contains(where: \.isLetter) else { return }
    if metadata.year == nil {
      metadata.setDate(String(inner.dropFirst().dropLast()), rule: "html-title", line: title.line)
    }
    metadata.title?.value = rest
  }

  /// Splits a page title that combines the heading with the name of the site or author.
  private static func divideTitle(_ text: inout ExtractedText) {
    guard let title = text.metadata.title, title.rule == "html-title" else { return }
    for block in text.blocks.prefix(depth) {
      guard case .heading = block.kind, block.text.utf8.count >= 4,
        block.text.utf8.count < title.value.utf8.count
      else { continue }
      guard let (rest, isSite) = remainder(of: title.value, without: block.text) else { continue }
      // After a comma only an author follows; anything else is part of the title.
      if isSite, isAfterComma(title.value, block.text), !isAuthor(rest, text) { continue }
      text.metadata.title = Attributed(
        block.text, .stated, rule: "html-title", evidence: title.evidence, line: title.line)
      if isAuthor(rest, text) {
        if text.metadata.people.isEmpty {
          text.metadata.people = Person.people(parsing: rest).map {
            Attributed(
              $0, .stated, rule: "html-title", evidence: title.evidence, line: title.line)
          }
        }
      } else if isSite {
        if text.metadata.collection == nil, !rest.isEmpty {
          text.metadata.collection = Attributed(
            rest, .inferred, rule: "title-remainder", evidence: title.evidence, line: title.line)
        }
      } else {
        read(rest, title.line ?? 1, &text.metadata)
      }
      return
    }
  }

  private static func isAfterComma(_ title: String, _ heading: String) -> Bool {
    folded(title).hasPrefix(folded(heading) + ", ")
      || folded(title).hasSuffix(", " + folded(heading))
  }

  /// Whether the rest of a title is the author: the head names them, or a line above the text.
  private static func isAuthor(_ rest: String, _ text: ExtractedText) -> Bool {
    let name = rest.lettersAndDigits
    guard !name.isEmpty else { return false }
    let people = text.metadata.people.map(\.value)
    if people.contains(where: {
      $0.name.lettersAndDigits == name || $0.family?.lettersAndDigits == name
    }) {
      return true
    }
    guard Byline.isName(rest), people.isEmpty else { return false }
    return text.blocks.prefix(depth).contains {
      $0.text.lettersAndDigits == name
        || Byline.people(in: $0.text)?.contains { $0.name.lettersAndDigits == name } ?? false
    }
  }

  /// What remains of a title without the heading, and whether it is the name of a site.
  private static func remainder(
    of title: String, without heading: String
  ) -> (rest: String, isSite: Bool)? {
    let (whole, part) = (folded(title), folded(heading))
    if whole.hasPrefix(part) {
      let rest = String(title.dropFirst(heading.count))
      for divider in dividers where rest.hasPrefix(divider) {
        return (String(rest.dropFirst(divider.count)).trimmed, true)
      }
      let lower = rest.lowercased()
      if lower.hasPrefix(" by ") || lower.hasPrefix(", by ") { return (rest.trimmed, false) }
    } else if whole.hasSuffix(part) {
      let rest = String(title.dropLast(heading.count))
      for divider in dividers where rest.hasSuffix(divider) {
        return (String(rest.dropLast(divider.count)).trimmed, true)
      }
    }
    return nil
  }

  /// Folds case and quotation marks without changing the length.
  private static func folded(_ text: String) -> String {
    text.lowercased().replacing("’", with: "'").replacing("“", with: "\"")
      .replacing("”", with: "\"")
  }

  /// Parses `Posted on June 30, 2011 by Ann Bee`, `by Anton Pannekoek 1936`, or `Ann Bee`.
  private static func read(_ line: String, _ number: Int, _ metadata: inout Metadata) {
    guard line.utf8.count <= 300 else { return }
    if metadata.people.isEmpty {
      let lower = line.lowercased()
      var name = line[...]
      if let by = lower.firstRange(of: "by "), lower.utf8.count == line.utf8.count,
        by.lowerBound == lower.startIndex
          || !lower[lower.index(before: by.lowerBound)].isLetter
      {
        name = line[by.upperBound...]
      } else if !Byline.isName(line) || line.split(separator: " ").count < 2 {
        name = ""
      }
      // The name may be followed by a date.
      let words = name.split(separator: " ").prefix { word in
        !word.contains(where: \.isNumber) && !["on", "in", "|", "·", "-", "–", "at"].contains(word)
      }
      let people =
        Byline.people(in: line).flatMap {
          $0.allSatisfy { $0.name.split(separator: " ").count < 5 } ? $0 : nil
        }
        ?? Byline.people(named: words.joined(separator: " "), role: .author) ?? []
      metadata.people = people.map {
        Attributed($0, .stated, rule: "byline", evidence: line, line: number)
      }
    }
    // The date of a posting is that of the page, whoever wrote the text.
    if metadata.year == nil, !isOfPage(line) {
      metadata.setDate(line, rule: "date-line", line: number)
      metadata.printedYear = nil
    }
  }

  /// Whether a line dates the page: `Archived on`, `Posted on`, `Submitted by`.
  private static func isOfPage(_ line: String) -> Bool {
    let lower = line.lowercased()
    return pageDates.contains(where: lower.contains)
  }

  private static let pageDates = [
    "modified", "updated", "archived", "uploaded", "transcribed", "added on", "retrieved",
    "posted", "submitted", "veröffentlicht am", "online seit", "publié le", "mis en ligne",
    "publicado el", "publicado en", "pubblicato il", "publicado em", "geplaatst op", "опубликовано",
  ]
}
