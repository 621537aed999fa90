// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash

/// A value that is stored in a document of the index.
protocol Storable {
  /// Reads a value.
  init(from reader: inout ByteReader) throws(IndexError)
  /// Writes the value.
  func write(to writer: inout ByteWriter)
}

extension Storable {
  /// The stored form: the value, and the checksum of its bytes.
  var stored: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    let checksum = writer.bytes.withUnsafeBytes { RecordChecksum.of($0) }
    return writer.bytes + withUnsafeBytes(of: checksum.littleEndian) { Array($0) }
  }

  /// Reads a value from its stored form.
  ///
  /// - Throws: `IndexError(.corrupt)` if any of its bytes is not as it was written.
  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    let count = bytes.count - RecordChecksum.size
    guard count >= 0 else { throw ByteReader.damaged }
    let value = UnsafeRawBufferPointer(rebasing: bytes[..<count])
    let stated = bytes.loadUnaligned(fromByteOffset: count, as: UInt64.self)
    guard UInt64(littleEndian: stated) == RecordChecksum.of(value) else { throw ByteReader.damaged }
    var reader = ByteReader(value)
    try self.init(from: &reader)
  }
}

/// The checksum of a stored record (XXH3, 64 bits).
private enum RecordChecksum {
  /// The bytes that it takes.
  static let size = 8

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }
}
