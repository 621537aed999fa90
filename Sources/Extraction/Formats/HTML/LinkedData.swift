// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import CGumbo
import Corpus
import TextFolding

/// What a page says of its text in JSON-LD, in the vocabulary of schema.org.
struct LinkedData {
  /// Facts about the text; empty if no script describes one.
  private(set) var metadata = Metadata()

  private static let rule = "json-ld"
  /// Length of all scripts read, in bytes, and the number of nodes in them.
  private static let longest = 1 << 20
  private static let mostNodes = 2_000

  init(_ root: HTMLNode) {
    var left = Self.longest
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      guard case .enter(let node) = step, node.isElement, node.tag == GUMBO_TAG_SCRIPT else {
        continue
      }
      walk.skipChildren()
      let type = node.attribute("type")?.lowercased() ?? ""
      guard type.hasPrefix("application/ld+json") else { continue }
      let script = node.wholeText
      left -= script.utf8.count
      guard left > 0, let value = try? JSONValue(parsing: script.utf8) else { continue }
      let nodes = Self.nodes(of: value)
      guard let text = nodes.first(where: { Self.form(of: $0) != nil }) else { continue }
      read(text, named: nodes, line: node.line)
      return
    }
  }

  private mutating func read(_ text: JSONValue, named nodes: [JSONValue], line: Int) {
    func fact<Value>(_ value: Value, _ evidence: String) -> Attributed<Value> {
      Attributed(value, .stated, rule: Self.rule, evidence: evidence, line: line)
    }
    if let title = (text["headline"] ?? text["name"])?.string, !JunkTitles.isJunk(title) {
      metadata.title = fact(title, title)
    }
    for (name, role) in [
      ("author", Person.Role.author), ("creator", .author), ("editor", .editor),
      ("translator", .translator),
    ] {
      if name == "creator", !metadata.people.isEmpty { continue }
      for printed in Self.names(text[name], nodes) {
        metadata.people += Person.people(parsing: printed, role: role).map { fact($0, printed) }
      }
    }
    // `dateModified` and `uploadDate` are dates of the page.
    if let date = (text["datePublished"] ?? text["dateCreated"])?.string {
      metadata.setDate(date, rule: Self.rule, line: line)
    }
    if let language = text["inLanguage"]?.string {
      metadata.language = fact(language.lowercased(), language)
    }
    metadata.form = Self.form(of: text)?.form.map { fact($0, $0.rawValue) }
    if let isbn = text["isbn"]?.string {
      metadata.others.append(OtherFact(name: "isbn", value: String(isbn.prefix(100))))
    }
  }

  /// The objects of a script, those of `@graph` included.
  private static func nodes(of value: JSONValue) -> [JSONValue] {
    var nodes: [JSONValue] = []
    var waiting = [value]
    while let next = waiting.popLast(), nodes.count < mostNodes {
      switch next {
      case .array(let values): waiting += values.reversed()
      case .object:
        nodes.append(next)
        if let graph = next["@graph"] { waiting.append(graph) }
        if let entity = next["mainEntity"] { waiting.append(entity) }
      default: break
      }
    }
    return nodes
  }

  /// The form of a work of text; `nil` for other things, such as the page or the site.
  private static func form(of node: JSONValue) -> TextForm? {
    let types: [String] =
      switch node["@type"] {
      case .string(let name): [name]
      case .array(let names): names.compactMap(\.string)
      default: []
      }
    for type in types {
      let name = type.split(whereSeparator: { "/:".contains($0) }).last.map(String.init) ?? ""
      if let form = forms[name] { return TextForm(form: form) }
    }
    return nil
  }

  /// The form of a work of text, as far as its type tells.
  private struct TextForm { var form: WorkForm? }

  private static let forms: [String: WorkForm?] = [
    "Article": .article, "NewsArticle": .article, "BlogPosting": .article,
    "ScholarlyArticle": .article, "OpinionNewsArticle": .article, "TechArticle": .article,
    "SocialMediaPosting": .article, "Report": .document, "Book": .book, "Thesis": .thesis,
    "Chapter": .chapter, "CreativeWork": WorkForm?.none,
  ]

  /// Names of people: strings, objects with a name, or references to other nodes.
  private static func names(_ value: JSONValue?, _ nodes: [JSONValue]) -> [String] {
    switch value {
    case .string(let name): return [name]
    case .array(let values): return values.prefix(100).flatMap { names($0, []) + byID($0, nodes) }
    case .object:
      if let name = value?["name"]?.string { return [name] }
      if let family = value?["familyName"]?.string {
        return [value?["givenName"]?.string.map { "\(family), \($0)" } ?? family]
      }
      return value.map { byID($0, nodes) } ?? []
    default: return []
    }
  }

  private static func byID(_ value: JSONValue, _ nodes: [JSONValue]) -> [String] {
    guard value["name"] == nil, let id = value["@id"]?.string else { return [] }
    return nodes.first { $0["@id"]?.string == id && $0["name"] != nil }?["name"]?.string
      .map { [$0] } ?? []
  }
}

extension JSONValue {
  fileprivate var string: String? {
    switch self {
    case .string(let text): text.trimmed.isEmpty ? nil : text.trimmed
    case .integer(let number): String(number)
    default: nil
    }
  }
}
