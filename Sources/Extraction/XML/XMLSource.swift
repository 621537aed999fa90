// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2

/// A document as its parser gets it: in UTF-8, without an internal subset and without entities
/// other than the five of XML.
///
/// No entity is left that the parser could expand, so that a small document cannot become a large
/// one (CWE-776). Names of HTML's entities stand for their characters, declared or not; a `&` or
/// `<` that begins nothing is text. Line ends are kept, so that line numbers stay correct.
///
/// - Complexity: O(*n*).
struct XMLSource {
  private(set) var utf8: [UInt8] = []

  private let source: [UInt8]
  private var index = 0
  private var entities = XMLEntities()

  init(_ text: String) {
    source = Array(text.utf8)
    utf8.reserveCapacity(source.count + source.count / 16)
    while index < source.count { step() }
  }

  private mutating func step() {
    switch source[index] {
    case 0x26: readReference()
    case 0x3C: readMarkup()
    case 0x09, 0x0A, 0x0D, 0x20...:
      copy(to: source[index...].firstIndex { Self.isSpecial($0) } ?? source.count)
    default:
      // Control characters are no characters of XML 1.0 (2.2).
      utf8.append(0x20)
      index += 1
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  private mutating func copy(to end: Int) {
    utf8 += source[index..<min(end, source.count)]
    index = min(end, source.count)
  }

  private mutating func readMarkup() {
    if starts(with: "<!--") {
      copy(to: end(of: "-->", from: index + 4))
    } else if starts(with: "<![CDATA[") {
      copy(to: end(of: "]]>", from: index + 9))
    } else if starts(with: "<?") {
      copy(to: end(of: "?>", from: index + 2))
    } else if starts(with: "<!DOCTYPE") {
      readDocumentType()
    } else if index + 1 < source.count, Self.beginsTag(source[index + 1]) {
      copy(to: index + 1)
    } else {
      utf8 += "&lt;".utf8
      index += 1
    }
  }

  /// Whether a byte after `<` belongs to a tag or a declaration (XML 1.0, 2.3).
  private static func beginsTag(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || [0x2F, 0x21, 0x5F, 0x3A].contains(byte)
  }

  // MARK: Entities

  private mutating func readReference() {
    if let (value, end) = entities.value(at: index, in: source) {
      append(value)
      index = end
    } else {
      index = append(referenceAt: index, in: source)
    }
  }

  /// Appends the replacement of a declared entity, in which only HTML's entities are replaced.
  private mutating func append(_ value: [UInt8]) {
    var place = 0
    while place < value.count {
      switch value[place] {
      case 0x26: place = append(referenceAt: place, in: value)
      case 0x22:
        utf8 += "&#34;".utf8
        place += 1
      case 0x27:
        utf8 += "&#39;".utf8
        place += 1
      default:
        utf8.append(value[place])
        place += 1
      }
    }
  }

  /// Appends a reference to a character or to an entity that is not declared; returns its end.
  private mutating func append(referenceAt start: Int, in bytes: [UInt8]) -> Int {
    guard let end = bytes[start...].prefix(Self.longestName).firstIndex(of: 0x3B), end > start + 1
    else {
      utf8 += "&amp;".utf8
      return start + 1
    }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if Self.xml.contains(name) || Self.isCharacter(name) {
      utf8 += bytes[start...end]
    } else if let scalar = Self.character(named: name) {
      utf8 += String(scalar).utf8
    } else {
      utf8 += "&amp;".utf8
      return start + 1
    }
    return end + 1
  }

  private static let longestName = 34
  private static let xml: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  /// Whether a reference is to a character by its number, and the character one of XML's.
  private static func isCharacter(_ name: String) -> Bool {
    guard name.first == "#" else { return false }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, Unicode.Scalar(value) != nil else { return false }
    return value >= 0x20 && value != 0xFFFE && value != 0xFFFF
      || [0x09, 0x0A, 0x0D].contains(value)
  }

  /// The character that HTML names so (HTML 4.01, 24).
  private static func character(named name: String) -> Unicode.Scalar? {
    guard name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }),
      let entity = htmlEntityLookup(name)
    else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }

  // MARK: Document type

  private static let longestSubset = 1 << 20

  /// Copies a document type without its internal subset, whose entities are remembered.
  private mutating func readDocumentType() {
    var place = index
    var quote: UInt8?
    var open: Int?
    let limit = min(source.count, index + Self.longestSubset)
    while place < limit {
      let byte = source[place]
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3C, open != nil, source[place...].starts(with: "<!--".utf8) {
        place = end(of: "-->", from: place + 4)
        continue
      } else if byte == 0x5B, open == nil {
        open = place
      } else if byte == 0x3E, open == nil {
        return copy(to: place + 1)
      } else if byte == 0x5D, let open {
        entities.read(source[open..<place])
        utf8 += source[index..<open]
        for byte in source[open..<place] where byte == 0x0A { utf8.append(byte) }
        index = place + 1
        return
      }
      place += 1
    }
    // A document type that does not end is no document type.
    utf8 += "&lt;".utf8
    index += 1
  }

  /// The index after the next occurrence of an end mark, or the end of the source.
  private func end(of mark: String, from start: Int) -> Int {
    let wanted = Array(mark.utf8)
    var place = min(start, source.count)
    while place < source.count {
      if source[place] == wanted[0], source[place...].starts(with: wanted) {
        return place + wanted.count
      }
      place += 1
    }
    return source.count
  }

  private func starts(with text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= source.count else { return false }
    return text.withUTF8Buffer { source[index..<(index + $0.count)].elementsEqual($0) }
  }
}
