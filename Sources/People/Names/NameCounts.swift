// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding

/// How often a name occurs in each part that people have in a library.
package struct NameCounts: Sendable, Hashable {
  /// The number of works of which it names an author.
  package var author = 0
  /// The number of works of which it names an editor.
  package var editor = 0
  /// The number of works of which it names a translator.
  package var translator = 0
  /// The number of quotations of which it names the speaker.
  package var speaker = 0
  /// The number of references in which it names an author of the cited work.
  package var cited = 0

  /// Creates counts of zero.
  package init() {}

  /// All occurrences together.
  package var total: Int { author + editor + translator + speaker + cited }

  package static func += (counts: inout NameCounts, other: NameCounts) {
    counts.author += other.author
    counts.editor += other.editor
    counts.translator += other.translator
    counts.speaker += other.speaker
    counts.cited += other.cited
  }
}

extension NameCounts: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    author = try reader.readInt()
    editor = try reader.readInt()
    translator = try reader.readInt()
    speaker = try reader.readInt()
    cited = try reader.readInt()
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(author)
    writer.write(editor)
    writer.write(translator)
    writer.write(speaker)
    writer.write(cited)
  }
}
