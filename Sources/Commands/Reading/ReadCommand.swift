// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Corpus
import PassageSearch
import SearchAPI

/// The command `pamphlet read`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Prints a text from a passage to the end of its chapter, with its apparatus."
  )

  @OptionGroup var index: IndexOption
  @Argument(
    help: "Id of a passage or a work, or `@` and a number of the last search; where to begin.")
  var id: String
  @Option(help: "At most so many passages.") var limit: Int?
  @Flag(help: "Print JSON, the whole chapter, as the daemon gives it.") var json = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let searcher = try index.searcher()
    let named = try LastResults().id(id)
    let start: Int
    let divided: DividedWork
    if let whole = try searcher.dividedWork(named) {
      (divided, start) = (whole, 0)
    } else {
      let (passage, work) = try searcher.find(named)
      (divided, start) = (try searcher.divided(work.id), passage.ordinal)
    }
    guard let number = divided.chapter(at: start) else {
      Messages.write("“\(divided.work.displayTitle)” has no passages.")
      throw ExitCode(1)
    }
    let chapter = divided.chapters[number]
    if json {
      let all = try searcher.passages(ofWork: divided.work.id, ordinals: chapter.ordinals)
      return Output.json(ChapterAnswer(divided, index: number, passages: all).json)
    }
    let end = min(chapter.ordinals.upperBound, limit.map { start + $0 } ?? .max)
    let passages = try searcher.passages(ofWork: divided.work.id, ordinals: start..<end)
    let terminal = Terminal()
    Pager.show(
      ReadingRendering(terminal: terminal).text(passages, of: divided.work), on: terminal)
    let next = try searcher.passages(ofWork: divided.work.id, ordinals: end..<(end + 1)).first
    if let next { Messages.write("Read on: pamphlet read \(next.id)") }
  }
}
