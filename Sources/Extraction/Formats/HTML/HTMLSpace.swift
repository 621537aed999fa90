// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// White space beyond ASCII, in UTF-8.
enum HTMLSpace {
  /// White space characters: U+2000–U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  static func isThreeBytes(_ text: UnsafePointer<CChar>, _ index: Int) -> Bool {
    let second = UInt8(bitPattern: text[index + 1])
    guard second != 0 else { return false }
    let third = UInt8(bitPattern: text[index + 2])
    if UInt8(bitPattern: text[index]) == 0xE3 { return second == 0x80 && third == 0x80 }
    if second == 0x80 {
      return third <= 0x8A && third >= 0x80 || third == 0xA8 || third == 0xA9 || third == 0xAF
    }
    return second == 0x81 && third == 0x9F
  }
}
