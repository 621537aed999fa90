// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The chapters of a text, and the notes gathered under their names.
///
/// Notes at the end of a book stand under the headings of its chapters (Chicago Manual of Style,
/// 14.46). Such a heading is followed at once by a note and has the name of an earlier heading.
struct ChapterMap {
  /// Headings that follow each other without text between.
  struct Head {
    /// Indices of the headings' blocks.
    var blocks: Range<Int>
    /// Smallest level among them.
    var level: Int
    /// Each heading, and a number joined with the title on the next line.
    var keys: [HeadingKey]
    /// Number of the part of the book that it is in.
    var part: Int?
    /// Whether a note follows.
    var isOverNotes: Bool

    /// The key that has a number; otherwise the first.
    var main: HeadingKey? { keys.last { $0.number != nil && $0.division != "part" } ?? keys.first }

    func matches(_ other: Head) -> Bool {
      keys.contains { key in
        !key.isBareNotes && key.division != "part" && other.keys.contains { $0.matches(key) }
      }
    }
  }

  /// Largest number of comparisons between heads; a text with more is not searched.
  private static let largestSearch = 2_000_000

  /// All heads in order.
  let heads: [Head]
  /// For the first block of each head over gathered notes: the blocks of its chapter; `nil` if
  /// no chapter, or more than one, has that name.
  private(set) var chapters: [Int: Range<Int>?] = [:]

  init(_ blocks: [Block]) {
    heads = Self.heads(blocks)
    guard heads.count * heads.count(where: \.isOverNotes) <= Self.largestSearch else { return }
    var marks = [0]
    for block in blocks { marks.append(marks[marks.count - 1] + (block.marksInText)) }
    let matches = matchedHeads(marks)
    // One heading over notes may be a coincidence, unless a heading such as “Notes” is above it.
    let matched = Set(matches.compactMap(\.chapter))
    guard matched.count >= 2 || matches.contains(where: { $0.isAnnounced && $0.chapter != nil })
    else { return }
    let gathered = Set(matches.map(\.head))
    for (head, chapter, _) in matches {
      let first = heads[head].blocks.lowerBound
      chapters[first] = .some(
        chapter.map { range(ofChapter: $0, matched: matched, gathered: gathered, blocks.count) })
    }
  }

  private static func heads(_ blocks: [Block]) -> [Head] {
    var heads: [Head] = []
    var index = 0
    var part: Int?
    while index < blocks.count {
      guard case .heading(var level) = blocks[index].kind else {
        index += 1
        continue
      }
      let start = index
      var keys: [HeadingKey] = []
      while index < blocks.count, case .heading(let own) = blocks[index].kind {
        level = min(level, own)
        let key = HeadingKey(blocks[index].text)
        if key.division == "part" || key.division == "book" { part = key.number }
        if let before = keys.last, before.title.isEmpty, before.number != nil, key.number == nil {
          keys.append(before.joined(key))
        }
        keys.append(key)
        index += 1
      }
      heads.append(
        Head(
          blocks: start..<index, level: level, keys: keys, part: part,
          isOverNotes: isOverNotes(blocks, from: index)))
    }
    return heads
  }

  /// Whether a section begins with a note and has hardly anything but notes.
  private static func isOverNotes(_ blocks: [Block], from start: Int) -> Bool {
    guard start < blocks.count, blocks[start].kind == .note else { return false }
    var notes = 0
    var others = 0
    for block in blocks[start...] {
      if case .heading = block.kind { break }
      if block.kind == .note {
        notes += 1
      } else if block.noteMarks.isEmpty {
        others += 1
      } else {
        return false
      }
    }
    return notes >= others
  }

  /// The heads over notes that name chapters, and the chapter that each of them names.
  ///
  /// - Parameter marks: Number of marks before each block.
  private func matchedHeads(
    _ marks: [Int]
  ) -> [(head: Int, chapter: Int?, isAnnounced: Bool)] {
    var matches: [(head: Int, chapter: Int?, isAnnounced: Bool)] = []
    var isAnnounced = false
    for (index, head) in heads.enumerated() {
      if !head.isOverNotes { isAnnounced = head.keys.contains(where: \.isOfNotes) }
      guard head.isOverNotes else { continue }
      if head.keys.contains(where: \.isOfNotes) { isAnnounced = true }
      var found = heads[..<index].indices.filter {
        !heads[$0].isOverNotes && !heads[$0].keys.contains(where: \.isOfNotes)
          && head.matches(heads[$0])
      }
      if found.count > 1 {
        // A table of contents names the chapters too, but has no text with marks.
        let marked = found.filter { hasMarks(after: $0, marks) }
        if !marked.isEmpty { found = marked }
      }
      if found.count > 1, let part = head.part {
        let inPart = found.filter { heads[$0].part == part }
        if !inPart.isEmpty { found = inPart }
      }
      let namesChapter = head.keys.contains { !$0.isBareNotes && $0.number != nil }
      // A line that recurs, such as a signature above a note, names no chapter.
      guard found.count == 1 || isAnnounced && (namesChapter || !found.isEmpty) else { continue }
      matches.append((index, found.count == 1 ? found[0] : nil, isAnnounced))
    }
    return matches
  }

  /// Whether there is a mark between a head and the next of the same form.
  private func hasMarks(after head: Int, _ marks: [Int]) -> Bool {
    let start = heads[head].blocks.lowerBound
    let end = heads[(head + 1)...].first { isNext($0, after: heads[head]) }?.blocks.lowerBound
    return marks[end ?? (marks.count - 1)] > marks[start]
  }

  private func isNext(_ head: Head, after chapter: Head) -> Bool {
    if head.level < chapter.level { return true }
    guard let main = chapter.main, main.number != nil else { return head.level == chapter.level }
    return head.keys.contains { $0.number != nil && $0.division == main.division }
  }

  private func range(
    ofChapter chapter: Int, matched: Set<Int>, gathered: Set<Int>, _ end: Int
  ) -> Range<Int> {
    let start = heads[chapter].blocks.lowerBound
    let next = heads.indices.first {
      $0 > chapter
        && (matched.contains($0) || gathered.contains($0)
          || isNext(heads[$0], after: heads[chapter]))
    }
    return start..<(next.map { heads[$0].blocks.lowerBound } ?? end)
  }
}

extension Block {
  /// Number of marks, if it is not a note.
  fileprivate var marksInText: Int { kind == .note ? 0 : noteMarks.count }
}
