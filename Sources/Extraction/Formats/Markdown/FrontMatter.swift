// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TOMLKit
import TextFolding
import Yams

/// Reads the header of a Markdown file.
///
/// The header is YAML between `---` and `---` (or `...`), or TOML between `+++` and `+++`.
struct FrontMatter {
  /// Metadata of the work.
  private(set) var metadata = Metadata()
  /// The header as written; empty if there is none.
  private(set) var source = ""
  /// Number of lines in the header.
  private(set) var lineCount = 0
  /// The text after the header.
  private(set) var rest: String
  /// Problems found in the header.
  private(set) var diagnostics: [Diagnostic] = []

  /// Maximum length of a header in bytes.
  private static let longest = 65_536

  init(_ text: String) {
    rest = text
    if text.hasPrefix("%") {
      readPandocTitle(text)
      return
    }
    let isTOML = text.hasPrefix("+++\n") || text.hasPrefix("+++\r\n")
    guard isTOML || text.hasPrefix("---\n") || text.hasPrefix("---\r\n") else { return }
    let ends = isTOML ? ["+++"] : ["---", "..."]
    let head = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    var lines = 0
    var offset = 0
    for line in head.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines += 1
      offset += line.count + 1
      let bare = String(decoding: line, as: UTF8.self).trimmed
      guard lines > 1, ends.contains(bare) else { continue }
      source = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
      rest = String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
      lineCount = lines
      let inner = String(decoding: source.utf8.dropFirst(4).dropLast(line.count + 1), as: UTF8.self)
      if isTOML { readTOML(inner) } else { readYAML(inner) }
      return
    }
  }

  /// Reads pandoc's title block: lines for title, authors and date, each after `%`, continued by
  /// lines that begin with a space (pandoc User's Guide, `pandoc_title_block`).
  private mutating func readPandocTitle(_ text: String) {
    let head = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    var fields: [(lines: [String], line: Int)] = []
    var lines = 0
    var offset = 0
    for line in head.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let printed = String(decoding: line, as: UTF8.self)
      if printed.hasPrefix("%"), fields.count < 3 {
        fields.append(([printed.dropFirst().trimmed], lines + 1))
      } else if printed.first == " " || printed.first == "\t", !printed.trimmed.isEmpty,
        !fields.isEmpty
      {
        fields[fields.count - 1].lines.append(printed.trimmed)
      } else {
        break
      }
      lines += 1
      offset = min(offset + line.count + 1, text.utf8.count)
    }
    // `%` alone begins a paragraph like any other sign; a title block has a space after it.
    guard text.hasPrefix("% ") || fields.count > 1 else { return }
    source = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    rest = String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
    lineCount = lines
    for (name, field) in zip(["title", "author", "date"], fields) {
      let values = name == "author" ? field.lines : [field.lines.joined(separator: " ")]
      read(name, values, line: field.line, rule: "pandoc-title")
    }
  }

  private mutating func readYAML(_ yaml: String) {
    // Anchors could expand a small header into a huge one, and no header needs them.
    guard !yaml.contains("&"), let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping
    else { return fail("YAML") }
    for (key, value) in mapping {
      guard let name = key.string?.lowercased() else { continue }
      let values = (value.sequence.map { Array($0) } ?? [value]).compactMap { value in
        value.scalar?.string ?? value.mapping?["name"]?.scalar?.string
      }
      read(name, values, line: (key.mark?.line ?? 1) + 1, rule: "yaml-header")
    }
  }

  private mutating func readTOML(_ toml: String) {
    guard let table = try? TOMLTable(string: toml) else { return fail("TOML") }
    // Hugo stores fields it does not know in separate tables.
    for table in [table, table["params"]?.table, table["extra"]?.table].compactMap(\.self) {
      for (key, value) in table {
        var values: [String] = []
        if let list = value.array {
          for item in list { values += Self.text(item).map { [$0] } ?? [] }
        } else if let text = Self.text(value) {
          values = [text]
        }
        read(key.lowercased(), values, line: nil, rule: "toml-header")
      }
    }
  }

  /// A TOML value as text; for dates, the year; `nil` for other types.
  private static func text(_ value: any TOMLValueConvertible) -> String? {
    if let text = value.string { return text }
    if let number = value.int { return String(number) }
    if let date = value.date { return String(date.year) }
    if let date = value.dateTime { return String(date.date.year) }
    return value.table?["name"]?.string
  }

  private mutating func fail(_ language: String) {
    diagnostics.append(
      Diagnostic(
        .warning, code: "unreadable-header",
        "The header is not valid \(language); title and author were taken from the text.", line: 1))
  }

  private mutating func read(_ name: String, _ values: [String], line: Int?, rule: String) {
    let values = values.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = values.first else { return }
    func fact(_ value: String) -> Attributed<String> {
      Attributed(value, .stated, rule: rule, evidence: value, line: line)
    }
    switch name {
    case "title": if !JunkTitles.isJunk(first) { metadata.title = fact(first) }
    case "subtitle": metadata.subtitle = fact(first)
    case "lang", "language": metadata.language = fact(first.lowercased())
    case "publisher": metadata.publisher = fact(first)
    case "rights", "license", "licence": metadata.rights = fact(first)
    case "url", "source", "canonical_url":
      if first.contains("://") { metadata.url = fact(first) }
    case "date", "year", "published":
      if metadata.year == nil { metadata.setDate(first, rule: rule, line: line) }
    case "isbn": metadata.others.append(OtherFact(name: name, value: String(first.prefix(100))))
    case "author", "authors", "creator", "editor", "editors", "translator", "translators":
      let role: Person.Role =
        name.hasPrefix("editor") ? .editor : name.hasPrefix("translator") ? .translator : .author
      for value in values {
        metadata.people += Person.people(parsing: value, role: role).map {
          Attributed($0, .stated, rule: rule, evidence: value, line: line)
        }
      }
    default: break
    }
  }
}
