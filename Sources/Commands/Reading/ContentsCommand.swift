// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import Corpus
import PassageSearch
import SearchAPI

/// The command `pamphlet contents`.
struct ContentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contents",
    abstract: "Lists the headings of a work, with their pages and where to read on."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Id of a work or of a passage in it, or `@` and a number of the last search.")
  var work: String
  @Flag(help: "Print JSON, as the daemon gives it.") var json = false

  func run() throws {
    let searcher = try index.searcher()
    let divided = try searcher.divided(try LastResults().id(work))
    if json { return Output.json(ContentsAnswer(divided).json) }
    let terminal = Terminal()
    Pager.show(Self.lines(divided, width: terminal.width, on: terminal), on: terminal)
  }

  /// The title, and a line for each heading; the slices of a work that has none.
  static func lines(_ divided: DividedWork, width: Int, on terminal: Terminal) -> String {
    let work = divided.work
    let title = (work.authorNames + [work.displayTitle]).joined(separator: ", ")
    var lines = [
      TextStyle.bold.apply(Wrapping.lines(title, width: width, indent: 0), on: terminal)
    ]
    let entries: [(depth: Int, title: String, page: String?, label: String)] =
      divided.contents.headings.isEmpty
      ? divided.chapters.map { (0, $0.label, $0.page, $0.label) }
      : divided.contents.headings.map { ($0.depth, $0.title, $0.page, $0.label) }
    let labels = min(12, entries.map(\.label.count).max() ?? 0)
    for entry in entries {
      let indent = min(entry.depth * 2, width / 4)
      let place = entry.page.map { "p. \($0)" } ?? ""
      let text = Wrapping.lines(entry.title, width: width - labels - 9, indent: indent)
      var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let end = rows.removeLast()
      let room = max(1, width - labels - 8 - end.count)
      let label = String(repeating: " ", count: max(0, labels - entry.label.count)) + entry.label
      let page = String(repeating: " ", count: max(0, 7 - place.count)) + place
      rows.append(
        end + String(repeating: " ", count: room)
          + TextStyle.faint.apply("\(page) \(label)", on: terminal))
      lines += rows
    }
    lines.append(
      TextStyle.faint.apply("Read on: pamphlet read \(work.id)/LABEL", on: terminal))
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Searcher {
  /// The work with an id, or the one of a passage with it, with its contents.
  ///
  /// - Throws: `ExitCode(1)` if there is no such work, once that is said.
  func divided(_ id: String) throws -> DividedWork {
    if let divided = try dividedWork(id) { return divided }
    let work = String(id.prefix { $0 != "/" })
    if work != id, let divided = try dividedWork(work) { return divided }
    Messages.write("There is no work “\(id)”" + Self.suggestion(try nearestWork(to: work)))
    throw ExitCode(1)
  }
}
