// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TOMLKit
import Yams
import TextFolding

/// Reads the header of a Markdown file: YAML between `---` and `---` (or `...`), or TOML between `+++`
/// and `+++`, at its beginning.
struct FrontMatter {
  /// What it says of the work.
  private(set) var metadata = Metadata()
  /// The header as it stands; empty if there is none.
  private(set) var source = ""
  /// How many lines it takes.
  private(set) var lineCount = 0
  /// The text after it.
  private(set) var rest: String
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  /// The longest header, in bytes.
  private static let longest = 65_536

  init(_ text: String) {
    rest = text
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

  private mutating func readYAML(_ yaml: String) {
    // Anchors could make a small header a large one; no header of a text has any use for them.
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
    // Hugo keeps what it does not know itself in a table of its own.
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

  /// What a value of TOML says as text; of dates the year.
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
        "The header is no \(language) that is read; title and author come from the text.", line: 1))
  }

  private mutating func read(_ name: String, _ values: [String], line: Int?, rule: String) {
    let values = values.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = values.first else { return }
    func fact(_ value: String) -> Attributed<String> {
      Attributed(value, .stated, rule: rule, evidence: value, line: line)
    }
    switch name {
    case "title": metadata.title = fact(first)
    case "subtitle": metadata.subtitle = fact(first)
    case "lang", "language": metadata.language = fact(first.lowercased())
    case "publisher": metadata.publisher = fact(first)
    case "rights", "license", "licence": metadata.rights = fact(first)
    case "url", "source", "canonical_url":
      if first.contains("://") { metadata.url = fact(first) }
    case "date", "year", "published":
      if let year = Dates.year(in: first) {
        metadata.year = Attributed(year, .stated, rule: rule, evidence: first, line: line)
      }
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
