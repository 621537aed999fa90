// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation
package import Corpus

/// A passage as output by the command line, the export and the API.
package struct PassageAnswer: Sendable {
  /// The passage.
  package var passage: Passage
  /// Its work.
  package var work: Work
  /// The search data; `nil` if the passage was not found by a search.
  package var found: FoundPassage?
  /// The place of its words in the text; `nil` if not requested.
  package var place: TextPlace?
  /// Whether to include the full record of the work: true for the first passage of each work in an
  /// export, so that the export can be restored completely.
  package var carriesWork: Bool

  /// Creates an answer.
  package init(
    _ passage: Passage, of work: Work, found: FoundPassage? = nil, place: TextPlace? = nil,
    carriesWork: Bool = false
  ) {
    self.passage = passage
    self.work = work
    self.found = found
    self.place = place
    self.carriesWork = carriesWork
  }
}

extension PassageAnswer: APIObject, ReadableTable {
  package static let schemaName = "Passage"
  package static let about =
    "A paragraph, or part of a long one: the unit that is found and cited."

  package static var empty: PassageAnswer {
    PassageAnswer(
      Passage(work: "", label: "", kind: .body, text: "", ordinal: 0),
      of: Work(
        id: "", metadata: Metadata(), file: "", path: "", format: "", contentHash: "",
        extractorVersion: 0))
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "id", "The id of the work, a slash and a label; it stays with the words when a text changes.",
      isKey: true,
      get: { $0.passage.id }, set: { $0.passage.label = Passage.label(ofID: $1) })
    visitor.member(
      "kind", \.passage.kind, "Whether it is running text, a quotation, a note or verse.",
      isKey: true)
    visitor.derived(
      "score",
      "Relevance for the query; comparable only within one answer, null without a search."
    ) { $0.found?.score }
    visitor.member(
      "text", \.passage.text, "The repaired reading as plain text with single spaces.", isKey: true)
    visitor.derived("highlights", "Ranges of the words that match the query, in ascending order.") {
      $0.found?.highlights ?? []
    }
    visitor.derived("snippet", "The part of the text that matches the query best, in parts.") {
      $0.found?.snippet ?? []
    }
    visitor.group("source", "Where the passage comes from.", PassageSource.self)
    visitor.member(
      "notes", "Notes whose marks are in the passage.",
      get: { answer in answer.passage.notes.map { NoteAnswer($0, of: answer.passage.work) } },
      set: { $0.passage.notes = $1.map(\.note) })
    visitor.member("quotations", \.passage.quotations, "Quotations in the passage.")
    visitor.member("citations", \.passage.references, "References made in the passage.")
    visitor.derived("citation", "A reference to the passage, as a note in Chicago style.") {
      Citation.citation(of: $0.passage, in: $0.work, style: .chicago)
    }
    visitor.member(
      "repairs", \.passage.repairs, "Changes made to the printed reading, each with that reading.")
    visitor.member(
      "fingerprint",
      "A hash of its letters and digits, in hexadecimal: `id@fingerprint` names these words.",
      get: { Hexadecimal(value: $0.passage.fingerprint) },
      set: { $0.passage.fingerprint = $1.value })
    visitor.optional(
      "contents",
      "Present for tables of contents and for headings without text below them.",
      least: nil, get: { Present($0.passage.isContents) },
      set: { answer, _ in answer.passage.isContents = true })
    visitor.derivedOptional(
      "selector", "The words and their context (W3C Web Annotation Data Model)."
    ) { $0.place?.selector }
    visitor.derivedOptional(
      "link", "The address of the words, with a text directive; null if the work has none."
    ) { $0.place.map(\.link) }
    visitor.derivedOptional(
      "others", "At least this many more passages of the work match; only when grouped by work.",
      least: 0
    ) { $0.found?.others }
    visitor.derivedOptional(
      "match", "Where the passage contains the quotation that was searched for."
    ) {
      $0.found?.match
    }
    visitor.derivedOptional(
      "explanation", "What each part of the query adds to the score; only with `explain`."
    ) { $0.found?.explanation }
    visitor.optional(
      "work_record",
      "The full record of the work; only with its first passage in an export.", least: nil,
      get: { $0.carriesWork ? As<WorkRecord>($0.work) : nil },
      set: {
        $0.work = $1.object
        $0.carriesWork = true
      })
  }
}

extension Passage {
  /// The label in an id: `p31` in `work/p31`.
  static func label(ofID id: String) -> String {
    id.split(separator: "/").last.map(String.init) ?? id
  }
}
