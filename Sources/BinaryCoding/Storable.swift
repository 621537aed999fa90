// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A value with a binary form: in a document of the index, or in a message to a worker.
package protocol Storable {
  /// Reads a value.
  init(from reader: inout ByteReader) throws(DamagedBytes)
  /// Writes the value.
  func write(to writer: inout ByteWriter)
}

/// Bytes that are not what `ByteWriter` wrote.
package struct DamagedBytes: Error {
  /// Creates the error.
  package init() {}
}
