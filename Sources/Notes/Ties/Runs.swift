// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Divides the labels of one series into runs within which no label means two notes.
enum Runs {
  /// Divides notes: a run ends before a label that it already has.
  static func ofNotes(_ notes: [LabelledPlace]) -> [[LabelledPlace]] {
    var runs: [[LabelledPlace]] = []
    var seen: Set<Int> = []
    for note in notes {
      if runs.isEmpty || !seen.insert(note.label.value).inserted {
        runs.append([])
        seen = [note.label.value]
      }
      runs[runs.count - 1].append(note)
    }
    return runs
  }

  /// Divides marks: a run ends where the count begins anew.
  ///
  /// A mark that the run already has is the same mark printed twice, unless it is smaller than the
  /// one before it and a heading stands between, or the notes begin anew too.
  ///
  /// - Parameter headings: Number of headings before each block.
  static func ofMarks(
    _ marks: [LabelledPlace], headings: [Int], notesBeginAnew: Bool
  ) -> [[LabelledPlace]] {
    var runs: [[LabelledPlace]] = []
    var seen: Set<Int> = []
    var last: LabelledPlace?
    for (index, mark) in marks.enumerated() {
      let value = mark.label.value
      var isNew = runs.isEmpty
      if let last, seen.contains(value) {
        let isUnderAnotherHeading = headings[mark.block] > headings[last.block]
        if case .sign = mark.label.series {
          isNew = true
        } else if value < last.label.value || (value == 1 && isUnderAnotherHeading) {
          let next = index + 1 < marks.count ? marks[index + 1].label.value : nil
          isNew =
            isUnderAnotherHeading || notesBeginAnew
            || (value == 1 && next == 2 && seen.contains(2))
        }
      }
      if isNew {
        runs.append([])
        seen = []
      }
      seen.insert(value)
      runs[runs.count - 1].append(mark)
      last = mark
    }
    return runs
  }

  /// Whether each run of marks counts up from one, as notes do and references to a bibliography
  /// do not.
  static func areCounted(_ runs: [[LabelledPlace]]) -> Bool {
    runs.allSatisfy { run in
      var greatest = 0
      for mark in run {
        let value = mark.label.value
        guard value <= greatest + 2 else { return false }
        greatest = max(greatest, value)
      }
      return true
    }
  }

  /// Whether all marks of a run have notes in another.
  static func isCovered(_ marks: [LabelledPlace], by notes: [LabelledPlace]) -> Bool {
    let values = Set(notes.map(\.label.value))
    return marks.allSatisfy { values.contains($0.label.value) }
  }

  /// Whether two runs have the same labels.
  static func haveSameLabels(_ one: [LabelledPlace], _ other: [LabelledPlace]) -> Bool {
    Set(one.map(\.label.value)) == Set(other.map(\.label.value))
  }
}
