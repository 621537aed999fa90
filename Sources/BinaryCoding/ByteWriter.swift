// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Serialises values to a compact binary form.
///
/// Why not JSON: the stored form is read far more often than it is written, and a page of results
/// decodes ten passages. This form is read sequentially without any lookup, and because writer and
/// reader always have the same version, it needs no field names. Integers are LEB128, signed ones
/// in zigzag form.
package struct ByteWriter {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  package init() {}

  /// Writes an unsigned integer as LEB128.
  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a signed integer as LEB128 in zigzag form.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  /// Writes a number as its IEEE 754 bit pattern, eight bytes with the lowest first.
  package mutating func write(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a Boolean as one byte.
  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a string as its length in bytes and its UTF-8.
  package mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// Writes the number of bytes, then the bytes.
  package mutating func write(bytes value: [UInt8]) {
    write(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes a range as lower bound and length.
  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  package mutating func write<Value: Storable>(_ value: Value) { value.write(to: &self) }

  /// Writes whether there is a value, then the value if there is one.
  package mutating func write<Value>(
    _ value: Value?,
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }

  /// Writes the number of values, then the values.
  package mutating func write<Value>(
    _ values: [Value],
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(UInt64(values.count))
    for value in values { writeValue(&self, value) }
  }
}
