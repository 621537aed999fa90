// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work as the references of one text name it, gathered.
struct CitedRecord {
  /// The authors, each by the fullest name that a reference gives.
  var names: [String]
  /// Their family names, folded.
  var keys: Set<String>
  /// Whether a reference names the authors; else the prose does.
  var isStated: Bool
  /// Whether it is only ever named as what words came through.
  var isSecondary = false
  /// The title.
  var title: String?
  /// The book or journal.
  var container: String?
  /// The editors.
  var editors: [String]
  /// The volume that was cited last.
  var volume: String?
  /// The issue that was cited last.
  var issue: String?
  /// The year of the edition.
  var year: Int?
  /// The pages of an article in its book or journal.
  var extent: ClosedRange<Int>?
  /// Where it is first named.
  var place: Int
}
