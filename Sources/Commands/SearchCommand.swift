// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import PassageIndex
import SearchAPI

/// The command `pamphlet search`.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds ranked passages.",
    discussion:
      "`pamphlet query` explains the query language. `-` reads the query from standard input."
  )

  @OptionGroup var index: IndexOption
  @Argument(parsing: .allUnrecognized, help: "Words, \"phrases\", -words, field:value.") var query:
    [String] = []
  @Option(name: .shortAndLong, help: "How many passages.") var limit = 10
  @Option(help: "How many passages to leave out at the beginning.") var offset = 0
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @Option(help: "Fields to be counted, divided by commas: author,year,work.") var facets: String?
  @Flag(help: "Only the best passage of each work.") var groupByWork = false
  @Flag(help: "One JSON object, as the daemon gives it.") var json = false
  @Flag(help: "One JSON object for each passage, a line each.") var jsonl = false

  func validate() throws {
    if json && jsonl { throw ValidationError("Either --json or --jsonl.") }
    if !(0...SearchLimits.limit).contains(limit) {
      throw ValidationError("--limit is from 0 to \(SearchLimits.limit).")
    }
    if !(0...SearchLimits.offset).contains(offset) {
      throw ValidationError("--offset is from 0 to \(SearchLimits.offset).")
    }
  }

  func run() async throws {
    let text = Self.query(query, readInput: { readLine(strippingNewline: true) ?? "" })
    var request = SearchRequest(text, filters: filters.filters, offset: offset, limit: limit)
    request.facets = facets.map { $0.split(separator: ",").map(String.init) } ?? []
    request.groupByWork = groupByWork
    let searcher = try index.searcher()
    let start = ContinuousClock.now
    let results = try Self.run(request, on: searcher)
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    if json {
      print(searchJSON(results, request: request, tookMilliseconds: took))
    } else if jsonl {
      for hit in results.hits { print(passageJSON(hit.passage, of: hit.work, hit: hit)) }
    } else {
      show(results)
    }
    if results.hits.isEmpty { throw ExitCode(1) }
  }

  private static func run(
    _ request: SearchRequest, on searcher: Searcher
  ) throws -> SearchResults {
    do throws(IndexError) {
      return try searcher.search(request)
    } catch {
      if error.code == .invalidQuery { throw QueryFailure(error: error, query: request.query) }
      throw error
    }
  }

  /// The query: an argument that holds spaces was a phrase to the shell and is none to us, unless it
  /// has quotation marks of its own.
  static func query(_ arguments: [String], readInput: () -> String) -> String {
    arguments == ["-"] ? readInput() : arguments.joined(separator: " ")
  }

  private func show(_ results: SearchResults) {
    let terminal = Terminal()
    for warning in results.query.warnings { Messages.write("Note: \(warning.message)") }
    if let suggestion = results.query.suggestion { Messages.write("Did you mean: \(suggestion)") }
    guard !results.hits.isEmpty else {
      Messages.write(
        results.total == 0 ? "Nothing found." : "There are only \(results.total) passages."
      )
      return
    }
    let rendering = PassageRendering(terminal: terminal)
    var text = ""
    for (number, hit) in results.hits.enumerated() {
      text += rendering.hit(hit, number: offset + number + 1) + "\n"
    }
    for field in Schema.fields {
      guard let counts = results.facets[field.name], !counts.isEmpty else { continue }
      text += "\(field.name):\n"
      for count in counts.prefix(20) {
        text += "  \(count.value)  \(count.passages) in \(count.works) works\n"
      }
    }
    Pager.show(text, on: terminal)
    let count = results.totalIsEstimate ? "about \(results.total)" : "\(results.total)"
    Messages.write("\(count) \(results.total == 1 ? "passage" : "passages").")
  }
}
