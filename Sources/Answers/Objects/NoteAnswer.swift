// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A note of a passage, with the id of the note's own passage.
package struct NoteAnswer: Sendable {
  /// The note.
  package var note: AttachedNote
  /// The id of the work.
  package var work: String

  /// Creates an answer.
  package init(_ note: AttachedNote, of work: String) {
    self.note = note
    self.work = work
  }
}

extension NoteAnswer: APIObject, ReadableTable {
  package static let schemaName = "Note"
  package static let about = "A note of a passage."

  package static var empty: NoteAnswer {
    NoteAnswer(
      AttachedNote(number: "", offset: nil, text: "", label: "", printed: nil, basis: .inferred),
      of: "")
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    // Older exports have no note ids: the label follows from the number.
    visitor.member(
      "number", "The number of the note, as printed or counted.", isKey: true,
      get: { $0.note.number },
      set: {
        $0.note.number = $1
        $0.note.label = "n\($1)"
      })
    visitor.member(
      "offset", \.note.offset,
      "The position of its mark in the text, in code points; null if the mark is lost.")
    visitor.member("text", \.note.text, "The words of the note.", isKey: true)
    visitor.member(
      "id", "The id of the note's own passage.", get: { "\($0.work)/\($0.note.label)" },
      set: { $0.note.label = Passage.label(ofID: $1) })
    visitor.member(
      "printed", \.note.printed, "The mark as printed; null if it is lost.")
    visitor.member(
      "basis", \.note.basis, "Whether the link between mark and note is stated or inferred.")
  }
}

extension Repair: APIObject, ReadableTable {
  package static let schemaName = "Repair"
  package static let about = "A change made to the printed reading."

  package static var empty: Repair { Repair(range: 0..<0, printed: "", rule: "") }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.member(
      "range", \.range, "The range of the text that replaces the printed reading, in code points.",
      isKey: true)
    visitor.member("printed", \.printed, "The printed reading.", isKey: true)
    visitor.member("rule", \.rule, "The name of the rule that made the change.", isKey: true)
  }
}
