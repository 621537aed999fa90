// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The words of a stored passage, and what stands above them: the beginning of its stored form, read
/// without the rest because the second stage reads many.
struct StoredText {
  /// The id of the work.
  let work: String
  /// The words.
  let text: String
  /// The headings above.
  let section: [String]

  /// Reads the beginning of what `Passage.write(to:)` writes.
  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var reader = ByteReader(bytes)
    work = try reader.readString()
    _ = try reader.readString()
    _ = try reader.readEnum(Passage.Kind.self)
    text = try reader.readString()
    _ = try reader.readInt()
    section = try reader.readArray { (reader) throws(IndexError) in try reader.readString() }
  }
}
