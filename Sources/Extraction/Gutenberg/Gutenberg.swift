// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Separates Project Gutenberg's header, licence and credits from the work.
enum Gutenberg {
  /// Removes blocks that are not part of the work, and reads the facts in the header.
  static func strip(_ text: inout ExtractedText, isKnown: Bool = false) {
    let start = text.blocks.prefix(200).firstIndex { isStart($0.text) }
    let head = text.blocks.prefix(40).contains { mentions($0.text) }
    guard isKnown || start != nil || head else { return }
    if let start {
      readFacts(text.blocks[..<start], into: &text.metadata)
      omit(0..<(start + 1), of: &text, rule: "gutenberg-header")
    }
    if let end = text.blocks.lastIndex(where: { isEnd($0.text) }) {
      omit(end..<text.blocks.count, of: &text, rule: "gutenberg-licence")
    }
    var index = 0
    while index < min(8, text.blocks.count) {
      if isCredit(text.blocks[index].text) {
        omit(index..<(index + 1), of: &text, rule: "gutenberg-credits")
      } else if isTranscribersNote(text.blocks[index].text) {
        omit(index..<(index + 1), of: &text, rule: "transcribers-note")
      } else {
        index += 1
      }
    }
    let last = max(0, text.blocks.count - 8)
    for index in (last..<text.blocks.count).reversed()
    where isTranscribersNote(text.blocks[index].text) {
      omit(index..<(index + 1), of: &text, rule: "transcribers-note")
    }
  }

  /// Whether a line marks the start of the work: `*** START OF THE PROJECT GUTENBERG EBOOK …`.
  static func isStart(_ line: String) -> Bool {
    guard names(line) else { return false }
    let folded = fold(line, limit: 400)
    return folded.contains("startofth") && folded.contains("projectgutenberge")
      || folded.contains("theprojectgutenbergetext") && folded.hasPrefix("start")
  }

  /// Whether a line marks the end of the work.
  static func isEnd(_ line: String) -> Bool {
    guard names(line) else { return false }
    let folded = fold(line, limit: 400)
    return (folded.contains("endofth") && folded.contains("projectgutenberge"))
      || folded.hasPrefix("endofprojectgutenbergs") || folded.hasPrefix("endoftheprojectgutenberg")
  }

  private static func mentions(_ line: String) -> Bool {
    names(line) && fold(line, limit: 200).contains("projectgutenbergebook")
  }

  /// Whether the start of a line contains the name; compares bytes, since every block is checked.
  private static func names(_ line: String) -> Bool {
    let name = Array("gutenberg".utf8)
    var matched = 0
    for byte in line.utf8.prefix(1_200) {
      let lower = byte | 0x20
      matched = lower == name[matched] ? matched + 1 : lower == name[0] ? 1 : 0
      if matched == name.count { return true }
    }
    return false
  }

  private static func isCredit(_ line: String) -> Bool {
    let lower = line.prefix(60).lowercased()
    return line.utf8.count < 600
      && [
        "produced by ", "e-text prepared by", "etext prepared by", "e-text produced by",
        "this etext was p", "this ebook was p", "prepared by ",
      ].contains { lower.hasPrefix($0) }
  }

  private static func isTranscribersNote(_ line: String) -> Bool {
    fold(line, limit: 400).hasPrefix("transcribersnote")
      || fold(line, limit: 400).hasPrefix("transcribernote")
  }

  /// The letters and digits at the start of a line, in lower case.
  private static func fold(_ line: String, limit: Int) -> String {
    line.prefix(limit).lettersAndDigits
  }

