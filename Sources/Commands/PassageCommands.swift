// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Citation
import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

extension Searcher {
  /// Finds the passage with an id or a number of the last search, wherever its words are now, and says so if they have moved.
  ///
  /// - Throws: `ExitCode(1)` if there is no such passage, once that is said.
  func find(_ typed: String) throws -> (Passage, Work) {
    let id = try LastResults().id(typed)
    switch try resolve(id) {
    case .exact(let passage, let work): return (passage, work)
    case .moved(let passage, let work, let from):
      Messages.write(
        from.contains("/")
          ? "\(from) has moved; it is now \(passage.id)."
          : "The words of \(from) are now in \(passage.label).")
      return (passage, work)
    case .gone(let work, let label):
      Messages.write("The words of \(label) are no longer in “\(work.displayTitle)”.")
      throw ExitCode(1)
    case .unknown:
      let near = try nearestPassage(to: id)
      Messages.write(
        near == nil
          ? "There is no passage “\(id)”. An id is a work and a label: work/p31."
          : "There is no passage “\(id)”" + Self.suggestion(near))
      throw ExitCode(1)
    }
  }
}

/// The command `pamphlet show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a passage in context, with its notes."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Id of a passage, or `@` and a number of the last search.") var id: String
  @Option(name: .shortAndLong, help: "Number of passages to show before and after it.")
  var context = 1
  @Flag(help: "Print the passage as JSON.") var json = false

  func validate() throws {
    if !(0...1_000).contains(context) { throw ValidationError("--context must be from 0 to 1000.") }
  }

  func run() throws {
    let searcher = try index.searcher()
    let (passage, work) = try searcher.find(id)
    if json {
      return Output.json(
        PassageAnswer(passage, of: work, place: try searcher.place(of: passage, in: work)).json)
    }
    let around = max(0, passage.ordinal - context)..<(passage.ordinal + context + 1)
    let near = try searcher.passages(ofWork: work.id, ordinals: around)
    let terminal = Terminal()
    Pager.show(
      PassageRendering(terminal: terminal).passage(passage, of: work, among: near),
      on: terminal
    )
  }
}

/// The command `pamphlet cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Prints a reference to a passage, or to a quotation in it."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Id of a passage, or `@` and a number of the last search.") var id: String
  @Option(
    help: "Citation style.",
    completion: .list(CitationStyle.all.map(\.name)))
  var style = CitationStyle.all[0]
  @Option(
    help: "Number of the quotation to cite, counted from 1 within the passage.")
  var quotation: Int?
  @Flag(help: "Print JSON, with a W3C text quote selector and a link to the words.")
  var json = false

  func validate() throws {
    if let quotation, quotation < 1 { throw ValidationError("--quotation must be 1 or more.") }
  }

  func run() throws {
    let searcher = try index.searcher()
    let (passage, work) = try searcher.find(id)
    if let quotation, quotation > passage.quotations.count {
      Messages.write(tooFewQuotations(in: passage))
      throw ExitCode(1)
    }
    let reference = try searcher.reference(
      to: passage, in: work, quotation: quotation, style: style)
    if json { Output.json(reference.json) } else { print(reference.citation) }
    if let remark = reference.remark { Messages.write(remark) }
  }
}

extension CitationStyle: ExpressibleByArgument {
  init?(argument: String) { self.init(named: argument) }

  var defaultValueDescription: String { name }
  static var allValueStrings: [String] { all.map(\.name) }
}

/// The command `pamphlet export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints all passages, one JSON object per line."
  )

  @OptionGroup var index: IndexOption
  @Flag(help: "Print JSON lines; the only format.") var jsonl = false

  func run() throws {
    let searcher = try index.searcher()
    try searcher.forEachWork { (work) throws(IndexError) in
      var isFirst = true
      try searcher.forEachPassage(of: work) { passage in
        Output.json(PassageAnswer(passage, of: work, carriesWork: isFirst).json)
        isFirst = false
      }
    }
  }
}
