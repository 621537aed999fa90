// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What a reference stands for.
struct Resolution {
  /// The source of the words.
  var source: NamedSource
  /// The works they came through, nearest to the source first.
  var via: [NamedSource]
  /// The record of the book in hand: the last of `via`, else the source.
  var record: Int?
  /// Whether all of it is printed in the reference.
  var basis: Basis
  /// The rules that applied.
  var rules: [AttributionRule]
  /// Whether the reference itself names the author of the source.
  var namesAuthor: Bool
  /// What contradicts itself.
  var conflict: String?

  /// The book in hand.
  var book: NamedSource { via.last ?? source }
}

/// What the prose says of whose work a reference means.
struct ProseHint {
  /// The person's name, as full as known.
  var name: String
  /// The family name, folded.
  var key: String
  /// Whether a word of saying ties the person to the words.
  var isStrong: Bool
  /// Whether it is a person with a name, who may have written a book.
  var isPerson = true
  /// Whether the prose says that somebody else quotes the person.
  var isQuoted = false
  /// The code points of the passage that it rests on.
  var range: Range<Int>
}
