// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A value with a binary form, used in the index and in messages to workers.
package protocol Storable {
  /// Reads a value that `write(to:)` wrote.
  init(from reader: inout ByteReader) throws(DamagedBytes)
  /// Writes the value in the form that `init(from:)` reads.
  func write(to writer: inout ByteWriter)
}

/// The error for bytes that `ByteWriter` cannot have written.
package struct DamagedBytes: Error {
  package init() {}
}
