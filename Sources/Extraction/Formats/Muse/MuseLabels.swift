// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The labels of the notes of a text: `1`, `{1}`, and `#a1` for a note that is linked to.
struct MuseLabels {
  private var notes: Set<String> = []
  private var repeated: Set<String> = []

  /// Numbers of the last marks of notes and of secondary notes, which are counted separately.
  struct LastMarks {
    private var primary = 0
    private var secondary = 0

    subscript(isSecondary: Bool) -> Int {
      get { isSecondary ? secondary : primary }
      set { if isSecondary { secondary = newValue } else { primary = newValue } }
    }
  }

  init() {}

  /// Adds the label of a note.
  mutating func addNote(_ label: String) {
    if !notes.insert(label).inserted { repeated.insert(label) }
  }

  func hasNote(_ label: String) -> Bool { notes.contains(label) }

  /// Whether no note of a series has the label of another; a label then has one meaning in all
  /// chapters (Text::Amuse, “Footnotes”).
  func areUnique(secondary: Bool) -> Bool {
    !repeated.contains { $0.hasPrefix("{") == secondary && !$0.hasPrefix("#") }
  }

  /// The labels that a note can refer to: those of the other series.
  func seenFromNote(_ number: String?) -> MuseLabels {
    var others = self
    guard let number else { return MuseLabels() }
    others.notes = notes.filter { $0.hasPrefix("{") != number.hasPrefix("{") && !$0.hasPrefix("#") }
    return others
  }
}
