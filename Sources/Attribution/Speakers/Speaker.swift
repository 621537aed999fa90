// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Who is found to speak in a quotation.
struct Speaker {
  /// The fullest name that the text gives; `nil` if a pronoun stands for nobody who is named.
  var name: String?
  /// As printed beside the words.
  var printed: String
  /// The family name, folded; the words as printed for those who have none.
  var key: String
  /// Whether it is a person with a name.
  var isPerson: Bool
  /// Whether a body or a person without a name is meant in general: `one historian`.
  var isGeneric: Bool
  /// Whether a word of saying ties speaker and words, and the name itself stands there.
  var isStrong: Bool
  /// Whether nothing beside the words says so: it is who spoke before.
  var isCarried = false
  /// What it rests on.
  var evidence: [Evidence]
  /// Whether the prose says that somebody quotes them: `Brinton quotes Lenin`.
  var isQuoted = false
}
