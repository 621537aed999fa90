// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// One field of the index: the only place that says its name, its prefix and how it is searched.
///
/// Prefixes follow Xapian's published convention (omega, `docs/termprefixes.rst`): single letters
/// have their usual meaning, our own begin with `X`. Terms after a prefix are lower case, so that
/// no prefix can be taken for the beginning of another one's term.
package struct Field: Sendable, Hashable {
  /// How the field's text becomes terms.
  package enum Kind: String, Sendable, Hashable {
    /// Words with positions and stems; searched by default.
    case text
    /// Words and stems under a prefix; a filter matches passages that have all words.
    case words
    /// Words of names under a prefix, not stemmed.
    case names
    /// The whole value as one term.
    case exact
    /// A number in a value slot, searched by ranges, beside one exact term for each value.
    case number
  }

  /// The name in queries, options and JSON.
  package var name: String
  /// The prefix of its terms.
  package var prefix: String
  /// How its text becomes terms.
  package var kind: Kind
  /// The value slot, for sorting, ranges and facets.
  package var slot: UInt32?
  /// Whether a search may count its values.
  package var isFacet: Bool
  /// Whether it may be named in a query.
  package var isSearchable: Bool
  /// An example query.
  package var example: String
  /// A sentence for help pages.
  package var summary: String

  /// Whether its words are indexed in all their inflected forms; names are not.
  package var isStemmed: Bool { kind == .text || kind == .words }
}
