// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import PassageIndex
import SearchAPI

/// The command `pamphlet works cited`.
struct CitedWorksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cited",
    abstract: "Lists the works that are cited: by the catalogue and by the texts, and whether held."
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @Flag(help: "One JSON object for each work, a line each.") var jsonl = false

  func run() async throws {
    let works = try CitedWorks(catalogue: try catalogue.catalogue(), searcher: try index.searcher())
    guard !works.all.isEmpty else {
      Messages.write("No reference to a work is known.")
      throw ExitCode(1)
    }
    for work in works.all { print(jsonl ? work.json : work.text) }
  }
}

/// The works that the catalogue or the texts cite.
struct CitedWorks {
  /// One of them.
  struct CitedWork {
    var authors: [String]
    var title: String?
    var year: Int?
    var mentions: [CatalogueEntry.Mention] = []
    var references = 0
    var citing: Set<String> = []
    var held: [String] = []
    var url: String?
    var rights: String?
  }

  /// All of them: those of the catalogue in its order, then the others, the most cited first.
  private(set) var all: [CitedWork]

  init(catalogue: Catalogue, searcher: Searcher) throws {
    var held: [Int: [String]] = [:]
    var counts: [NamedSource: (references: Int, works: Set<String>)] = [:]
    try searcher.forEachWork { (work) throws(IndexError) in
      if let entry = catalogue.entry(for: work.metadata) {
        held[entry.line, default: []].append(work.id)
      }
      try searcher.forEachPassage(of: work) { passage in
        for reference in passage.references {
          var source = reference.source
          source.pages = nil
          counts[source, default: (0, [])].references += 1
          counts[source]?.works.insert(work.id)
        }
      }
    }
    all = catalogue.entries.filter { !$0.mentions.isEmpty }.map { entry in
      CitedWork(
        authors: entry.authors, title: entry.title, year: entry.year, mentions: entry.mentions,
        held: held[entry.line] ?? [], url: entry.url, rights: entry.rights)
    }
    for (source, count) in counts.sorted(by: { $0.value.references > $1.value.references }) {
      all.append(
        CitedWork(
          authors: source.authors, title: source.title, year: source.year,
          references: count.references, citing: count.works,
          held: source.work.map { [$0] } ?? []))
    }
  }
}

extension CitedWorks.CitedWork {
  /// For people.
  var text: String {
    let name = (authors + [title].compactMap(\.self)).joined(separator: ", ")
    var lines = [name + (year.map { " (\($0))" } ?? "")]
    for mention in mentions {
      var line = "    cited in \(mention.by)"
      if let pages = mention.pages { line += ", its pages \(pages)" }
      if let note = mention.note { line += ", note \(note)" }
      if let through = mention.through { line += ", through \(through)" }
      lines.append(line)
    }
    if references > 0 {
      lines.append("    \(references) references in \(citing.sorted().joined(separator: ", "))")
    }
    lines += held.map { "    held as \($0)" }
    if held.isEmpty {
      lines.append("    not held" + (url.map { "; its text: \($0)" } ?? ""))
    }
    if let rights { lines.append("    \(rights)") }
    return lines.joined(separator: "\n")
  }

  /// As a line of JSON.
  var json: String {
    citedWorkJSON(
      authors: authors, title: title, year: year, references: references,
      mentions: mentions.map { (by: $0.by, pages: $0.pages, note: $0.note, through: $0.through) },
      citing: citing.sorted(), held: held, url: url)
  }
}
