// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A note that marks refer to by a link, an identifier or its place.
struct BlockNote {
  /// Number as printed in the mark.
  var number: String
  /// Its index among all notes.
  var key: Int
  /// Whether no link says so, but the numbers of the mark and the note.
  var isInferred = false
}

/// Properties of a block that follow from the elements around it.
struct BlockMode {
  var kind = Block.Kind.paragraph
  /// Whether to keep line ends, as in verse and preformatted text.
  var keepsLines = false
  var isPreformatted = false
  /// Whether line ends in verse are marked as such, so that those of the source are spaces.
  var marksLines = false
  /// Whether each block within is a line.
  var isStanza = false
  /// Whether it is an item of a list or a row of a table.
  var isItem = false
  /// Whether a line entirely in bold or large type is a heading, as in documents without any.
  var treatsBoldAsHeading = false
  /// The note that the block contains; `nil` if it is not a note.
  var note: BlockNote?
  /// Whether the text of a note may begin with its number, which is not part of it.
  var printsNumber = true
  /// Who speaks, if the markup says so.
  var speaker: Attributed<String>?
  /// Language tag, if different from the document's.
  var language: String?
}
