// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Corpus
import IndexSchema
import PassageSearch
import QueryLanguage
import SearchAPI
import XapianStore

/// The command `pamphlet search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds ranked passages.",
    discussion:
      "`pamphlet query` explains the query language. `-` reads the query from standard input."
  )

  @OptionGroup var index: IndexOption
  @Argument(parsing: .allUnrecognized, help: .parameter("q")) var query: [String] = []
  // No short names: `-lenin` leaves a word out.
  @Option(help: .parameter("limit")) var limit = SearchRequest.blank.limit
  @Option(help: .parameter("offset")) var offset = SearchRequest.blank.offset
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup(title: "Results") var results: ResultOptions
  @Option(help: "Seconds the search may take, from 0.01 to 3600.")
  var deadline = Deadline.usualSeconds
  @Flag(help: "One JSON object, as the daemon gives it.") var json = false
  @Flag(help: "One JSON object for each passage, a line each.") var jsonl = false

  func validate() throws {
    if json && jsonl { throw ValidationError("Either --json or --jsonl.") }
    if !(0.01...3_600).contains(deadline) {
      throw ValidationError("--deadline is from 0.01 to 3600 seconds.")
    }
  }

  /// What is asked, as the parameters of the API.
  private func parameters(query: String) -> Parameters {
    [("q", query), ("limit", String(limit)), ("offset", String(offset))] + filters.parameters
      + results.parameters
  }

  func run() throws {
    try UnknownName.refuse(in: query)
    let text = Self.query(query, readInput: { Self.wholeInput() })
    let request = try SearchRequest.table.request(parameters(query: text))
    let searcher = try index.searcher()
    if results.kwic { return try concordance(request, on: searcher) }
    let start = ContinuousClock.now
    let found = try Self.asking(request.query) { () throws(IndexError) in
      try searcher.search(request, until: Deadline(.seconds(deadline)))
    }
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    if json {
      Output.json(SearchAnswer(found, to: request, milliseconds: took).json)
    } else if jsonl {
      for hit in found.hits { Output.json(PassageAnswer(hit, in: request).json) }
    } else {
      show(found)
    }
    LastResults().keep(found.hits.map(\.passage.id), from: offset + 1)
    try end(found: found.hits.count, of: found.total, on: searcher)
  }

  /// Ends with status 1 if nothing was found; where nothing was asked for, a total is enough.
  private func end(found: Int, of total: Int, on searcher: Searcher) throws {
    if found > 0 || limit == 0 && total > 0 { return }
    try searcher.sayUnknownWorks(filters.work)
    throw ExitCode(1)
  }

  private func concordance(_ request: SearchRequest, on searcher: Searcher) throws {
    let start = ContinuousClock.now
    let order = try results.concordanceOrder()
    let terminal = Terminal()
    let found = try Self.asking(request.query) { () throws(IndexError) in
      try searcher.concordance(
        request, order: order, context: terminal.width, until: Deadline(.seconds(deadline)))
    }
    if json {
      let took = (ContinuousClock.now - start) / .milliseconds(1)
      Output.json(ConcordanceAnswer(found, milliseconds: took).json)
    } else {
      say(found.query)
      Pager.show(ConcordanceRendering(terminal: terminal).lines(found.lines), on: terminal)
      Messages.write(
        "\(found.total) \(found.total == 1 ? "line" : "lines") in \(found.passages) passages.")
    }
    try end(found: found.lines.count, of: found.total, on: searcher)
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
    guard !results.hits.isEmpty || limit == 0 && results.total > 0 else {
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
    if !text.isEmpty { Pager.show(text, on: terminal) }
    let count = results.totalIsEstimate ? "about \(results.total)" : "\(results.total)"
    Messages.write("\(count) \(results.total == 1 ? "passage" : "passages").")
  }
}
