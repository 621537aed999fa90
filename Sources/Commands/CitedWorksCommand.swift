// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Cataloguing
import CitedWorks
import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

/// The command `pamphlet works cited`.
struct CitedWorksCommand: ParsableCommand {
  /// How the works are ordered.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case work, text, year
  }

  static let configuration = CommandConfiguration(
    commandName: "cited",
    abstract: "Lists the works that are cited: by the catalogue and by the texts, and whether held."
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @Option(help: "work: the most cited first; text: each text with what it cites; year.")
  var by = Order.work
  @Option(help: "At most so many works, or texts.") var limit: Int?
  @Flag(help: "One JSON object for each work, or each text, a line each.") var jsonl = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("A limit is 0 or more.") }
  }

  func run() throws {
    let list = try list()
    if list.withoutTitle > 0 {
      Messages.write("\(list.withoutTitle) references name an author and no title.")
    }
    let items = list.items()
    guard !items.isEmpty else {
      Messages.write("No reference to a work is known.")
      throw ExitCode(1)
    }
    switch by {
    case .work: show(items.map { CitedWorkAnswer($0) })
    case .year:
      show(
        items.map { CitedWorkAnswer($0) }.enumerated().sorted { one, other in
          (one.element.year ?? .max, one.offset) < (other.element.year ?? .max, other.offset)
        }.map(\.element))
    case .text:
      for (text, cites) in CitedWorkList.byCitingWork(items).prefix(limit ?? .max) {
        let cites = cites.map { (CitedWorkAnswer($0.item), $0.references) }
        if jsonl {
          Output.json(CitingText(text, cites: cites).json)
        } else {
          print(Self.lines(text, cites))
        }
      }
    }
  }

  /// What the texts of the index cite, and what the catalogue says of it.
  private func list() throws -> CitedWorkList {
    var list = CitedWorkList(try catalogue.catalogue())
    let searcher = try index.searcher()
    try searcher.forEachWork { (work) throws(IndexError) in
      list.add(work)
      try searcher.forEachPassage(of: work) { passage in
        for reference in passage.references { list.add(reference, citedBy: work.id) }
      }
    }
    return list
  }

  private func show(_ works: [CitedWorkAnswer]) {
    for work in works.prefix(limit ?? .max) {
      if jsonl { Output.json(work.json) } else { print(work.text) }
    }
  }

  private static func lines(_ text: String, _ cites: [(CitedWorkAnswer, Int)]) -> String {
    ([text]
      + cites.map { work, count in
        "    \(count) × \(work.name)" + work.held.map { "; held as \($0)" }.joined()
      }).joined(separator: "\n")
  }
}

extension CitedWorkAnswer {
  /// What the catalogue and the texts say of a work.
  init(_ item: CitedWorkList.Item) {
    self.init()
    if let entry = item.entry { add(entry) }
    if let cited = item.cited { add(cited) }
    citing = item.citing.map { ($0.work, $0.references) }
    held = item.held
  }

  private mutating func add(_ entry: CatalogueEntry) {
    authors = entry.authors
    title = entry.title
    year = entry.year
    container = entry.container
    mentions = entry.mentions.map { ($0.by, $0.pages, $0.note, $0.through) }
    url = entry.url
    rights = entry.rights
  }

  /// Adds what texts say; what the catalogue says stays.
  private mutating func add(_ work: CitedWork) {
    if authors.isEmpty { authors = work.authors }
    title = title ?? work.title
    year = year ?? work.edition
    container = container ?? work.container
    references = work.references
    through = work.through.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0, $1) }
    variants = work.variants.map { ($0.text, $0.references, $0.rule.rawValue) }
    editions = work.editions.sorted { $0.key < $1.key }.map { ($0, $1) }
    volumes = work.volumes.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
      .map { ($0, $1) }
  }

  /// Author, title and year.
  var name: String {
    (authors + [title].compactMap(\.self)).joined(separator: ", ")
      + (year.map { " (\($0))" } ?? "")
  }

  /// For people.
  var text: String {
    var lines = [name]
    for mention in mentions {
      var line = "    cited in \(mention.by)"
      if let pages = mention.pages { line += ", its pages \(pages)" }
      if let note = mention.note { line += ", note \(note)" }
      if let through = mention.through { line += ", through \(through)" }
      lines.append(line)
    }
    if references > 0 {
      let texts = citing.prefix(5).map { "\($0.0) (\($0.1))" }.joined(separator: ", ")
      let others = citing.count > 5 ? " and \(citing.count - 5) others" : ""
      lines.append("    \(references) references in \(texts)\(others)")
    }
    lines += through.prefix(5).map { "    through \($0.0) (\($0.1))" }
    if let container { lines.append("    in \(container)") }
    if editions.count > 1 {
      lines.append("    editions \(editions.map { String($0.0) }.joined(separator: ", "))")
    }
    if !volumes.isEmpty {
      lines.append("    volumes \(volumes.map(\.0).joined(separator: ", "))")
    }
    if variants.count > 1 {
      lines += variants.map { "    as “\($0.text)” (\($0.references), \($0.rule))" }
    }
    lines += held.map { "    held as \($0)" }
    if held.isEmpty { lines.append("    not held" + (url.map { "; its text: \($0)" } ?? "")) }
    if let rights { lines.append("    \(rights)") }
    return lines.joined(separator: "\n")
  }
}
