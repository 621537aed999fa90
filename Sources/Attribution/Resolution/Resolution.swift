// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The outcome of resolving a reference.
struct Resolution {
  /// The source of the words.
  var source: NamedSource
  /// Works through which the source is cited, nearest to the source first.
  var via: [NamedSource]
  /// Index of the record for the book in hand: the last of `via`, or else the source.
  var record: Int?
  /// Whether everything was printed in the reference itself.
  var basis: Basis
  /// Rules that applied.
  var rules: [AttributionRule]
  /// Whether the reference itself names the author of the source.
  var namesAuthor: Bool
  /// Contradiction within the reference; `nil` if there is none.
  var conflict: String?
  /// Whether it is an issue of a newspaper or journal, of which others may be cited by date alone.
  var isPeriodical = false

  /// The book that the author of the text had in hand.
  var book: NamedSource { via.last ?? source }
}

/// What the surrounding prose suggests about whose work a reference means.
struct ProseHint {
  /// The person's name, as full as known.
  var name: String
  /// Folded family name.
  var key: String
  /// Whether a reporting verb links the person to the words.
  var isStrong: Bool
  /// Whether it is a named person, who can be the author of a book.
  var isPerson = true
  /// Whether the prose says that someone else quotes the person.
  var isQuoted = false
  /// Range of the evidence in the passage, in code points.
  var range: Range<Int>
}
