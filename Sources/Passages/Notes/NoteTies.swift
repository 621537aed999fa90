// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Matches note marks with notes.
///
/// Numbering restarts with each chapter or page, so a number alone does not identify a note. Marks
/// and notes are therefore divided into sequences. If there are equally many sequences of both,
/// they are paired in order; otherwise a mark refers to the next note with its number, or to the
/// last one before it if none follows.
struct NoteTies {
  /// Block index of the note that each mark refers to, by block and by mark within the block.
  private(set) var noteOfMark: [[Int?]]
  /// The first mark that refers to each note, keyed by the note's block index.
  private(set) var markOfNote: [Int: (block: Int, mark: Int)] = [:]

  init(_ blocks: [Block]) {
    noteOfMark = blocks.map { Array(repeating: nil, count: $0.noteMarks.count) }
    var notes = Sequences()
    var marks = Sequences()
    // Index of the last block where numbering could restart. A number that occurs again after that
    // refers to a new note; it is not the same mark printed twice.
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
      // A link identifies the note exactly, a number only within a sequence.
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
  /// Numbers shared by several notes.
  private static func repeatedNumbers(_ blocks: [Block]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for block in blocks where block.kind == .note {
      if let number = block.number?.value, !seen.insert(number).inserted { repeated.insert(number) }
    }
    return repeated
  }
}

/// Numbers in reading order, each with the sequence it belongs to.
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

  /// Number of sequences.
  var count: Int { (all.last?.sequence ?? -1) + 1 }

  /// Block in which a number last occurred in the current sequence.
  func lastBlock(of number: String) -> Int? { seen[number] }

  /// Adds a number.
  ///
  /// - Parameter isAnother: Whether the number, if it has occurred before, now refers to a new
  ///   note.
  mutating func add(_ number: String, block: Int, mark: Int, isAnother: Bool) {
    let value = Int(number)
    var sequence = all.last?.sequence ?? 0
    // A sequence ends when a number recurs out of order; the same mark may also be printed twice.
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
