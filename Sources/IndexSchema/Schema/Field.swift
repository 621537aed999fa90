// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A field of the index: the only place that defines its name, its prefix and how it is searched.
///
/// Prefixes follow Xapian's published convention (omega, `docs/termprefixes.rst`): single letters
/// have their usual meaning, our own prefixes begin with `X`. Terms after a prefix are lower case,
/// so that no prefix can be mistaken for the start of another prefix's term.
package struct Field: Sendable, Hashable {
  /// How the field's text is turned into terms.
  package enum Kind: String, Sendable, Hashable {
    /// Words with positions and stems; searched by default.
    case text
    /// Words and stems under a prefix; a filter matches passages that contain all its words.
    case words
    /// Words of names under a prefix, without stemming.
    case names
    /// The whole value as one term.
    case exact
    /// A number in a value slot for range searches, and one exact term per value.
    case number
  }

  /// The name in queries, options and JSON.
  package var name: String
  /// The prefix of the field's terms.
  package var prefix: String
  /// How the field's text is turned into terms.
  package var kind: Kind
  /// The value slot for sorting, ranges and facets.
  package var slot: UInt32?
  /// Whether searches can count its values.
  package var isFacet: Bool
  /// Whether queries can use the field.
  package var isSearchable: Bool
  /// An example query.
  package var example: String
  /// A sentence for help pages.
  package var summary: String

  /// Whether its words are also indexed by stem; names are not.
  package var isStemmed: Bool { kind == .text || kind == .words }
}
