// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Joins the paragraphs of a note that stand in blocks of their own.
enum NoteParagraphs {
  static func joined(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    joined.reserveCapacity(blocks.count)
    for block in blocks {
      guard block.kind == .note, let key = block.noteKey, var last = joined.popLast() else {
        joined.append(block)
        continue
      }
      if last.kind == .note, last.noteKey == key, last.page == block.page || block.page == nil {
        append(block, to: &last)
        joined.append(last)
      } else {
        joined += [last, block]
      }
    }
    return joined
  }

  private static func append(_ block: Block, to note: inout Block) {
    let shift = note.text.unicodeScalars.count + 1
    note.text += " " + block.text
    for mark in block.noteMarks {
      var moved = mark
      moved.offset += shift
      note.noteMarks.append(moved)
    }
    for place in block.pageBreaks {
      note.pageBreaks.append(PageBreak(offset: place.offset + shift, page: place.page))
    }
    for repair in block.repairs {
      var moved = repair
      moved.range = (repair.range.lowerBound + shift)..<(repair.range.upperBound + shift)
      note.repairs.append(moved)
    }
  }
}
