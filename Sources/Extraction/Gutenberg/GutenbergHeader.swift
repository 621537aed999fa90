// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The facts in Project Gutenberg's header: its fields (`Title:`, `Authors:`, `Original
/// publication:`) or, in texts of the 1990s, its first line.
struct GutenbergHeader {
  /// What the header says about the work.
  private(set) var metadata = Metadata()

  static let rule = "gutenberg-header"

  private struct Field {
    var key: String
    /// Lines of the value.
    var lines: [String]
    var line: Int
    /// The value on one line.
    var value: String { lines.joined(separator: " ") }
  }

  /// - Parameter lines: Lines of the header with their numbers; a blank line ends a field.
  init(_ lines: [(text: String, line: Int)]) {
    var fields: [Field] = []
    var isOpen = false
    for (text, number) in lines {
      let text = text.trimmed
      if text.isEmpty {
        isOpen = false
      } else if let colon = text.firstIndex(of: ":"), let key = Self.key(text[..<colon]) {
        let value = text[text.index(after: colon)...].trimmed
        fields.append(Field(key: key, lines: value.isEmpty ? [] : [value], line: number))
        isOpen = true
      } else if isOpen, fields[fields.count - 1].lines.count < 12 {
        fields[fields.count - 1].lines.append(text)
      }
    }
    for field in fields where !field.lines.isEmpty { read(field) }
    if metadata.title == nil { readFirstLine(lines) }
  }

  private mutating func read(_ field: Field) {
    func fact<Value>(_ value: Value) -> Attributed<Value> {
      Attributed(value, .stated, rule: Self.rule, evidence: field.value, line: field.line)
    }
    switch field.key {
    case "title": setTitle(field)
    case "language":
      let name = field.value.lowercased().prefix { $0.isLetter }
      if let code = Self.languages[String(name)] ?? (name.count == 2 ? String(name) : nil) {
        metadata.language = fact(code)
      }
    case "original publication", "published", "publication date": readImprint(field)
    case "release date", "posting date":
      if metadata.editionYear == nil || field.key == "release date",
        let year = Dates.year(in: field.value)
      {
        metadata.editionYear = fact(year)
      }
    case "credits", "character set encoding", "produced by", "updated": break
    default:
      let role = Self.roles[field.key] ?? .contributor
      // Each line has a name.
      for name in field.lines {
        metadata.people += Person.people(parsing: name, role: role).map { fact($0) }
      }
    }
  }

  /// Sets the title; its second line is the subtitle.
  private mutating func setTitle(_ field: Field) {
    var value = field.lines[0]
    for line in field.lines.dropFirst() {
      let goesOn =
        value.contains(":") || ",;—-".contains(value.last ?? " ")
        || line.first?.isLowercase ?? false
      value += (goesOn ? " " : ": ") + line
    }
    let parts = value.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    func fact(_ text: String) -> Attributed<String> {
      Attributed(text, .stated, rule: Self.rule, evidence: value, line: field.line)
    }
    metadata.title = fact(parts.first ?? value)
    if parts.count == 2, !parts[1].isEmpty { metadata.subtitle = fact(parts[1]) }
  }

  /// Reads `London: Heron Press, 1899`.
  private mutating func readImprint(_ field: Field) {
    let value = field.value
    func fact(_ text: some StringProtocol) -> Attributed<String> {
      Attributed(text.trimmed, .stated, rule: Self.rule, evidence: value, line: field.line)
    }
    metadata.setDate(value, rule: Self.rule, line: field.line)
    let names = value.prefix { !$0.isNumber && $0 != "[" }
    let bare = names.lastIndex(of: ",").map { names[..<$0] } ?? names
    let parts = bare.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[1].trimmed.isEmpty else { return }
    metadata.place = fact(parts[0])
    metadata.publisher = fact(parts[1])
  }

  /// Reads `The Project Gutenberg Etext of Anarchism, by Emma Goldman`, perhaps on two lines.
  private mutating func readFirstLine(_ lines: [(text: String, line: Int)]) {
    guard let first = lines.prefix(40).firstIndex(where: { Gutenberg.isTitleLine($0.text) }) else {
      return
    }
    var text = lines[first].text.trimmed
    for (next, _) in lines[(first + 1)...].prefix(2) {
      let next = next.trimmed
      if next.isEmpty || next.first == "#" || next.first == "*" || Gutenberg.isTitleLine(next) {
        break
      }
      if next.lowercased().hasPrefix("copyright") || next.lowercased().contains("in our series") {
        break
      }
      text += " \(next)"
    }
    let (title, people) = Gutenberg.titleAndAuthors(text)
    let line = lines[first].line
    setTitle(Field(key: "title", lines: [title], line: line))
    metadata.people = people.map {
      Attributed($0, .stated, rule: Self.rule, evidence: text, line: line)
    }
    // `November, 1993  [Etext #85]`.
    for (text, line) in lines.prefix(60) where metadata.editionYear == nil {
      guard text.lowercased().contains("text #"), let year = Dates.year(in: text) else { continue }
      metadata.editionYear = Attributed(
        year, .stated, rule: Self.rule, evidence: text.trimmed, line: line)
    }
  }

  // MARK: Names of fields

  /// The name of a field in the singular; `nil` if the text is none.
  private static func key(_ text: Substring) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let name = text.lowercased().filter { $0 != "*" && $0 != "[" }.trimmed
    if let known = synonyms[name] { return known }
    let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    return roles[singular] != nil ? singular : nil
  }

  private static let roles: [String: Person.Role] = [
    "author": .author, "translator": .translator, "editor": .editor, "compiler": .editor,
    "contributor": .contributor, "illustrator": .contributor, "commentator": .contributor,
    "annotator": .contributor, "author of introduction, etc.": .contributor,
    "adapter": .contributor, "photographer": .contributor,
  ]
  private static let synonyms = [
    "title": "title", "language": "language", "release date": "release date",
    "posting date": "posting date", "original publication": "original publication",
    "most recently updated": "updated", "last updated": "updated", "credits": "credits",
    "produced by": "produced by", "character set encoding": "character set encoding",
    "character set": "character set encoding", "edition": "updated",
  ]
  private static let languages = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "dutch": "nl", "portuguese": "pt", "russian": "ru", "swedish": "sv", "danish": "da",
    "finnish": "fi", "catalan": "ca", "esperanto": "eo", "polish": "pl", "greek": "el",
    "latin": "la", "hungarian": "hu", "norwegian": "no", "czech": "cs", "chinese": "zh",
    "japanese": "ja", "welsh": "cy", "irish": "ga", "tagalog": "tl", "hebrew": "he",
    "yiddish": "yi", "afrikaans": "af", "icelandic": "is", "galician": "gl",
  ]
}
