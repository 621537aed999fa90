// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Yams

/// Reads the YAML header of a Markdown file: between `---` and `---` (or `...`) at its beginning.
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
    guard
      text.utf8.starts(with: Array("---\n".utf8)) || text.utf8.starts(with: Array("---\r\n".utf8))
    else { return }
    let head = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    var lines = 0
    var offset = 0
    for line in head.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines += 1
      offset += line.count + 1
      let bare = String(decoding: line, as: UTF8.self).trimmed
      guard lines > 1, bare == "---" || bare == "..." else { continue }
      source = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
      rest = String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
      lineCount = lines
      let yaml = String(decoding: source.utf8.dropFirst(4).dropLast(line.count + 1), as: UTF8.self)
      read(yaml)
      return
    }
  }

  private mutating func read(_ yaml: String) {
    // Anchors could make a small header a large one; no header of a text has any use for them.
    guard !yaml.contains("&"), let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping
    else {
      diagnostics.append(
        Diagnostic(
          .warning, code: "unreadable-header",
          "The header is no YAML that is read; title and author come from the text.", line: 1))
      return
    }
    for (key, value) in mapping {
      guard let name = key.string?.lowercased() else { continue }
      read(name, value, line: (key.mark?.line ?? 1) + 1)
    }
  }

  private mutating func read(_ name: String, _ node: Node, line: Int) {
    let values = (node.sequence.map { Array($0) } ?? [node]).compactMap { value in
      value.scalar?.string ?? value.mapping?["name"]?.scalar?.string
    }.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = values.first else { return }
    func fact(_ value: String) -> Attributed<String> {
      Attributed(value, .stated, rule: "yaml-header", evidence: value, line: line)
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
        metadata.year = Attributed(year, .stated, rule: "yaml-header", evidence: first, line: line)
      }
    case "author", "authors", "creator", "editor", "editors", "translator", "translators":
      let role: Person.Role =
        name.hasPrefix("editor") ? .editor : name.hasPrefix("translator") ? .translator : .author
      for value in values {
        metadata.people += Person.people(parsing: value, role: role).map {
          Attributed($0, .stated, rule: "yaml-header", evidence: value, line: line)
        }
      }
    default: break
    }
  }
}
