// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A mark or a note: its label and where it stands.
struct LabelledPlace: Sendable {
  let label: NoteLabel
  /// Index of its block.
  let block: Int
  /// Index among the marks of its block; 0 for a note.
  var mark = 0
}
