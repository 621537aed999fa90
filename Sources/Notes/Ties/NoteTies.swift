// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Matches note marks with notes.
///
/// A link identifies a note exactly. Otherwise a mark refers to the note with the same label in its
/// scope: the page, the chapter that notes are gathered under, or the text that the notes follow.
/// Counting begins anew with each scope, so a label that occurs twice in one is not tied, unless
/// the counts of marks and notes agree throughout; such a tie is inferred.
package struct NoteTies: Sendable {
  /// The note that a mark refers to.
  package struct Tie: Sendable, Hashable {
    /// Index of the note's block.
    package var note: Int
    /// `stated` if mark and note have the same label in one scope.
    package var basis: Basis
  }

  /// The note that each mark refers to, by block and by mark within the block.
  package private(set) var noteOfMark: [[Tie?]]
  /// The first mark that refers to each note, keyed by the note's block index.
  package private(set) var markOfNote: [Int: (block: Int, mark: Int)] = [:]

  private let blocks: [Block]
  /// Number of headings before each block, without those that only say “Notes”.
  private var headings: [Int] = []
  /// Number of headings that only say “Notes” before each block.
  private var noteTitles: [Int] = []

  package init(_ blocks: [Block]) {
    self.blocks = blocks
    noteOfMark = blocks.map { Array(repeating: nil, count: $0.noteMarks.count) }
    var marks: [LabelledPlace] = []
    var notes: [LabelledPlace] = []
    for (index, block) in blocks.enumerated() {
      if block.kind == .note, let number = block.number?.value {
        notes.append(LabelledPlace(label: NoteLabel(number), block: index))
      }
      for (place, mark) in block.noteMarks.enumerated() {
        marks.append(LabelledPlace(label: NoteLabel(mark.number), block: index, mark: place))
      }
    }
    guard !marks.isEmpty, blocks.contains(where: { $0.kind == .note }) else { return }
    tieLinks(&marks, &notes)
    guard !marks.isEmpty, !notes.isEmpty else {
      sortMarks()
      return
    }
    countHeadings()
    tieGathered(&marks, &notes)
    tiePages(&marks, &notes)
    tieSections(&marks, &notes)
    tieUnique(marks, notes)
    sortMarks()
  }

  // MARK: Preparation

  private mutating func countHeadings() {
    var count = 0
    var titles = 0
    for block in blocks {
      if case .heading = block.kind {
        if HeadingKey(block.text).isBareNotes { titles += 1 } else { count += 1 }
      }
      headings.append(count)
      noteTitles.append(titles)
    }
  }

  private mutating func tie(_ mark: LabelledPlace, to note: Int, _ basis: Basis) {
    noteOfMark[mark.block][mark.mark] = Tie(note: note, basis: basis)
  }

  private mutating func sortMarks() {
    for (block, ties) in noteOfMark.enumerated() {
      for (mark, tie) in ties.enumerated() {
        if let tie, markOfNote[tie.note] == nil { markOfNote[tie.note] = (block, mark) }
      }
    }
  }

  private func isTied(_ mark: LabelledPlace) -> Bool {
    noteOfMark[mark.block][mark.mark] != nil
  }

  /// Ties the marks of one run to the notes of one.
  private mutating func tie(_ marks: [LabelledPlace], _ notes: [LabelledPlace], _ basis: Basis) {
    var byValue: [Int: Int] = [:]
    for note in notes { byValue[note.label.value] = note.block }
    for mark in marks {
      guard let note = byValue[mark.label.value], note != mark.block else { continue }
      tie(mark, to: note, basis)
    }
  }

  // MARK: Scopes

  /// Ties marks by the links that formats have read.
  private mutating func tieLinks(_ marks: inout [LabelledPlace], _ notes: inout [LabelledPlace]) {
    var byKey: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      if let key = block.noteKey, byKey[key] == nil { byKey[key] = index }
    }
    guard !byKey.isEmpty else { return }
    var linked: Set<Int> = []
    marks.removeAll { mark in
      guard let key = blocks[mark.block].noteMarks[mark.mark].noteKey, let note = byKey[key] else {
        return false
      }
      tie(mark, to: note, .stated)
      linked.insert(note)
      return true
    }
    notes.removeAll { linked.contains($0.block) }
  }

  /// Ties notes gathered under the names of chapters to the marks of their chapters.
  private mutating func tieGathered(
    _ marks: inout [LabelledPlace], _ notes: inout [LabelledPlace]
  ) {
    let map = ChapterMap(blocks)
    guard !map.chapters.isEmpty else { return }
    var gathered: Set<Int> = []
    var head = -1
    var byHead: [Int: [LabelledPlace]] = [:]
    for note in notes {
      while head + 1 < map.heads.count, map.heads[head + 1].blocks.lowerBound < note.block {
        head += 1
      }
      guard head >= 0 else { continue }
      let first = map.heads[head].blocks.lowerBound
      guard map.chapters[first] != nil else { continue }
      byHead[first, default: []].append(note)
      gathered.insert(note.block)
    }
    for (first, notes) in byHead {
      guard let found = map.chapters[first], let chapter = found else { continue }
      let inside = Self.places(marks, in: chapter).filter { blocks[$0.block].kind != .note }
      for (series, notes) in Dictionary(grouping: notes, by: \.label.series) {
        tieRuns(inside.filter { $0.label.series == series }, notes, isWhole: true)
      }
    }
    notes.removeAll { gathered.contains($0.block) }
    marks.removeAll { isTied($0) }
  }

  /// The marks in a range of blocks.
  private static func places(
    _ marks: [LabelledPlace], in range: Range<Int>
  ) -> ArraySlice<LabelledPlace> {
    func bound(_ block: Int) -> Int {
      var low = 0
      var high = marks.count
      while low < high {
        let middle = (low + high) / 2
        if marks[middle].block < block { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return marks[bound(range.lowerBound)..<bound(range.upperBound)]
  }

  /// Ties notes to the marks of their page, where both have the label once.
  private mutating func tiePages(_ marks: inout [LabelledPlace], _ notes: inout [LabelledPlace]) {
    struct Key: Hashable {
      var page: Int
      var label: NoteLabel
    }
    var noted: [Key: [Int]] = [:]
    for note in notes {
      guard let page = blocks[note.block].page else { continue }
      noted[Key(page: page, label: note.label), default: []].append(note.block)
    }
    guard !noted.isEmpty else { return }
    var marked: [Key: [LabelledPlace]] = [:]
    for mark in marks where blocks[mark.block].kind != .note {
      let block = blocks[mark.block]
      // A mark at the very start of a page follows a word of the page before.
      let offset = block.noteMarks[mark.mark].offset
      guard let page = block.pageBreaks.last(where: { $0.offset < offset })?.page ?? block.page
      else { continue }
      marked[Key(page: page, label: mark.label), default: []].append(mark)
    }
    var tied: Set<Int> = []
    for (key, found) in noted {
      guard found.count == 1, let note = found.first, let places = marked[key], places.count == 1,
        let mark = places.first, mark.block < note
      else { continue }
      tie(mark, to: note, .stated)
      tied.insert(note)
    }
    notes.removeAll { tied.contains($0.block) }
    marks.removeAll { isTied($0) }
  }

  /// Ties notes to the marks before them, back to the last notes of the same series.
  private mutating func tieSections(
    _ marks: inout [LabelledPlace], _ notes: inout [LabelledPlace]
  ) {
    let bySeries = Dictionary(grouping: notes, by: \.label.series)
    let marksBySeries = Dictionary(grouping: marks, by: \.label.series)
    for (series, notes) in bySeries {
      let marks = (marksBySeries[series] ?? []).filter {
        blocks[$0.block].kind != .note
          || blocks[$0.block].number.map { NoteLabel($0.value).series != series } == true
      }
      var next = 0
      var group: [LabelledPlace] = []
      var before: [LabelledPlace] = []
      for note in notes {
        var inside: [LabelledPlace] = []
        while next < marks.count, marks[next].block < note.block {
          inside.append(marks[next])
          next += 1
        }
        if !inside.isEmpty {
          tieRuns(before[...], group, isWhole: false)
          before = inside
          group = []
        }
        group.append(note)
      }
      tieRuns(before[...], group, isWhole: false)
    }
    let tied = Set(noteOfMark.joined().compactMap { $0?.note })
    notes.removeAll { tied.contains($0.block) }
    marks.removeAll { isTied($0) }
  }

  /// Ties the marks of a scope to its notes.
  ///
  /// - Parameter isWhole: Whether the scope is known to be a single chapter.
  private mutating func tieRuns(
    _ marks: some Sequence<LabelledPlace>, _ notes: [LabelledPlace], isWhole: Bool
  ) {
    let marks = Array(marks)
    guard let firstNote = notes.first, !marks.isEmpty else { return }
    let noteRuns = Runs.ofNotes(notes)
    let markRuns = Runs.ofMarks(
      marks, headings: headings, notesBeginAnew: noteRuns.count > 1)
    if markRuns.count == noteRuns.count {
      let agree = zip(markRuns, noteRuns).allSatisfy { Runs.isCovered($0, by: $1) }
      guard agree || noteRuns.count == 1 else { return }
      for (marks, notes) in zip(markRuns, noteRuns) {
        tie(marks, notes, noteRuns.count == 1 ? .stated : .inferred)
      }
      return
    }
    guard noteRuns.count == 1, let last = markRuns.last, let lastMark = last.last else { return }
    if case .sign = firstNote.label.series {
      // One note and several signs: the sign in the block before the note is its mark.
      let near = marks.filter { $0.block == firstNote.block - 1 }
      if near.count == 1 { tie(near, notes, .stated) }
      return
    }
    if !Runs.areCounted(markRuns) { return tie(marks, notes, .stated) }
    let isInChapter =
      !isWhole && headings[lastMark.block] == headings[firstNote.block]
      && noteTitles[lastMark.block] == noteTitles[firstNote.block]
    if isInChapter { return tie(last, notes, .stated) }
    let equal = markRuns.filter { Runs.haveSameLabels($0, noteRuns[0]) }
    if equal.count == 1, let run = equal.first { tie(run, notes, .inferred) }
  }

  /// Ties marks and notes whose label nothing else in the text has.
  private mutating func tieUnique(_ marks: [LabelledPlace], _ notes: [LabelledPlace]) {
    var noteCounts: [NoteLabel: Int] = [:]
    var markCounts: [NoteLabel: Int] = [:]
    for block in blocks {
      if block.kind == .note, let number = block.number?.value {
        noteCounts[NoteLabel(number), default: 0] += 1
      }
      for mark in block.noteMarks { markCounts[NoteLabel(mark.number), default: 0] += 1 }
    }
    let marks = Dictionary(marks.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    // A series that begins anew has each label in several scopes.
    let restarting = Set(noteCounts.filter { $0.value > 1 }.map(\.key.series))
    for note in notes where noteCounts[note.label] == 1 && markCounts[note.label] == 1 {
      guard let mark = marks[note.label], mark.block != note.block,
        !restarting.contains(note.label.series)
      else { continue }
      tie(mark, to: note.block, .stated)
    }
  }
}
