// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Removes excessively nested tags so that a document can be parsed in reasonable time.
///
/// For each tag the parser searches the open elements, so deep nesting takes quadratic time and
/// unclosed formatting elements quadratic memory.
struct TagSoup {
  /// Maximum number of open elements, and of open formatting elements among them.
  private static let deepest = 1_000
  private static let deepestFormatting = 48
  /// Maximum length of a tag in bytes.
  private static let longestTag = 65_536

  /// Markup without the removed tags.
  private(set) var markup: [UInt8]
  /// Number of tags removed.
  private(set) var droppedTags = 0

  private var depth = 0
  private var formattingDepth = 0
  private var droppedOpen = 0

  /// Checks markup.
  ///
  /// - Complexity: O(*n*); copies nothing if no tag needs to be removed.
  init(_ utf8: [UInt8]) {
    markup = utf8
    var kept: [UInt8]?
    var copied = 0
    var index = 0
    while let open = Self.find(0x3C, in: utf8, from: index) {
      guard let tag = Self.tag(at: open, in: utf8) else {
        index = open + 1
        continue
      }
      index = tag.end
      if tag.isRaw, !tag.isClosing {
        index = Self.endOfRaw(tag.name, in: utf8, from: tag.end)
        continue
      }
      guard !allows(tag) else { continue }
      droppedTags += 1
      kept = kept ?? []
      kept?.append(contentsOf: utf8[copied..<open])
      copied = tag.end
    }
    if var kept {
      kept.append(contentsOf: utf8[copied...])
      markup = kept
    }
  }

  private struct Tag {
    var name: ArraySlice<UInt8>
    var isClosing: Bool
    var end: Int
    var length: Int
    var isRaw: Bool
  }

  private mutating func allows(_ tag: Tag) -> Bool {
    if tag.length > Self.longestTag { return false }
    let name = String(decoding: tag.name, as: UTF8.self).lowercased()
    if Self.isUncounted.contains(name) { return true }
    let isFormatting = Self.formatting.contains(name)
    if tag.isClosing {
      if droppedOpen > 0 {
        droppedOpen -= 1
        return false
      }
      depth = max(0, depth - 1)
      if isFormatting { formattingDepth = max(0, formattingDepth - 1) }
      return true
    }
    guard depth < Self.deepest, !isFormatting || formattingDepth < Self.deepestFormatting else {
      droppedOpen += 1
      return false
    }
    depth += 1
    if isFormatting { formattingDepth += 1 }
    return true
  }

  private static func find(_ byte: UInt8, in bytes: [UInt8], from index: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = index
      while index < buffer.count {
        if buffer[index] == byte { return index }
        index += 1
      }
      return nil
    }
  }

  private static func tag(at open: Int, in bytes: [UInt8]) -> Tag? {
    var index = open + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x21 {
      // A comment is skipped as a whole, so that tags inside it do not count.
      guard bytes[index...].starts(with: [0x21, 0x2D, 0x2D]) else { return nil }
      return nil
    }
    let isClosing = bytes[index] == 0x2F
    if isClosing { index += 1 }
    let first = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    guard index > first, (bytes[first] | 0x20) &- 0x61 < 26 else { return nil }
    let name = bytes[first..<index]
    let end = find(0x3E, in: bytes, from: index).map { $0 + 1 } ?? bytes.count
    let lower = String(decoding: name.prefix(12), as: UTF8.self).lowercased()
    return Tag(
      name: name,
      isClosing: isClosing,
      end: end,
      length: end - open,
      isRaw: raw.contains(lower)
    )
  }

  private static func endOfRaw(_ name: ArraySlice<UInt8>, in bytes: [UInt8], from index: Int) -> Int
  {
    var index = index
    while let close = find(0x3C, in: bytes, from: index) {
      let rest = bytes[close...]
      if rest.dropFirst().first == 0x2F,
        zip(rest.dropFirst(2), name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return close
      }
      index = close + 1
    }
    return bytes.count
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x3A
  }

  private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp", "noscript"]
  private static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]
  /// Elements without content, and elements closed implicitly.
  private static let isUncounted: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "html", "head", "body", "colgroup",
  ]
}
