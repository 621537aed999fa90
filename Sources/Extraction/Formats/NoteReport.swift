// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// Reports notes without marks, and marks without notes.
enum NoteReport {
  /// Most messages of one kind about a text; the last one says how many more there are.
  private static let limit = 20

  /// Messages about the notes to which no mark could be tied with certainty.
  static func notesWithoutMarks(_ notes: [Block]) -> [Diagnostic] {
    limited(notes) { note in
      Diagnostic(
        .note, code: "note-without-mark",
        "No mark was found in the text for note \(note.number?.value ?? "?").", line: note.line)
    }
  }

  /// Messages about marks to which no note could be tied; they remain in the text or its repairs.
  static func marksWithoutNotes(_ marks: [(number: String, line: Int)]) -> [Diagnostic] {
    limited(marks) { mark in
      Diagnostic(
        .note, code: "mark-without-note",
        "No note was found for the mark \(mark.number).", line: mark.line)
    }
  }

  /// Messages about the marks and notes of a text that `NoteTies` leaves untied.
  static func untied(in blocks: [Block]) -> [Diagnostic] {
    let ties = NoteTies(blocks)
    let notes = blocks.indices.filter {
      blocks[$0].kind == .note && blocks[$0].number != nil && ties.markOfNote[$0] == nil
    }
    var marks: [(number: String, line: Int)] = []
    for (block, found) in zip(blocks, ties.noteOfMark) {
      for (mark, tie) in zip(block.noteMarks, found) where tie == nil {
        marks.append((mark.printed, block.line))
      }
    }
    return notesWithoutMarks(notes.map { blocks[$0] }) + marksWithoutNotes(marks)
  }

  private static func limited<Item>(
    _ items: [Item], _ message: (Item) -> Diagnostic
  ) -> [Diagnostic] {
    var messages = items.prefix(limit).map(message)
    if items.count > limit, var last = messages.popLast() {
      last.message += " The same is true of \(items.count - limit) more."
      messages.append(last)
    }
    return messages
  }
}
