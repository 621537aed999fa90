// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Corpus
import Ingestion
import PassageSearch
import SearchAPI

/// The command `pamphlet works`.
struct WorksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: "Lists the works in the index, or the works cited in them.",
    subcommands: [HeldCommand.self, CitedWorksCommand.self],
    defaultSubcommand: HeldCommand.self
  )

  /// The command `pamphlet works`.
  struct HeldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "held",
      abstract: "Lists the works in the index, with counts."
    )

    @OptionGroup var index: IndexOption
    @Flag(help: "Print one JSON object per line, one for each work.") var jsonl = false

    func run() throws {
      var count = 0
      try index.searcher().forEachWork { work in
        count += 1
        if jsonl { Output.json(work.json) } else { print(Self.line(work)) }
      }
      if count == 0 { throw ExitCode(1) }
    }

    /// A work in two lines, for people.
    static func line(_ work: Work) -> String {
      let authors = work.authorNames.isEmpty ? "" : work.authorNames.joined(separator: ", ") + ", "
      let year = work.metadata.year.map { " (\($0.value))" } ?? ""
      let pages = work.pageCount > 0 ? ", \(work.pageCount) pages" : ""
      return "\(authors)\(work.displayTitle)\(year): \(work.passageCount) passages, "
        + "\(work.wordCount) words\(pages)\n    \(work.id)"
    }
  }
}

/// The command `pamphlet remove`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes works from the index; their files stay."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Ids of works, as `pamphlet works` lists them.") var works: [String]
  @Flag(help: "Wait while another process writes to the index.") var wait = false

  func run() throws {
    let missing = try remove(
      works: works,
      index: try index.resolved(),
      lockTimeout: wait ? nil : 0
    )
    if !missing.isEmpty { try index.searcher().sayUnknownWorks(missing) }
    if missing.count == works.count { throw ExitCode(1) }
    Messages.write("\(works.count - missing.count) works removed.")
    if !missing.isEmpty { throw ExitCode(1) }
  }
}

/// The command `pamphlet stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Prints the size of the index: works, passages, words, pages."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let statistics = try index.searcher().statistics()
    if json { return Output.json(statistics.json) }
    print("works      \(statistics.works)")
    print("passages   \(statistics.passages)")
    for kind in Passage.Kind.allCases {
      if let count = statistics.kinds[kind], count > 0 { print("  \(kind.rawValue)  \(count)") }
    }
    print("words      \(statistics.words)")
    print("pages      \(statistics.pages)")
    let languages = statistics.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    print(
      "languages  "
        + languages.map { "\($0.key.isEmpty ? "unknown" : $0.key) \($0.value)" }.joined(
          separator: ", "
        )
    )
    print("size       \(statistics.bytes / 1_000_000) MB")
    print("revision   \(statistics.revision)")
  }
}
