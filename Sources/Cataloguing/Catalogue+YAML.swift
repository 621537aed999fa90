// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding
import Yams

extension Catalogue {
  /// Parses a catalogue.
  ///
  /// - Throws: `CatalogueFault`, which names the line. Unknown names are errors, because a misspelt
  ///   name would otherwise lose a fact without notice.
  package init(yaml: String) throws(CatalogueFault) {
    let (works, people) = try Self.parts(of: yaml, allowed: ["works", "people"], by: .catalogue)
    self.init(entries: works, pseudonyms: people)
  }

  /// The entries of a file of edits, which has the form of a catalogue whose works name texts.
  ///
  /// - Throws: `CatalogueFault`, which names the line.
  static func edits(yaml: String) throws(CatalogueFault) -> [CatalogueEntry] {
    try parts(of: yaml, allowed: ["works"], by: .edit).works
  }

  private static func parts(
    of yaml: String, allowed: Set<String>, by origin: CatalogueEntry.Origin
  ) throws(CatalogueFault) -> (works: [CatalogueEntry], people: [Pseudonym]) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw CatalogueFault(notYAML: error)
    }
    var works: [CatalogueEntry] = []
    var people: [Pseudonym] = []
    guard let root else { return (works, people) }
    for (name, list) in try members(root, allowed: allowed) {
      guard list.sequence != nil || ["", "~", "null"].contains(list.scalar?.string) else {
        throw CatalogueFault(description: "Line \(line(list)): expected a list of \(name).")
      }
      for node in Array(list.sequence ?? []) {
        if name == "works" {
          works.append(try entry(node, by: origin))
        } else {
          people.append(try pseudonym(node))
        }
      }
    }
    return (works, people)
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

  private static let names =
    Set(CatalogueFact.allCases.map(\.rawValue))
    .union(["work", "file", "member", "hash", "date", "unknown", "names", "urls", "cited", "note"])

  private static func entry(
    _ node: Node, by origin: CatalogueEntry.Origin
  ) throws(CatalogueFault) -> CatalogueEntry {
    var entry = CatalogueEntry(origin: origin, line: line(node))
    for (name, value) in try members(node, allowed: names) {
      if let fact = CatalogueFact(rawValue: name) {
        try read(fact, value, into: &entry)
        continue
      }
      switch name {
      case "work": entry.text.work = try text(value)
      case "file": entry.text.file = try text(value)
      case "member": entry.text.member = try text(value)
      case "hash": entry.text.contentHash = try text(value)
      case "date": entry.date = try text(value)
      case "unknown": entry.unknown = try facts(value)
      case "names": entry.names = try list(value)
      case "urls": entry.otherURLs = try list(value)
      case "note": entry.note = try text(value)
      default:
        for node in Array(value.sequence ?? []) { entry.mentions.append(try mention(node)) }
      }
    }
    if origin == .edit, !entry.text.isNamed {
      throw CatalogueFault(
        description: "Line \(entry.line): an edit names a text by `work`, `file` or `hash`.")
    }
    guard !entry.title.isEmpty || entry.text.isNamed else {
      throw CatalogueFault(
        description: "Line \(entry.line): the work has no title, and names no `work` or `file`.")
    }
    return entry
  }

  private static func read(
    _ fact: CatalogueFact, _ value: Node, into entry: inout CatalogueEntry
  ) throws(CatalogueFault) {
    switch fact {
    case .title: entry.title = try text(value)
    case .subtitle: entry.subtitle = try text(value)
    case .authors: entry.people += try list(value).map { Person(parsing: $0) }
    case .editors: entry.people += try list(value).map { Person(parsing: $0, role: .editor) }
    case .translators:
      entry.people += try list(value).map { Person(parsing: $0, role: .translator) }
    case .year: entry.year = try year(value)
    case .editionYear: entry.editionYear = try year(value)
    case .form:
      guard let form = WorkForm(rawValue: try text(value)) else {
        let known = WorkForm.allCases.map(\.rawValue).joined(separator: ", ")
        throw CatalogueFault(description: "Line \(line(value)): expected a form: \(known).")
      }
      entry.form = form
    case .language: entry.language = try text(value)
    case .container: entry.container = try text(value)
    case .publisher: entry.publisher = try text(value)
    case .place: entry.place = try text(value)
    case .url: entry.url = try text(value)
    case .rights: entry.rights = try text(value)
    }
  }

  private static func facts(_ node: Node) throws(CatalogueFault) -> Set<CatalogueFact> {
    var facts: Set<CatalogueFact> = []
    for name in try list(node) {
      guard let fact = CatalogueFact(rawValue: name), fact != .title else {
        let known = CatalogueFact.optional.map(\.rawValue).joined(separator: ", ")
        throw CatalogueFault(
          description: "Line \(line(node)): “\(name)” cannot be unknown; expected \(known).")
      }
      facts.insert(fact)
    }
    return facts
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

  private static func year(_ node: Node) throws(CatalogueFault) -> Int {
    guard let number = Int(try text(node)) else {
      throw CatalogueFault(description: "Line \(line(node)): expected a year.")
    }
    guard CatalogueEntry.years.contains(number) else {
      let (first, last) = (CatalogueEntry.years.lowerBound, CatalogueEntry.years.upperBound)
      throw CatalogueFault(
        description: "Line \(line(node)): expected a year from \(first) to \(last).")
    }
    return number
  }

  private static func line(_ node: Node) -> Int { node.mark?.line ?? 1 }
}
