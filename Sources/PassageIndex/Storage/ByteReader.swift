// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Reads what `ByteWriter` wrote; damaged bytes are an error, never a trap.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Creates a reader of bytes that outlive it.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// What bytes that cannot be read are.
  static let damaged = IndexError(
    .corrupt,
    "A stored passage or work is damaged.",
    hint: "`pamphlet check` names it; `pamphlet recover` publishes a generation that is whole."
  )

  mutating func readUnsigned() throws(IndexError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Self.damaged
  }

  mutating func readInt() throws(IndexError) -> Int {
    let value = try readUnsigned()
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func readBool() throws(IndexError) -> Bool {
    guard offset < bytes.count else { throw Self.damaged }
    defer { offset += 1 }
    return bytes[offset] != 0
  }

  mutating func readString() throws(IndexError) -> String {
    let count = try readCount()
    defer { offset += count }
    return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
  }

  mutating func readRange() throws(IndexError) -> Range<Int> {
    let start = try readInt()
    let count = try readInt()
    guard count >= 0, start <= Int.max - count else { throw Self.damaged }
    return start..<(start + count)
  }

  mutating func readOptional<Value>(
    _ readValue: (inout ByteReader) throws(IndexError) -> Value
  ) throws(IndexError) -> Value? {
    try readBool() ? try readValue(&self) : nil
  }

  mutating func readArray<Value>(
    _ readValue: (inout ByteReader) throws(IndexError) -> Value
  ) throws(IndexError) -> [Value] {
    let count = try readCount()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try readValue(&self)) }
    return values
  }

  mutating func readEnum<Value: RawRepresentable>(
    _ type: Value.Type
  ) throws(IndexError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try readString()) else { throw Self.damaged }
    return value
  }

  /// A count of things that take a byte each at least, so never more than there are bytes left.
  private mutating func readCount() throws(IndexError) -> Int {
    let count = try readUnsigned()
    guard count <= UInt64(bytes.count - offset) else { throw Self.damaged }
    return Int(count)
  }
}
