// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Writes compact JSON (RFC 8259), with members in the order they are written.
///
/// `JSONEncoder` is not used because it sorts members or leaves their order undefined, drops
/// `null`, and takes ten times as long for a page of results.
package struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// Creates an empty writer.
  package init() {}

  /// The JSON written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Moves the contents out and leaves an empty writer.
  @inline(__always)
  mutating func taken() -> JSONWriter {
    var other = JSONWriter()
    swap(&self, &other)
    return other
  }

  package mutating func beginObject() { begin(0x7B) }
  package mutating func endObject() { end(0x7D) }

  /// Writes an object, whose members the closure writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    begin(0x7B)
    members(&self)
    end(0x7D)
  }

  /// Writes an array, whose elements are written one by one.
  package mutating func array<Element>(
    _ elements: some Sequence<Element>,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    begin(0x5B)
    for element in elements { write(&self, element) }
    end(0x5D)
  }

  /// Writes the name of a member; its value must follow.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes the name of a member that is known only at run time.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  package mutating func null() { raw("null") }
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func number(_ value: Int) { raw(String(value)) }

  /// Writes a number with at most four decimal places; non-finite values are written as `null`.
  package mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else { return null() }
    let scaled = (value * 10_000).rounded()
    let whole = Int(scaled / 10_000)
    let rest = Int(abs(scaled)) % 10_000
    var text = scaled < 0 && whole == 0 ? "-0" : String(whole)
    if rest > 0 {
      let digits = String(rest)
      text += "." + String(repeating: "0", count: 4 - digits.count) + digits
      while text.last == "0" { text.removeLast() }
    }
    raw(text)
  }

  package mutating func string(_ value: String) {
    separate()
    bytes.append(0x22)
    var value = value
    value.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes a range as a pair of bounds.
  package mutating func range(_ range: Range<Int>) {
    begin(0x5B)
    number(range.lowerBound)
    number(range.upperBound)
    end(0x5D)
  }

  private mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  private mutating func begin(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func end(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
}
