// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A tag in markup, found as an HTML tokenizer finds it (HTML Standard, 13.2.5).
struct MarkupTag {
  /// Where its name is, prefix included.
  let name: Range<Int>
  let isClosing: Bool
  /// Whether it ends with `/>` that does not belong to the value of an attribute.
  let isSelfClosing: Bool
  /// Index after its `>`.
  let end: Int

  /// Reads the tag that begins at `<`; `nil` if none does, or if it does not end.
  init?(at open: Int, in bytes: [UInt8]) {
    var index = open + 1
    guard index < bytes.count else { return nil }
    isClosing = bytes[index] == 0x2F
    if isClosing { index += 1 }
    let first = index
    guard index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 else { return nil }
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    name = first..<index
    // Whether a value may begin, after `=`.
    var awaitsValue = false
    var isInValue = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x3E:
        isSelfClosing = bytes[index - 1] == 0x2F && !isInValue
        end = index + 1
        return
      case 0x22 where awaitsValue, 0x27 where awaitsValue:
        index += 1
        while index < bytes.count, bytes[index] != byte { index += 1 }
        awaitsValue = false
        isInValue = false
      case 0x3D where !isInValue: awaitsValue = true
      case 0x09...0x0D, 0x20: isInValue = false
      default:
        if awaitsValue {
          isInValue = true
          awaitsValue = false
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a tag begins at `<`.
  static func begins(at open: Int, in bytes: [UInt8]) -> Bool {
    var index = open + 1
    if index < bytes.count, bytes[index] == 0x2F { index += 1 }
    return index < bytes.count && (bytes[index] | 0x20) &- 0x61 < 26
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2F || byte == 0x3E
  }
}
