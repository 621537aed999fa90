// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import IndexSchema
import QueryLanguage
import XapianStore
import PassageSearch
import SearchAPI

/// The command `pamphlet search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds ranked passages.",
    discussion:
      "`pamphlet query` explains the query language. `-` reads the query from standard input."
  )

  @OptionGroup var index: IndexOption
  @Argument(parsing: .allUnrecognized, help: "Words, \"phrases\", -words, field:value.") var query:
    [String] = []
  // No short names: `-lenin` leaves a word out.
  @Option(help: "How many passages.") var limit = 10
  @Option(help: "How many passages to leave out at the beginning.") var offset = 0
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup(title: "Results") var results: ResultOptions
  @Option(help: "Fields to be counted, divided by commas: author,year,work.") var facets: String?
  @Flag(help: "Only the best passage of each work.") var groupByWork = false
  @Option(help: "How long the search may take, in seconds.") var deadline = Deadline.usualSeconds
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
    if !(0.01...3_600).contains(deadline) {
      throw ValidationError("--deadline is from 0.01 to 3600 seconds.")
    }
  }

  func run() throws {
    try UnknownName.refuse(in: query)
    let text = Self.query(query, readInput: { Self.wholeInput() })
    var request = SearchRequest(text, filters: filters.filters, offset: offset, limit: limit)
    request.facets = facets.map { $0.split(separator: ",").map(String.init) } ?? []
    request.groupByWork = groupByWork
    request.order = results.searchOrder ?? .relevance
    request.like = results.like
    request.explains = results.explain
    let searcher = try index.searcher()
    if results.kwic { return try concordance(request, on: searcher) }
    let start = ContinuousClock.now
    let found = try Self.asking(request.query) { () throws(IndexError) in
      try searcher.search(request, until: Deadline(.seconds(deadline)))
    }
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    if json {
      Output.json(searchJSON(found, request: request, tookMilliseconds: took))
    } else if jsonl {
      for hit in found.hits {
        Output.json(passageJSON(hit.passage, of: hit.work, hit: hit, in: request))
      }
    } else {
      show(found)
    }
    if found.hits.isEmpty {
      try searcher.sayUnknownWorks(filters.work)
      throw ExitCode(1)
    }
  }

  private func concordance(_ request: SearchRequest, on searcher: Searcher) throws {
    let start = ContinuousClock.now
    let order = results.concordanceOrder ?? .right
    let terminal = Terminal()
    let found = try Self.asking(request.query) { () throws(IndexError) in
      try searcher.concordance(
        request, order: order, context: terminal.width, until: Deadline(.seconds(deadline)))
    }
    if json {
      let took = (ContinuousClock.now - start) / .milliseconds(1)
      Output.json(concordanceJSON(found, next: nil, tookMilliseconds: took))
    } else {
      say(found.query)
      Pager.show(ConcordanceRendering(terminal: terminal).lines(found.lines), on: terminal)
      Messages.write(
        "\(found.total) \(found.total == 1 ? "line" : "lines") in \(found.passages) passages.")
    }
    if found.lines.isEmpty { throw ExitCode(1) }
  }

  /// Asks the index; an error of the query knows the query in which it has its place.
  private static func asking<Answer>(
    _ query: String, _ question: () throws(IndexError) -> Answer
  ) throws -> Answer {
    do throws(IndexError) {
      return try question()
    } catch {
      if error.code == .invalidQuery { throw QueryFailure(error: error, query: query) }
      throw error
    }
  }

  /// The query: an argument that holds spaces was a phrase to the shell and is none to us, unless it
  /// has quotation marks of its own.
  static func query(_ arguments: [String], readInput: () -> String) -> String {
    if arguments == ["-"] { return readInput() }
    var words = arguments
    if let end = words.firstIndex(of: "--") { words.remove(at: end) }
    return words.joined(separator: " ")
  }

  /// All lines of standard input: a quotation may have been pasted with its line ends.
  private static func wholeInput() -> String {
    var lines: [String] = []
    while let line = readLine(strippingNewline: true), lines.count < 1_000 { lines.append(line) }
    return lines.joined(separator: "\n")
  }

  private func say(_ query: InterpretedQuery) {
    for warning in query.warnings { Messages.write("Note: \(warning.message)") }
    if let suggestion = query.suggestion { Messages.write("Did you mean: \(suggestion)") }
  }

  private func show(_ results: SearchResults) {
    let terminal = Terminal()
    say(results.query)
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
