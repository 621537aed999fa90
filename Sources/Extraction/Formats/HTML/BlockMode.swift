// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

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
  var note: NoteLinks.Note?
  /// Language tag, if different from the document's.
  var language: String?
}
