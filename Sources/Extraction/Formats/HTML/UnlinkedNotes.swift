// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Ties raised numbers to numbered notes below a heading such as “Notes”, where no links do.
///
/// A number identifies a note only within its scope: from one list of notes to the next, or, where
/// the lists stand together at the end, the chapter that a list is headed by. Notes and marks whose
/// number occurs twice in a scope are not tied; order alone never ties them.
struct UnlinkedNotes {
  /// Note that each block contains, by its number.
  private(set) var notes: [(block: HTMLNode, number: String)] = []
  /// Marks with the index of their note.
  private(set) var marks: [(node: HTMLNode, note: Int)] = []
  /// Numbers that could not be tied, because several notes or marks of a scope have them.
  private(set) var ambiguous: [String] = []

  init(_ root: HTMLNode, linked: NoteLinks) {
    let survey = NoteSurvey(root, linked: linked)
    guard !survey.groups.isEmpty, !survey.marks.isEmpty else { return }
    let chapters = Dictionary(
      grouping: survey.headings.indices.filter { !survey.headings[$0].isInNotes },
      by: { survey.headings[$0].title })
    for place in survey.groups.indices.prefix(10_000) {
      guard let scope = Self.scope(of: place, in: survey, chapters) else { continue }
      tie(survey.groups[place], scope)
    }
  }

  private mutating func tie(_ group: NoteSurvey.Group, _ scope: ArraySlice<NoteSurvey.Mark>) {
    let byNumber = Dictionary(grouping: scope, by: \.number)
    let counts = group.notes.reduce(into: [String: Int]()) { $0[$1.number, default: 0] += 1 }
    var tied: [(note: NoteSurvey.Item, mark: NoteSurvey.Mark?)] = []
    for note in group.notes {
      let found = byNumber[note.number] ?? []
      if counts[note.number] == 1, found.count <= 1 {
        tied.append((note, found.first))
      } else if !found.isEmpty {
        if ambiguous.last != note.number { ambiguous.append(note.number) }
      }
    }
    // A list whose numbers no mark has may be any list.
    guard tied.contains(where: { $0.mark != nil }) else { return }
    for (note, mark) in tied {
      if let mark { marks.append((mark.node, notes.count)) }
      notes.append((note.node, note.number))
    }
  }

  /// The marks that a list of notes can belong to; `nil` if that cannot be told.
  private static func scope(
    of place: Int, in survey: NoteSurvey, _ chapters: [String: [Int]]
  ) -> ArraySlice<NoteSurvey.Mark>? {
    let group = survey.groups[place]
    let before = place > 0 ? survey.groups[place - 1].end : 0
    func between(_ start: Int, _ end: Int) -> ArraySlice<NoteSurvey.Mark> {
      let low = survey.marks.partitioningIndex { $0.order >= start }
      return survey.marks[low..<max(low, survey.marks.partitioningIndex { $0.order >= end })]
    }
    let own = between(before, group.start)
    let next = place + 1 < survey.groups.count ? survey.groups[place + 1] : nil
    let isAlone = next.map { !between(group.end, $0.start).isEmpty } ?? true
    if !own.isEmpty, isAlone { return own }
    // Several lists together: each says by its heading which chapter it belongs to.
    guard group.title.count >= 2 else { return nil }
    guard let found = chapters[group.title], found.count == 1, let chapter = found.first,
      survey.headings[chapter].order < group.start
    else { return nil }
    let heading = survey.headings[chapter]
    let end = survey.headings[(chapter + 1)...].first { $0.level <= heading.level }?.order
    return between(heading.order, min(end ?? group.start, group.start))
  }
}

extension Array {
  /// Binary search: the first index whose element satisfies a monotone predicate.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
