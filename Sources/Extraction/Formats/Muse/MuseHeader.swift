// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads the directives at the head of a Text::Amuse file: `#title …`, up to the first blank line.
struct MuseHeader {
  /// What the directives say about the work.
  private(set) var metadata = Metadata()
  /// Number of lines in the header.
  private(set) var lineCount = 0

  init(_ lines: [TextLine]) {
    var directives: [(name: String, value: String, line: Int)] = []
    for line in lines {
      if line.isBlank {
        if !directives.isEmpty { break }
        lineCount += 1
        continue
      }
      if let (name, value) = Self.directive(line) {
        directives.append((name, value, line.number))
      } else if !directives.isEmpty {
        // A long value continues on the next line.
        directives[directives.count - 1].value += " " + line.text
      } else {
        break
      }
      lineCount += 1
    }
    for directive in directives where !directive.value.isEmpty {
      read(directive.name, directive.value, directive.line)
    }
    readPeople(directives)
  }

  private static func directive(_ line: TextLine) -> (String, String)? {
    guard line.indent == 0, line.text.first == "#" else { return nil }
    let name = line.text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard !name.isEmpty else { return nil }
    return (name.lowercased(), line.text.dropFirst(name.count + 1).trimmed)
  }

  private mutating func read(_ name: String, _ value: String, _ line: Int) {
    func fact(_ value: String) -> Attributed<String> {
      Attributed(value, .stated, rule: "muse-header", evidence: value, line: line)
    }
    let plain = String(MuseInline(value, notes: MuseLabels()).text)
    switch name {
    case "title": if !JunkTitles.isJunk(plain) { metadata.title = fact(plain) }
    case "subtitle": metadata.subtitle = fact(plain)
    case "lang", "language": metadata.language = fact(value.lowercased())
    case "publisher": metadata.publisher = fact(plain)
    case "rights", "license", "licence": metadata.rights = fact(plain)
    case "date", "year":
      metadata.setDate(plain, rule: "muse-header", line: line)
    case "source":
      if let address = value.split(separator: " ").first(where: { $0.contains("://") }) {
        metadata.url = fact(String(address))
      } else {
        keep(name, value)
      }
    case "author", "authors", "sortauthors", "editor", "translator", "listtitle", "editors",
      "translators":
      break
    default: keep(name, value)
    }
  }

  private mutating func keep(_ name: String, _ value: String) {
    metadata.others.append(OtherFact(name: name, value: String(value.prefix(1_000))))
  }

  /// Reads authors from the sort directive, if it separates names that the others run together.
  private mutating func readPeople(_ directives: [(name: String, value: String, line: Int)]) {
    let roles: [(String, Person.Role)] = [
      ("author", .author), ("authors", .author), ("editor", .editor), ("translator", .translator),
      ("editors", .editor), ("translators", .translator),
    ]
    for (name, role) in roles {
      guard var stated = directives.first(where: { $0.name == name }) else { continue }
      if role == .author, let sorted = directives.first(where: { $0.name == "sortauthors" }),
        sorted.value.contains(";"), !stated.value.contains(";")
      {
        stated = sorted
      }
      for person in Person.people(parsing: stated.value, role: role) {
        metadata.people.append(
          Attributed(
            person, .stated, rule: "muse-header", evidence: stated.value, line: stated.line))
      }
    }
  }
}
