// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads values written by `ByteWriter`; throws on damaged bytes instead of trapping.
package struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Creates a reader; the buffer must outlive it.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads an unsigned LEB128 integer.
  package mutating func readUnsigned() throws(DamagedBytes) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw DamagedBytes()
  }

  /// Reads a signed integer: LEB128 in zigzag form.
  package mutating func readInt() throws(DamagedBytes) -> Int {
    let value = try readUnsigned()
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  /// Reads a number stored as its IEEE 754 bit pattern.
  package mutating func readDouble() throws(DamagedBytes) -> Double {
    guard bytes.count - offset >= 8 else { throw DamagedBytes() }
    defer { offset += 8 }
    return Double(
      bitPattern: bytes[offset..<(offset + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Reads a Boolean stored in one byte.
  package mutating func readBool() throws(DamagedBytes) -> Bool {
    guard offset < bytes.count else { throw DamagedBytes() }
    defer { offset += 1 }
    return bytes[offset] != 0
  }

  /// Reads a length-prefixed string; invalid UTF-8 is replaced by U+FFFD.
  package mutating func readString() throws(DamagedBytes) -> String {
    let count = try readCount()
    defer { offset += count }
    return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
  }

  /// Reads a length-prefixed array of bytes.
  package mutating func readBytes() throws(DamagedBytes) -> [UInt8] {
    let count = try readCount()
    defer { offset += count }
    return Array(bytes[offset..<(offset + count)])
  }

  /// Reads a range stored as lower bound and length.
  package mutating func readRange() throws(DamagedBytes) -> Range<Int> {
    let start = try readInt()
    let count = try readInt()
    guard count >= 0, start <= Int.max - count else { throw DamagedBytes() }
    return start..<(start + count)
  }

  /// Reads a Boolean and, if it is true, a value.
  package mutating func readOptional<Value>(
    _ readValue: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Value? {
    try readBool() ? try readValue(&self) : nil
  }

  /// Reads a count, then that many values.
  package mutating func readArray<Value>(
    _ readValue: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    let count = try readCount()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try readValue(&self)) }
    return values
  }

  /// Reads an enumeration case stored as its raw value.
  package mutating func readEnum<Value: RawRepresentable>(
    _ type: Value.Type
  ) throws(DamagedBytes) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try readString()) else { throw DamagedBytes() }
    return value
  }

  /// Reads a count of elements of at least one byte each, which cannot exceed the remaining bytes.
  private mutating func readCount() throws(DamagedBytes) -> Int {
    let count = try readUnsigned()
    guard count <= UInt64(bytes.count - offset) else { throw DamagedBytes() }
    return Int(count)
  }
}