  private static func omit(_ range: Range<Int>, of text: inout ExtractedText, rule: String) {
    guard !range.isEmpty else { return }
    let left = text.blocks[range]
    let count = left.reduce(0) { $0 + Ledger.count($1.text) }
    text.ledger.text -= count
    if let index = text.ledger.omissions.firstIndex(where: { $0.rule == rule }) {
      text.ledger.omissions[index].count += count
      text.ledger.omissions[index].text += left.map { $0.text + "\n" }.joined()
    } else {
      text.ledger.omissions.append(
        Ledger.Omission(
          rule: rule,
          count: count,
          sample: String(left.first?.text.prefix(80) ?? ""),
          text: left.map { $0.text + "\n" }.joined()
        )
      )
    }
    text.blocks.removeSubrange(range)
  }

  // MARK: Facts

  /// Parses a document title that may have Project Gutenberg's form.
  ///
  /// `The Project Gutenberg eBook of Anarchy, by Errico Malatesta.`
  static func titleAndAuthors(_ title: String) -> (title: String, people: [Person]) {
    let lower = title.lowercased()
    guard
      let form = ["the project gutenberg ebook of ", "the project gutenberg e-book of "]
        .first(where: { lower.hasPrefix($0) })
    else { return (title, []) }
    var rest = String(title.dropFirst(form.count))
    if rest.last == "." { rest.removeLast() }
    guard let by = rest.firstRange(of: ", by ") else { return (rest, []) }
    return (String(rest[..<by.lowerBound]), Person.people(parsing: String(rest[by.upperBound...])))
  }

  /// Reads metadata from the lines of the header.
  static func readFacts(_ blocks: ArraySlice<Block>, into metadata: inout Metadata) {
    var facts: [(key: String, value: String, line: Int)] = []
    for block in blocks where block.text.utf8.count < 4_000 {
      for (offset, line) in block.text.split(separator: "\n").enumerated() {
        if let colon = line.firstIndex(of: ":"), keys.contains(line[..<colon].lowercased().trimmed)
        {
          facts.append(
            (
              line[..<colon].lowercased().trimmed,
              String(line[line.index(after: colon)...]).trimmed, block.line + offset
            )
          )
        } else if offset > 0, !facts.isEmpty, facts[facts.count - 1].key == "title" {
          // A title that continues on the next line continues with its subtitle.
          let hasColon = facts[facts.count - 1].value.contains(":")
          facts[facts.count - 1].value += (hasColon ? " " : ": ") + line.trimmed
        }
      }
    }
    var people: [Attributed<Person>] = []
    for (key, value, line) in facts where !value.isEmpty {
      let rule = "gutenberg-header"
      switch key {
      case "title": setTitle(value, line, &metadata)
      case "author", "translator", "editor", "contributor":
        let role = Person.Role(rawValue: key) ?? .contributor
        people += Person.people(parsing: value, role: role).map {
          Attributed($0, .stated, rule: rule, evidence: value, line: line)
        }
      case "language":
        if let code = languages[value.lowercased()] {
          metadata.language = Attributed(code, .stated, rule: rule, evidence: value, line: line)
        }
      default:
        if let year = Dates.year(in: value) {
          metadata.editionYear = Attributed(year, .stated, rule: rule, evidence: value, line: line)
        }
      }
    }
    if !people.isEmpty { metadata.people = people }
  }

  private static func setTitle(_ value: String, _ line: Int, _ metadata: inout Metadata) {
    let parts = value.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let rule = "gutenberg-header"
    metadata.title = Attributed(
      parts.first ?? value,
      .stated,
      rule: rule,
      evidence: value,
      line: line
    )
    if parts.count == 2, !parts[1].isEmpty {
      metadata.subtitle = Attributed(parts[1], .stated, rule: rule, evidence: value, line: line)
    }
  }

  private static let keys: Set<String> = [
    "title", "author", "translator", "editor", "contributor", "language", "release date",
    "posting date",
  ]
  private static let languages = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "dutch": "nl", "portuguese": "pt", "russian": "ru", "swedish": "sv", "danish": "da",
    "finnish": "fi", "catalan": "ca", "esperanto": "eo", "polish": "pl", "greek": "el",
    "latin": "la", "hungarian": "hu", "norwegian": "no", "czech": "cs", "chinese": "zh",
  ]
}
