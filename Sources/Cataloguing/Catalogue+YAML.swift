// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding
import Yams

/// An error in a catalogue.
package struct CatalogueFault: Error, Sendable, CustomStringConvertible {
  /// The problem, with its line.
  package var description: String
}

extension Catalogue {
  /// Parses a catalogue.
  ///
  /// - Throws: `CatalogueFault`, which names the line. Unknown names are errors, because a misspelt
  ///   name would otherwise lose a fact without notice.
  package init(yaml: String) throws(CatalogueFault) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw CatalogueFault(description: "It is not YAML: \(error)")
    }
    guard let root else {
      self.init()
      return
    }
    var works: [CatalogueEntry] = []
    var people: [Pseudonym] = []
    for (name, list) in try Self.members(root, allowed: ["works", "people"]) {
      for node in Array(list.sequence ?? []) {
        if name == "works" {
          works.append(try Self.entry(node))
        } else {
          people.append(try Self.pseudonym(node))
        }
      }
    }
    self.init(entries: works, pseudonyms: people)
  }

  private static func members(
    _ node: Node, allowed: Set<String>
  ) throws(CatalogueFault) -> [(String, Node)] {
    guard let mapping = node.mapping else {
      throw CatalogueFault(description: "Line \(line(node)): expected “name: value”.")
    }
    var members: [(String, Node)] = []
    for (key, value) in mapping {
      guard let name = key.string, allowed.contains(name) else {
        throw CatalogueFault(
          description:
            "Line \(line(key)): “\(key.string ?? "?")” is unknown here; known names are "
            + "\(allowed.sorted().joined(separator: ", ")).")
      }
      members.append((name, value))
    }
    return members
  }

  private static func entry(_ node: Node) throws(CatalogueFault) -> CatalogueEntry {
    var entry = CatalogueEntry(title: "", line: line(node))
    let allowed: Set<String> = [
      "title", "subtitle", "authors", "editors", "translators", "year", "edition_year", "language",
      "container", "publisher", "place", "names", "url", "urls", "rights", "cited", "note",
    ]
    for (name, value) in try members(node, allowed: allowed) {
      switch name {
      case "title": entry.title = try text(value)
      case "subtitle": entry.subtitle = try text(value)
      case "authors": entry.people += try list(value).map { Person(parsing: $0) }
      case "editors": entry.people += try list(value).map { Person(parsing: $0, role: .editor) }
      case "translators":
        entry.people += try list(value).map { Person(parsing: $0, role: .translator) }
      case "year": entry.year = try number(value)
      case "edition_year": entry.editionYear = try number(value)
      case "language": entry.language = try text(value)
      case "container": entry.container = try text(value)
      case "publisher": entry.publisher = try text(value)
      case "place": entry.place = try text(value)
      case "names": entry.names = try list(value)
      case "url": entry.url = try text(value)
      case "urls": entry.otherURLs = try list(value)
      case "rights": entry.rights = try text(value)
      case "note": entry.note = try text(value)
      default:
        for node in Array(value.sequence ?? []) { entry.mentions.append(try mention(node)) }
      }
    }
    guard !entry.title.isEmpty else {
      throw CatalogueFault(description: "Line \(entry.line): the work has no title.")
    }
    return entry
  }

  private static func mention(_ node: Node) throws(CatalogueFault) -> CatalogueEntry.Mention {
    var mention = CatalogueEntry.Mention(by: "")
    for (name, value) in try members(node, allowed: ["by", "pages", "note", "through"]) {
      switch name {
      case "by": mention.by = try text(value)
      case "pages": mention.pages = try text(value)
      case "note": mention.note = try text(value)
      default: mention.through = try text(value)
      }
    }
    return mention
  }

  private static func pseudonym(_ node: Node) throws(CatalogueFault) -> Pseudonym {
    var pseudonym = Pseudonym(name: "", realName: "", others: [])
    for (name, value) in try members(node, allowed: ["name", "real_name", "also"]) {
      switch name {
      case "name": pseudonym.name = try text(value)
      case "real_name": pseudonym.realName = try text(value)
      default: pseudonym.others = try list(value)
      }
    }
    guard !pseudonym.name.isEmpty, !pseudonym.realName.isEmpty else {
      throw CatalogueFault(
        description: "Line \(line(node)): a person needs “name” and “real_name”.")
    }
    return pseudonym
  }

  private static func text(_ node: Node) throws(CatalogueFault) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw CatalogueFault(description: "Line \(line(node)): expected a text.")
    }
    return text
  }

  private static func list(_ node: Node) throws(CatalogueFault) -> [String] {
    guard let sequence = node.sequence else {
      throw CatalogueFault(description: "Line \(line(node)): expected a list, [A, B].")
    }
    var values: [String] = []
    for node in sequence { values.append(try text(node)) }
    return values
  }

  private static func number(_ node: Node) throws(CatalogueFault) -> Int {
    guard let number = Int(try text(node)) else {
      throw CatalogueFault(description: "Line \(line(node)): expected a year.")
    }
    return number
  }

  private static func line(_ node: Node) -> Int { node.mark?.line ?? 1 }
}
