// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Attribution
import Cataloguing
import Corpus
import PassageSearch

/// The command `pamphlet explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows where each fact about a passage was read, by which rule, stated or inferred.",
    discussion: """
      For each quotation it also shows who was weighed as its speaker: by which pattern, the score that \
      the weights give, how often such a score is right, and the features that counted most.
      """
  )

  @OptionGroup var index: IndexOption
  @Argument(help: "Id of a passage, or `@` and a number of the last search.") var id: String

  func run() throws {
    let searcher = try index.searcher()
    let (passage, work) = try searcher.find(id)
    print(
      Explanation(passage, of: work, weighed: try weighings(passage, of: work, searcher)).text)
  }

  /// What is weighed for the quotations of a passage, by reading its work again.
  private func weighings(
    _ passage: Passage, of work: Work, _ searcher: Searcher
  ) throws -> [SpeakerWeighing] {
    guard !passage.quotations.isEmpty else { return [] }
    let passages = try searcher.passages(ofWork: work.id, ordinals: 0..<work.passageCount)
    let attribution = work.attribution.map { Attribution($0) } ?? Attribution()
    return attribution.weighings(passages, of: work.metadata)
      .filter { passages[$0.passage].label == passage.label }
  }
}

/// The facts about a passage with their evidence, for a terminal.
struct Explanation {
  var lines: [String] = []
  /// Who was weighed as the speaker of each quotation of the passage.
  let weighed: [SpeakerWeighing]

  init(_ passage: Passage, of work: Work, weighed: [SpeakerWeighing] = []) {
    self.weighed = weighed
    lines = [passage.id, "  \(work.file), line \(passage.line), read as \(work.format)"]
    if !work.formerIDs.isEmpty {
      lines.append("  the work was \(work.formerIDs.joined(separator: ", ")) before")
    }
    lines.append("")
    explain(work.metadata)
    explain(passage, in: work)
    lines += ["", "The file, in characters other than whitespace:"]
    let ledger = work.ledger
    lines.append("  read \(ledger.source), in passages and headings \(ledger.text)")
    lines.append("  in title and author \(ledger.metadata), repaired away \(ledger.removed)")
    for omission in ledger.omissions {
      lines.append("  left out by \(omission.rule): \(omission.count) (“\(omission.sample)”)")
    }
    if !ledger.isBalanced {
      lines.append("  These numbers do not add up: please report the file.")
    }
  }

  /// All lines as one text.
  var text: String { lines.joined(separator: "\n") }

  private mutating func explain(_ metadata: Metadata) {
    fact("title", metadata.title)
    fact("subtitle", metadata.subtitle)
    for person in metadata.people {
      fact(person.value.role.rawValue, person, person.value.sortName)
      if let real = person.value.realName {
        lines.append("            a pseudonym of \(real)  [stated, catalogue]")
      }
    }
    if metadata.people.isEmpty { lines.append("author      unknown") }
    fact("year", metadata.year)
    fact("printed", metadata.printedYear)
    fact("edition", metadata.editionYear)
    fact("form", metadata.form, metadata.form?.value.rawValue)
    fact("language", metadata.language)
    fact("collection", metadata.collection)
    fact("publisher", metadata.publisher)
    fact("place", metadata.place)
    fact("url", metadata.url)
    fact("rights", metadata.rights)
    for other in metadata.others { lines.append("#\(other.name) \(other.value)") }
  }

  private mutating func fact<Value>(
    _ name: String,
    _ fact: Attributed<Value>?,
    _ shown: String? = nil
  ) {
    let label = name + String(repeating: " ", count: max(1, 12 - name.count))
    guard let fact else {
      if ["title", "year", "language"].contains(name) { lines.append("\(label)unknown") }
      return
    }
    let origin = CatalogueEntry.Origin(rawValue: fact.rule)
    let ground =
      origin == .edit
      ? "stated by an editor, with pamphlet edit" : "\(fact.basis.rawValue), \(fact.rule)"
    let place = fact.line.map { ", line \($0)" } ?? ""
    lines.append("\(label)\(shown ?? "\(fact.value)")  [\(ground)\(place)]")
    if let evidence = fact.evidence, evidence != "\(fact.value)" {
      lines.append("            \(origin == nil ? "printed" : "the file says") “\(evidence)”")
    }
  }

  private mutating func explain(_ passage: Passage, in work: Work) {
    if !passage.section.isEmpty {
      lines.append("section     \(passage.section.joined(separator: " › "))")
    }
    if let pages = passage.pages {
      let range = pages.first == pages.last ? pages.first : "\(pages.first)–\(pages.last)"
      lines.append("pages       \(range)  [\(pages.isInferred ? "inferred" : "stated")]")
    } else {
      lines.append("pages       unknown: the file shows none")
    }
    if let paragraph = passage.paragraph { lines.append("paragraph   \(paragraph)  [counted]") }
    if let note = passage.note { lines.append("note        \(note)") }
    if let label = passage.belongsTo { lines.append("belongs to  \(label)") }
    for note in passage.notes {
      let mark = note.printed.map { "printed “\($0)”" } ?? "no mark is left"
      lines.append(
        "note \(note.number)      at \(note.offset.map(String.init) ?? "?"), \(mark)  [\(note.basis.rawValue)]"
      )
    }
    let scalars = Array(passage.text.unicodeScalars)
    for repair in passage.repairs {
      var now = String.UnicodeScalarView()
      now.append(contentsOf: scalars[repair.range.clamped(to: 0..<scalars.count)])
      let printed = repair.printed.replacing("\n", with: "⏎")
      lines.append("repaired    “\(printed)” → “\(String(now))”  [\(repair.rule)]")
    }
    for (number, quotation) in passage.quotations.enumerated() {
      explain(quotation, number + 1, in: scalars)
    }
    for reference in passage.references { explain(reference, in: scalars) }
  }
}
