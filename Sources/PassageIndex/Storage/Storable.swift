// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A value that is stored in a document of the index.
protocol Storable {
  /// Reads a value.
  init(from reader: inout ByteReader) throws(IndexError)
  /// Writes the value.
  func write(to writer: inout ByteWriter)
}

extension Storable {
  /// The stored form.
  var stored: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads a value from its stored form.
  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var reader = ByteReader(bytes)
    try self.init(from: &reader)
  }
}
