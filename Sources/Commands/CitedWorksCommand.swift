// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import ArgumentParser
import Cataloguing
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
    let works = try CitedWorks(catalogue: try catalogue.catalogue(), searcher: try index.searcher())
    if works.withoutTitle > 0 {
      Messages.write("\(works.withoutTitle) references name an author and no title.")
    }
    guard !works.all.isEmpty else {
      Messages.write("No reference to a work is known.")
      throw ExitCode(1)
    }
    switch by {
    case .work: show(works.all)
    case .year:
      show(
        works.all.enumerated().sorted { one, other in
          (one.element.year ?? .max, one.offset) < (other.element.year ?? .max, other.offset)
        }.map(\.element))
    case .text:
      for (text, cites) in works.byText.prefix(limit ?? .max) {
        if jsonl {
          Output.json(citingTextJSON(text, cites: cites))
        } else {
          print(Self.lines(text, cites))
        }
      }
    }
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

/// The works that the catalogue or the texts cite.
struct CitedWorks {
  /// All of them: the most cited first, last those that only the catalogue knows.
  private(set) var all: [CitedWorkAnswer]
  /// How many references name no title.
  let withoutTitle: Int

  /// Each text with the works that it cites, the most cited first.
  var byText: [(String, [(CitedWorkAnswer, Int)])] {
    var texts: [String: [(CitedWorkAnswer, Int)]] = [:]
    for work in all {
      for (text, count) in work.citing { texts[text, default: []].append((work, count)) }
    }
    return texts.sorted { $0.key < $1.key }.map { text, cites in
      let order = cites.enumerated().sorted {
        ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
      }
      return (text, order.map(\.element))
    }
  }

  init(catalogue: Catalogue, searcher: Searcher) throws {
    var held: [Int: Set<String>] = [:]
    var gatherer = CitedWorkGatherer()
    try searcher.forEachWork { (work) throws(IndexError) in
      if let entry = catalogue.entry(for: work.metadata) {
        held[entry.line, default: []].insert(work.id)
      }
      try searcher.forEachPassage(of: work) { passage in
        for reference in passage.references { gatherer.add(reference, citedBy: work.id) }
      }
    }
    withoutTitle = gatherer.withoutTitle
    var known: Set<Int> = []
    all = []
    for (work, entry) in catalogue.join(gatherer.works()) {
      if let entry { known.insert(entry.line) }
      var answer = CitedWorkAnswer(entry)
      answer.add(work)
      answer.held = work.held.union(entry.flatMap { held[$0.line] } ?? []).sorted()
      all.append(answer)
    }
    all = all.enumerated().sorted {
      ($1.element.references, $0.offset) < ($0.element.references, $1.offset)
    }.map(\.element)
    for entry in catalogue.entries where !entry.mentions.isEmpty && !known.contains(entry.line) {
      var answer = CitedWorkAnswer(entry)
      answer.held = (held[entry.line] ?? []).sorted()
      all.append(answer)
    }
  }
}

extension CitedWorkAnswer {
  /// What the catalogue says.
  init(_ entry: CatalogueEntry?) {
    self.init()
    guard let entry else { return }
    authors = entry.authors
    title = entry.title
    year = entry.year
    container = entry.container
    mentions = entry.mentions.map { ($0.by, $0.pages, $0.note, $0.through) }
    url = entry.url
    rights = entry.rights
  }

  /// Adds what texts say; what the catalogue says stays.
  mutating func add(_ work: CitedWork) {
    if authors.isEmpty { authors = work.authors }
    title = title ?? work.title
    year = year ?? work.edition
    container = container ?? work.container
    references = work.references
    citing = work.citing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0, $1) }
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
