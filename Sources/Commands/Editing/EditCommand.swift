// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import FoundationEssentials
import IndexSchema
import Ingestion
import PassageSearch
import SearchAPI

/// The command `pamphlet edit`.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Corrects what is known of a work; without facts, lists your corrections of it.",
    discussion: """
      What you state goes before the file and the catalogue. It is kept in a file of yours, apart from \
      the index, and holds for every index with that text, also after --rebuild and --prune. The index \
      takes it in at once. If author, year or title change, the work gets a new id, and the old one \
      leads to it.
      """
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var catalogue: CatalogueOption
  @OptionGroup var edits: EditsOption
  @Argument(help: "Id of a work, or of a passage in it.") var work: String
  @OptionGroup(title: "Facts") var facts: EditedFacts
  @Flag(help: "Take back your last edit of the work.") var undo = false
  @Flag(help: "With --undo: take back all your edits of the work.") var all = false
  @Flag(help: "Wait while another process writes to the index.") var wait = false

  func validate() throws {
    if undo, !facts.isEmpty { throw ValidationError("--undo takes no facts.") }
    if all, !undo { throw ValidationError("--all goes with --undo.") }
    if !undo, facts.isEmpty, facts.note != nil {
      throw ValidationError("--note remarks on facts; state one.")
    }
    var entry = CatalogueEntry()
    try facts.state(in: &entry)
  }

  func run() throws {
    let searcher = try index.searcher()
    let held = try find(in: searcher)
    let file = try edits.file()
    if undo { return try takeBack(held, in: file) }
    if facts.isEmpty { return try list(held, in: file) }
    var entry = CatalogueEntry(editOf: held)
    try facts.state(in: &entry)
    try stating { () throws(CatalogueFault) in try file.add(entry) }
    try apply(to: held, "Written to \(file.path).")
  }

  private func find(in searcher: Searcher) throws -> Work {
    let typed = try LastResults().id(work)
    let name = typed.prefix { $0 != "@" }
    if let held = try searcher.work(String(name)) { return held }
    if let slash = name.lastIndex(of: "/"), let held = try searcher.work(String(name[..<slash])) {
      return held
    }
    let near = try searcher.nearestWork(to: String(name.prefix { $0 != "/" }))
    Messages.write("There is no work “\(work)”" + Searcher.suggestion(near))
    throw ExitCode(1)
  }

  private func takeBack(_ held: Work, in file: EditsFile) throws {
    var chosen: [CatalogueEntry] = []
    try stating { () throws(CatalogueFault) in
      chosen = try file.remove { entries in
        let own = Self.edits(of: held, among: entries)
        return all ? own : Array(own.suffix(1))
      }
    }
    guard !chosen.isEmpty else {
      Messages.write("There is no edit of \(held.id) in \(file.path).")
      throw ExitCode(1)
    }
    try apply(to: held, "Taken back \(Self.count(chosen)) from \(file.path).")
  }

  private func list(_ held: Work, in file: EditsFile) throws {
    let own = Self.edits(of: held, among: try edits.entries())
    print(held.id)
    for entry in own {
      print("  \(entry.date ?? "without a date"), line \(entry.line)")
      for fact in entry.facts { print("    \(fact)") }
      if let note = entry.note { print("    note: \(note)") }
    }
    Messages.write("\(Self.count(own)) of this work in \(file.path).")
  }

  /// The edits that name a work, the latest last.
  private static func edits(of work: Work, among entries: [CatalogueEntry]) -> [CatalogueEntry] {
    Catalogue(edits: entries).entries(
      naming: PlacedText(work), fileExists: { FileManager.default.fileExists(atPath: $0) })
  }

  private static func count(_ entries: [CatalogueEntry]) -> String {
    entries.count == 1 ? "1 edit" : "\(entries.count) edits"
  }

  /// Gives the work its facts in the index, and says what has changed.
  private func apply(to held: Work, _ done: String) throws {
    let statements = try catalogue.catalogue().with(edits: try edits.entries())
    let changed: Work?
    do throws(IndexError) {
      changed = try correct(
        work: held.id, index: try resolvedIndex(), catalogue: statements,
        lockTimeout: wait ? nil : 0)
    } catch {
      Messages.write(done)
      Messages.write(
        "The index was not changed: \(error.message) The next `pamphlet index` of the file takes it in."
      )
      return
    }
    Messages.write(done)
    guard let changed else { return }
    let lines = FactChanges(from: held, to: changed).lines
    print(changed.id)
    for line in lines { print("  \(line)") }
    if lines.isEmpty { Messages.write("No fact has another value than before.") }
    if changed.id != held.id {
      Messages.write("The work was \(held.id); that id and its passages’ ids lead to the new one.")
    }
  }

  private func resolvedIndex() throws(IndexError) -> String {
    do {
      return try index.resolved()
    } catch { throw IndexError(.invalidArgument, "\(error)") }
  }

  private func stating(_ change: () throws(CatalogueFault) -> Void) throws {
    do throws(CatalogueFault) {
      try change()
    } catch {
      throw CommandFailure(error.description, hint: "Nothing was changed.")
    }
  }
}
