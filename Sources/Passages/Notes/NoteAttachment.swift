// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// Attaches notes to the passages that contain their marks, and links each note back to the body.
struct NoteAttachment {
  let text: ExtractedText
  let ties: NoteTies
  let origins: [[Origin]]

  func attach(to passages: inout [Passage]) {
    guard text.blocks.contains(where: { $0.kind == .note || !$0.noteMarks.isEmpty }) else { return }
    var noteLabels: [Int: String] = [:]
    for (index, origin) in origins.enumerated() where passages[index].kind == .note {
      for part in origin where noteLabels[part.block] == nil {
        noteLabels[part.block] = passages[index].label
      }
    }
    var passageOfMark: [[Int?]] = ties.noteOfMark.map { Array(repeating: nil, count: $0.count) }
    for (index, origin) in origins.enumerated() {
      for part in origin {
        for (place, mark) in text.blocks[part.block].noteMarks.enumerated() {
          guard part.range.lowerBound <= mark.offset, mark.offset <= part.range.upperBound,
            passageOfMark[part.block][place] == nil
          else { continue }
          passageOfMark[part.block][place] = index
          guard let tie = ties.noteOfMark[part.block][place], let label = noteLabels[tie.note]
          else {
            continue
          }
          passages[index].notes.append(
            AttachedNote(
              number: mark.number,
              offset: mark.offset - part.range.lowerBound + part.start,
              text: text.blocks[tie.note].text,
              label: label,
              printed: mark.printed,
              basis: tie.basis == .stated ? mark.basis : tie.basis
            )
          )
        }
      }
    }
    attachToHeadings(&passages, &passageOfMark, noteLabels)
    for (index, origin) in origins.enumerated() where passages[index].kind == .note {
      guard let block = origin.first?.block, let mark = ties.markOfNote[block],
        let target = passageOfMark[mark.block][mark.mark]
      else { continue }
      passages[index].belongsTo = passages[target].label
    }
  }

  /// Attaches notes whose marks are in headings to the passage that follows, without a place in it.
  private func attachToHeadings(
    _ passages: inout [Passage], _ passageOfMark: inout [[Int?]], _ noteLabels: [Int: String]
  ) {
    var next = 0
    for (index, block) in text.blocks.enumerated() {
      guard case .heading = block.kind, !block.noteMarks.isEmpty else { continue }
      while next < origins.count,
        passages[next].kind == .note || (origins[next].first?.block ?? 0) < index
      {
        next += 1
      }
      guard next < origins.count else { return }
      for (place, mark) in block.noteMarks.enumerated() where passageOfMark[index][place] == nil {
        passageOfMark[index][place] = next
        guard let tie = ties.noteOfMark[index][place], let label = noteLabels[tie.note] else {
          continue
        }
        passages[next].notes.append(
          AttachedNote(
            number: mark.number, offset: nil, text: text.blocks[tie.note].text, label: label,
            printed: mark.printed, basis: tie.basis == .stated ? mark.basis : tie.basis))
      }
    }
  }
}
