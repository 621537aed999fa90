// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Completes the metadata of a document from the top of the page.
enum HTMLHead {
  /// Number of blocks to examine.
  private static let depth = 12
  private static let dividers = [" | ", " — ", " – ", " - ", " :: ", " » ", " « ", " · ", ": "]

  /// Completes the metadata from the title, headings and bylines.
  static func complete(_ text: inout ExtractedText, bylines: [(text: String, line: Int)]) {
    divideTitle(&text)
    for (line, number) in bylines { read(line, number, &text.metadata) }
  }

  /// Splits a page title that combines the heading with the name of the site or author.
  private static func divideTitle(_ text: inout ExtractedText) {
    guard let title = text.metadata.title, title.rule == "html-title" else { return }
    for block in text.blocks.prefix(depth) {
      guard case .heading = block.kind, block.text.utf8.count >= 4,
        block.text.utf8.count < title.value.utf8.count
      else { continue }
      guard let (rest, isSite) = remainder(of: title.value, without: block.text) else { continue }
      text.metadata.title = Attributed(
        block.text, .stated, rule: "html-title", evidence: title.evidence, line: title.line)
      if isSite {
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
      let people = Byline.people(in: "by \(words.joined(separator: " "))") ?? []
      metadata.people = people.map {
        Attributed($0, .stated, rule: "byline", evidence: line, line: number)
      }
    }
    if metadata.year == nil, let year = Dates.year(in: line) {
      metadata.year = Attributed(year, .stated, rule: "date-line", evidence: line, line: number)
    }
  }
}
