// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Takes tags and addresses of links out of a paragraph with light markup.
enum PlainMarkupStrip {
  /// The longest tag and the longest address, in bytes.
  private static let longest = 2_000

  static func stripped(_ text: String, _ marks: PlainMarks.Marks) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let end = markup(bytes, index, marks) {
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: MarkupEntities.resolved(result, keepsXML: false), as: UTF8.self)
  }

  /// The end of the markup at a place; `nil` if there is none.
  private static func markup(_ bytes: [UInt8], _ index: Int, _ marks: PlainMarks.Marks) -> Int? {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x3C where next == 0x2F || next == 0x21 || isLetter(next):
      // A tag, a comment, or an address in pointed brackets, which is words.
      guard
        let end = next == 0x21
          ? end(bytes, index, 0x3E, sameLine: false) : endOfTag(bytes, index),
        !bytes[index..<end].contains(0x40),
        !(bytes[index..<end].contains(0x3A) && !bytes[index..<end].contains(0x20))
      else { return nil }
      return end
    case 0x5D where next == 0x28 && marks.hasInlineAddresses:
      return endOfAddress(bytes, index + 2)
    case 0x5B where next == 0x5B && marks.hasDoubleBrackets:
      // The address, if words for it follow.
      guard let close = end(bytes, index, 0x5D, sameLine: false), close < bytes.count,
        bytes[close] == 0x5B
      else { return nil }
      return close + 1
    default: return nil
    }
  }

  /// The end of a tag on its line, or on a later one if an attribute with a value stands in it before.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    var hasAttribute = false
    for index in start + 1..<max(start + 1, min(bytes.count, start + longest)) {
      switch bytes[index] {
      case 0x3E: return index + 1
      case 0x3C: return nil
      case 0x22 where bytes[index - 1] == 0x3D: hasAttribute = true
      case 0x0A where !hasAttribute: return nil
      default: break
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The end of an address, which may contain pairs of parentheses (CommonMark, 6.3).
  private static func endOfAddress(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 1
    for index in start..<min(bytes.count, start + longest) {
      if bytes[index] == 0x28 { depth += 1 }
      if bytes[index] == 0x29 { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  private static func end(
    _ bytes: [UInt8], _ start: Int, _ closing: UInt8, sameLine: Bool
  ) -> Int? {
    for index in start..<min(bytes.count, start + longest) {
      if bytes[index] == closing { return index + 1 }
      if sameLine, bytes[index] == 0x0A { return nil }
    }
    return nil
  }
}
