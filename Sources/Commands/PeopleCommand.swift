// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import ArgumentParser
import People
import PassageSearch
import SearchAPI

/// The command `pamphlet people`.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract:
      "Lists the people of the library, with every form of their names and why it is theirs.",
    discussion: """
      People are the authors, editors and translators of works, the speakers of quotations and the \
      authors of cited works. Names are of one person if the catalogue says so, if they are the same, \
      if initials fit only one full name, or if they are translations or transliterations of each \
      other; never by the family name alone if two people bear it. `speaker:` finds all forms.
      """
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Words of a name; all people if there are none.") var name: [String] = []
  @Option(help: "At most so many people.") var limit: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("A limit is 0 or more.") }
  }

  func run() throws {
    let searcher = try index.searcher()
    let wanted = name.joined(separator: " ")
    let people = try searcher.people(named: name.isEmpty ? nil : wanted)
    let page = Array(people.prefix(limit ?? .max))
    if json {
      Output.json(PeopleAnswer(page, total: people.count).json)
    } else {
      for person in page { print(Self.lines(person)) }
    }
    guard people.isEmpty else { return }
    if name.isEmpty {
      Messages.write("No name of a person is known.")
    } else {
      let near = try searcher.nearestPerson(to: wanted).map { "; did you mean “\($0)”?" } ?? "."
      Messages.write("Nobody is called “\(wanted)”\(near)")
    }
    throw ExitCode(1)
  }

  /// A person in a line, and each other form of the name in one below.
  static func lines(_ person: LibraryPerson) -> String {
    let remark = person.isSingleName ? " (one name, perhaps of several people)" : ""
    var lines = ["\(person.name)\(remark): \(text(person.counts))"]
    for form in person.forms.dropFirst() {
      let like = form.like.map { ", like “\($0)”" } ?? ""
      let places = form.counts.total == 0 ? "in no text" : text(form.counts)
      lines.append("    “\(form.text)” (\(form.rule.rawValue)\(like)): \(places)")
      if !form.works.isEmpty {
        let others = form.workCount - form.works.count
        lines.append(
          "        in \(form.works.joined(separator: ", "))"
            + (others > 0 ? " and \(others) others" : ""))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func text(_ counts: NameCounts) -> String {
    [
      (counts.author, "author of %"), (counts.editor, "editor of %"),
      (counts.translator, "translator of %"), (counts.speaker, "quoted %×"),
      (counts.cited, "cited %×"),
    ].filter { $0.0 > 0 }.map { count, text in
      text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(count)")
    }.joined(separator: ", ")
  }
}
