// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The speaker identified for a quotation.
struct Speaker {
  /// Fullest name that the text gives; `nil` if unnamed.
  var name: String?
  /// The speaker as printed next to the words.
  var printed: String
  /// Folded family name; for speakers without one, the words as printed.
  var key: String
  /// Whether it is a named person.
  var isPerson: Bool
  /// Whether it is an unnamed person: `one historian`.
  var isGeneric: Bool
  /// Whether a reporting verb links the words directly to the name.
  var isStrong: Bool
  /// Whether the speaker was carried over from an earlier quotation.
  var isCarried = false
  /// What the identification relies on.
  var evidence: [Evidence]
  /// Whether the prose says that someone else quotes the speaker: `Brinton quotes Lenin`.
  var isQuoted = false
}
