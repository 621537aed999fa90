// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import CXXHash
import IndexSchema

extension Storable {
  /// The stored form: the encoded value followed by its checksum.
  var stored: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    let checksum = writer.bytes.withUnsafeBytes { RecordChecksum.of($0) }
    return writer.bytes + withUnsafeBytes(of: checksum.littleEndian) { Array($0) }
  }

  /// Reads a value from its stored form.
  ///
  /// - Throws: `IndexError(.corrupt)` if any byte has changed.
  init(stored bytes: UnsafeRawBufferPointer) throws(IndexError) {
    self = try readStored(bytes) { (reader) throws(DamagedBytes) in try Self(from: &reader) }
  }
}

/// Reads a stored passage or work, or only the beginning of it.
///
/// - Throws: `IndexError(.corrupt)` if any byte has changed.
func readStored<Value>(
  _ bytes: UnsafeRawBufferPointer,
  _ read: (inout ByteReader) throws(DamagedBytes) -> Value
) throws(IndexError) -> Value {
  do throws(DamagedBytes) {
    var reader = ByteReader(try RecordChecksum.checked(bytes))
    return try read(&reader)
  } catch {
    throw IndexError(
      .corrupt,
      "A stored passage or work is damaged.",
      remedy: .repair
    )
  }
}

/// The checksum at the end of a stored record (XXH3, 64 bits, little-endian).
private enum RecordChecksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }

  /// The bytes of the value, if they match the checksum after them.
  static func checked(
    _ bytes: UnsafeRawBufferPointer
  ) throws(DamagedBytes) -> UnsafeRawBufferPointer {
    let count = bytes.count - MemoryLayout<UInt64>.size
    guard count >= 0 else { throw DamagedBytes() }
    let value = UnsafeRawBufferPointer(rebasing: bytes[..<count])
    let stated = bytes.loadUnaligned(fromByteOffset: count, as: UInt64.self)
    guard UInt64(littleEndian: stated) == of(value) else { throw DamagedBytes() }
    return value
  }
}
