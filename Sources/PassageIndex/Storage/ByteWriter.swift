// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Appends values to bytes in the form in which documents are stored.
///
/// Why not JSON: a page of results decodes ten passages, and the stored form is read far more often
/// than written; this one is read without searching for anything. It is private to one schema
/// version, so it needs no field names. Numbers are LEB128, signed ones in zigzag form.
struct ByteWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  mutating func write<Value: Storable>(_ value: Value) { value.write(to: &self) }

  mutating func write<Value>(
    _ value: Value?,
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }

  mutating func write<Value>(
    _ values: [Value],
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(UInt64(values.count))
    for value in values { writeValue(&self, value) }
  }
}
