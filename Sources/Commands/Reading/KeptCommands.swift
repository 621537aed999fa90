// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Citation
import CitationLists
import Corpus
import Glibc
import PassageSearch
import SearchAPI

/// The command `pamphlet keep`.
struct KeepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Keeps passages on a list, which `pamphlet kept` prints or takes to other programs."
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Ids of passages, or `@` and numbers of the last search.") var ids: [String]

  func run() throws {
    let searcher = try index.searcher()
    let list = KeptPassages()
    var kept = try list.ids()
    let before = kept.count
    for id in ids {
      let (passage, _) = try searcher.find(try LastResults().id(id))
      if !kept.contains(passage.id) { kept.append(passage.id) }
    }
    try list.write(kept)
    let added = kept.count - before
    Messages.write("\(added) kept, \(kept.count) on the list (\(list.path)).")
  }
}

/// The command `pamphlet kept`.
struct KeptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kept",
    abstract:
      "Prints the kept passages, or writes them for a word processor or a reference manager.",
    discussion: """
      For example `pamphlet kept --format docx >notes.docx`: the words with their references as \
      footnotes. The list stays until passages are removed.
      """
  )

  @OptionGroup var index: IndexOption
  @Option(
    help: ArgumentHelp(
      "Form: \(ListFormat.all.map(\.name).joined(separator: ", ")).", valueName: "form"),
    completion: .list(ListFormat.all.map(\.name)))
  var format: String?
  @Option(help: "Citation style.", completion: .list(CitationStyle.all.map(\.name)))
  var style = CitationStyle.all[0]
  @Option(help: "Take a passage off the list; repeatable.") var remove: [String] = []
  @Flag(help: "Take all passages off the list.") var clear = false

  func validate() throws {
    if let format, ListFormat(named: format) == nil {
      throw ValidationError(
        "There is no form “\(format)”. The forms are "
          + ListFormat.all.map(\.name).joined(separator: ", ") + ".")
    }
    if format == "docx", isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("A Word document is not for a terminal; write >notes.docx behind it.")
    }
  }

  func run() throws {
    let list = KeptPassages()
    var ids = try list.ids()
    if clear || !remove.isEmpty {
      let gone = try remove.map { try LastResults().id($0) }
      let before = ids.count
      ids.removeAll { clear || gone.contains($0) }
      try list.write(ids)
      return Messages.write("\(before - ids.count) removed, \(ids.count) on the list.")
    }
    guard !ids.isEmpty else {
      Messages.write("Nothing is kept. `pamphlet keep @3` keeps the third passage found last.")
      throw ExitCode(1)
    }
    try write(ids)
  }

  private func write(_ ids: [String]) throws {
    let searcher = try index.searcher()
    var items: [KeptItem] = []
    var missing = 0
    for id in ids {
      switch try searcher.resolve(id) {
      case .exact(let passage, let work), .moved(let passage, let work, _):
        items.append(KeptItem(passage, in: work))
      case .gone, .unknown:
        Messages.write("\(id) is not in this index.")
        missing += 1
      }
    }
    if let format = format.flatMap({ ListFormat(named: $0) }) {
      let bytes = format.bytes(
        of: CitationList(items, accessed: try Self.today()), style: style)
      Output.bytes(bytes)
    } else {
      for item in items {
        print(citation(of: item.passage, in: item.work, style: style))
        print("    " + item.passage.id)
      }
    }
    if missing > 0 || items.isEmpty { throw ExitCode(1) }
  }

  private static func today() throws -> AccessDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let date = AccessDate(
      year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let date else {
      throw CommandFailure("The date of this machine is not known.", hint: nil)
    }
    return date
  }
}
