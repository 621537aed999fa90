// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Appends values to bytes.
///
/// Why not JSON: a page of results decodes ten passages, and the stored form is read far more often
/// than written; this one is read without searching for anything. It is private to one version of its
/// reader, so it needs no field names. Numbers are LEB128, signed ones in zigzag form.
package struct ByteWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Creates a writer that has written nothing.
  package init() {}

  /// Writes an unsigned number.
  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a signed number.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  /// Writes a truth value.
  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a string.
  package mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// Writes bytes.
  package mutating func write(bytes value: [UInt8]) {
    write(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes a range.
  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  /// Writes a value.
  package mutating func write<Value: Storable>(_ value: Value) { value.write(to: &self) }

  /// Writes a value that may be missing.
  package mutating func write<Value>(
    _ value: Value?,
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }

  /// Writes values, one after another.
  package mutating func write<Value>(
    _ values: [Value],
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(UInt64(values.count))
    for value in values { writeValue(&self, value) }
  }
}
