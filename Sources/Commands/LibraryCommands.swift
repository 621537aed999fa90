// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Corpus
import Ingestion
import PassageIndex
import SearchAPI

/// The command `pamphlet works`.
struct WorksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: "Lists the works held, or those cited in them.",
    subcommands: [HeldCommand.self, CitedWorksCommand.self],
    defaultSubcommand: HeldCommand.self
  )

  /// The command `pamphlet works`.
  struct HeldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "held",
      abstract: "Lists the works held, with counts."
    )

    @OptionGroup var index: IndexOption
    @Flag(help: "One JSON object for each work, a line each.") var jsonl = false

    func run() throws {
      var count = 0
      try index.searcher().forEachWork { work in
        count += 1
        if jsonl { Output.json(workJSON(work)) } else { print(Self.line(work)) }
      }
      if count == 0 { throw ExitCode(1) }
    }

    /// A work for people.
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
    abstract: "Takes works out of the index; their files stay."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "The ids of works, as `pamphlet works` lists them.") var works: [String]
  @Flag(help: "Wait for another writer.") var wait = false

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
    abstract: "Counts what the index holds."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let statistics = try index.searcher().statistics()
    if json { return Output.json(statisticsJSON(statistics)) }
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
