// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the few lines near which a notice of those who scan books can stand.
struct ScanHints {
  /// Five letters that every notice has near by, as printed and as OCR reads them.
  private static let words = [
    "digit", "bigit", "dlgit", "digil", "digli", "oogle", "ooqic", "oosle", "hathi",
    "hdl.h", "rchiv", "rclii", "rciii", "jstor", "anony",
  ].map { Array($0.utf8.suffix(width)) }
  private static let width = 5
  /// Number of lines before and after such a line that may belong to a notice.
  private static let reach = 8
  /// Lines at the top, which may name the page of an archive.
  private static let top = 60

  private static let hints = Set(words.map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })
  /// Whether any hint ends with two bytes.
  private static let endings: [Bool] = {
    var endings = [Bool](repeating: false, count: 1 << 16)
    for hint in hints { endings[Int(hint & 0xFFFF)] = true }
    return endings
  }()

  /// Whether each line is near a hint.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  static func near(_ lines: [TextLine]) -> [Bool] {
    var near = [Bool](repeating: false, count: lines.count)
    for index in lines.indices.prefix(top) { near[index] = true }
    for (index, line) in lines.enumerated() where isHint(line.text) {
      for place in max(0, index - reach)...min(lines.count - 1, index + reach) {
        near[place] = true
      }
    }
    return near
  }

  private static func isHint(_ text: String) -> Bool {
    let (hints, endings) = (hints, endings)
    var window: UInt64 = 0
    for byte in text.utf8 {
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      window = (window << 8 | UInt64(folded)) & 0xFF_FFFF_FFFF
      if endings[Int(window & 0xFFFF)], hints.contains(window) { return true }
    }
    return false
  }
}
