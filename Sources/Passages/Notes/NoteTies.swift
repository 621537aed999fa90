// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Ties the marks in a text to its notes.
///
/// Numbers begin anew in each chapter or on each page, so a number alone names no note: marks and
/// notes are first divided into sequences, and where there are as many of one as of the other they
/// go together. Otherwise a mark belongs to the next note of its number, or the last one before it
/// if none follows.
struct NoteTies {
  /// The block of the note that each mark points to, by block and place among the block's marks.
  private(set) var noteOfMark: [[Int?]]
  /// The block and the place among its marks of the first mark that points to each note.
  private(set) var markOfNote: [Int: (block: Int, mark: Int)] = [:]

  init(_ blocks: [Block]) {
    noteOfMark = blocks.map { Array(repeating: nil, count: $0.noteMarks.count) }
    var notes = Sequences()
    var marks = Sequences()
    for (index, block) in blocks.enumerated() {
      if block.kind == .note, let number = block.number?.value {
        notes.add(number, block: index, mark: 0)
      }
      for (place, mark) in block.noteMarks.enumerated() {
        marks.add(mark.number, block: index, mark: place)
      }
    }
    let arePaired = notes.count == marks.count
    let byNumber = Dictionary(grouping: notes.all, by: \.number)
    for mark in marks.all {
      guard let candidates = byNumber[mark.number] else { continue }
      let note: Sequences.Place?
      if arePaired {
        note = candidates.first { $0.sequence == mark.sequence }
      } else {
        note = candidates.first { $0.block > mark.block } ?? candidates.last
      }
      guard let note, note.block != mark.block else { continue }
      noteOfMark[mark.block][mark.mark] = note.block
      if markOfNote[note.block] == nil {
        markOfNote[note.block] = (mark.block, mark.mark)
      }
    }
  }
}

/// Numbers in reading order, with the sequence that each belongs to.
private struct Sequences {
  struct Place {
    var number: String
    var sequence: Int
    var block: Int
    var mark: Int
  }

  private(set) var all: [Place] = []
  private var seen: Set<String> = []
  private var last = 0

  /// How many sequences there are.
  var count: Int { (all.last?.sequence ?? -1) + 1 }

  mutating func add(_ number: String, block: Int, mark: Int) {
    let value = Int(number)
    var sequence = all.last?.sequence ?? 0
    // A sequence ends where a number comes again lower; the same mark may be printed twice.
    if seen.contains(number), value.map({ $0 < last }) ?? (all.last?.number != number) {
      sequence += 1
      seen = []
      last = 0
    }
    seen.insert(number)
    if let value { last = value }
    all.append(Place(number: number, sequence: sequence, block: block, mark: mark))
  }
}
