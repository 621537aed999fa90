// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work as described by all references to it in one text.
struct CitedRecord {
  /// Authors, each by the fullest name that a reference gives.
  var names: [String]
  /// Folded family names of the authors.
  var keys: Set<String>
  /// Whether a reference names the authors, rather than only the prose.
  var isStated: Bool
  /// Whether it only ever appears as a work through which another is cited.
  var isSecondary = false
  var title: String?
  /// Title of the containing book or journal.
  var container: String?
  /// Editors, as printed.
  var editors: [String]
  /// Volume cited last.
  var volume: String?
  /// Issue cited last.
  var issue: String?
  /// Year of the edition.
  var year: Int?
  /// Pages that an article occupies in its container.
  var extent: ClosedRange<Int>?
  /// Position of the first mention, as in `TextReading.place`.
  var place: Int
}
