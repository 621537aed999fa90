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
    // Where the numbers of notes and the chapters begin: a number that comes again behind one of
    // these is another note's, and not the same mark printed twice.
    var turns: [String: Int] = [:]
    var chapter = -1
    let repeated = Self.repeatedNumbers(blocks)
    for (index, block) in blocks.enumerated() {
      if case .heading = block.kind { chapter = index }
      if block.kind == .note, let number = block.number?.value {
        notes.add(number, block: index, mark: 0, isAnother: true)
        turns[number] = index
      }
      for (place, mark) in block.noteMarks.enumerated() {
        let turn = max(
          turns[mark.number] ?? -1, repeated.contains(mark.number) ? chapter : -1)
        let last = marks.lastBlock(of: mark.number)
        marks.add(
          mark.number, block: index, mark: place, isAnother: last.map { $0 < turn } ?? false)
      }
    }
    let arePaired = notes.count == marks.count
    let byNumber = Dictionary(grouping: notes.all, by: \.number)
    var byKey: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      if let key = block.noteKey, byKey[key] == nil { byKey[key] = index }
    }
    for mark in marks.all {
      // A link says which note; a number only of which sequence.
      if let key = blocks[mark.block].noteMarks[mark.mark].noteKey, let note = byKey[key] {
        tie(mark, to: note)
        continue
      }
      guard let candidates = byNumber[mark.number] else { continue }
      let note: Sequences.Place?
      if arePaired {
        note = candidates.first { $0.sequence == mark.sequence }
      } else {
        note = candidates.first { $0.block > mark.block } ?? candidates.last
      }
      guard let note, note.block != mark.block else { continue }
      tie(mark, to: note.block)
    }
  }

  private mutating func tie(_ mark: Sequences.Place, to note: Int) {
    noteOfMark[mark.block][mark.mark] = note
    if markOfNote[note] == nil { markOfNote[note] = (mark.block, mark.mark) }
  }
}

extension NoteTies {
  /// The numbers that several notes have.
  private static func repeatedNumbers(_ blocks: [Block]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for block in blocks where block.kind == .note {
      if let number = block.number?.value, !seen.insert(number).inserted { repeated.insert(number) }
    }
    return repeated
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
  private var seen: [String: Int] = [:]
  private var last = 0

  /// How many sequences there are.
  var count: Int { (all.last?.sequence ?? -1) + 1 }

  /// The block in which a number stood last in this sequence.
  func lastBlock(of number: String) -> Int? { seen[number] }

  /// Adds a number.
  ///
  /// - Parameter isAnother: Whether the number, if it came before, is another note's now.
  mutating func add(_ number: String, block: Int, mark: Int, isAnother: Bool) {
    let value = Int(number)
    var sequence = all.last?.sequence ?? 0
    // A sequence ends where a number comes again lower; the same mark may be printed twice.
    if seen[number] != nil,
      isAnother || value.map({ $0 < last }) ?? (all.last?.number != number)
    {
      sequence += 1
      seen = [:]
      last = 0
    }
    seen[number] = block
    if let value { last = value }
    all.append(Place(number: number, sequence: sequence, block: block, mark: mark))
  }
}
