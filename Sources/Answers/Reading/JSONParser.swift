// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension JSONValue {
  /// Parses JSON (RFC 8259).
  ///
  /// - Throws: `JSONMismatch(.damaged)` if the bytes are not exactly one JSON value.
  package init(parsing bytes: some Collection<UInt8>) throws(JSONMismatch) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.value(depth: 0)
    guard parser.isAtEnd else { throw JSONMismatch(.damaged) }
  }
}

/// Parses JSON from bytes.
private struct JSONParser {
  /// The maximum nesting of values, because the parser is recursive.
  private static let depth = 64

  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether only white space remains.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  mutating func value(depth: Int) throws(JSONMismatch) -> JSONValue {
    skipSpace()
    guard index < bytes.count, depth < Self.depth else { throw JSONMismatch(.damaged) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONMismatch) -> JSONValue {
    var members: [JSONValue.Member] = []
    index += 1
    if skip("}") { return .object([]) }
    repeat {
      skipSpace()
      let name = try string()
      guard skip(":") else { throw JSONMismatch(.damaged) }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
    } while skip(",")
    guard skip("}") else { throw JSONMismatch(.damaged) }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONMismatch) -> JSONValue {
    var values: [JSONValue] = []
    index += 1
    if skip("]") { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while skip(",")
    guard skip("]") else { throw JSONMismatch(.damaged) }
    return .array(values)
  }

  private mutating func string() throws(JSONMismatch) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      throw JSONMismatch(.damaged)
    }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 0x20
    {
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      return try escapedString(from: start)
    }
    defer { index += 1 }
    return try text(bytes[start..<index])
  }

  /// Reads the rest of a string with escapes.
  private mutating func escapedString(from start: Int) throws(JSONMismatch) -> String {
    var unescaped = Array(bytes[start..<index])
    while index < bytes.count, bytes[index] >= 0x20 {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return try text(unescaped[...]) }
      if byte == UInt8(ascii: "\\") {
        unescaped.append(contentsOf: String(try escape()).utf8)
      } else {
        unescaped.append(byte)
      }
    }
    throw JSONMismatch(.damaged)
  }

  private mutating func escape() throws(JSONMismatch) -> Unicode.Scalar {
    guard index < bytes.count else { throw JSONMismatch(.damaged) }
    defer { index += 1 }
    switch bytes[index] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw JSONMismatch(.damaged)
    }
  }

  /// The code point of `\u1234` or of the surrogate pair `\ud83d\ude00`; stops at the last digit.
  private mutating func codePoint() throws(JSONMismatch) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\"),
      bytes[index + 2] == UInt8(ascii: "u")
    else { throw JSONMismatch(.damaged) }
    index += 2
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONMismatch(.damaged) }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONMismatch) -> UInt32 {
    guard index + 4 < bytes.count,
      let value = UInt32(
        String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
    else { throw JSONMismatch(.damaged) }
    index += 4
    return value
  }

  private mutating func number() throws(JSONMismatch) -> JSONValue {
    let start = index
    while index < bytes.count, Self.isOfNumber(bytes[index]) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    if let integer = Int(digits) { return .integer(integer) }
    guard let number = Double(digits), number.isFinite else { throw JSONMismatch(.damaged) }
    return .number(number)
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONMismatch) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw JSONMismatch(.damaged) }
    index += word.utf8.count
    return value
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(JSONMismatch) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONMismatch(.damaged) }
    return text
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a byte can be part of a number; `Int` and `Double` validate the whole.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }
}
