// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A line of a file.
struct TextLine: Sendable, Hashable {
  /// Text with single spaces, trimmed.
  var text: String
  /// Indentation in columns.
  var indent: Int
  /// Line number in the file, counted from 1.
  var number: Int
  /// Length in code points, without indentation.
  var length: Int
  /// Whether a form feed precedes it.
  var beginsPage = false
  /// Where `print` is kept.
  var printBox: LinePrint.Box?
  /// Changes made to the line as printed, with offsets in its text.
  var repairs: [Repair] = []
  /// Widths of its spaces, in half spaces; empty unless it has a run of single letters.
  var gaps: [UInt8] = []

  /// Typographic information; `nil` if the format has none.
  var print: LinePrint? {
    get { printBox?.value }
    set { printBox = newValue.map(LinePrint.Box.init) }
  }

  var isBlank: Bool { text.isEmpty }
}

extension TextLine {
  /// Splits a text at line ends: LF, CR LF, CR, form feed, U+2028, U+2029.
  ///
  /// - Complexity: O(*n*) in bytes.
  static func lines(of text: String) -> [TextLine] {
    var lines: [TextLine] = []
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      var afterFeed = false
      func end(_ next: Int) {
        lines.append(line(bytes, start..<index, number: lines.count + 1, afterFeed))
        afterFeed = false
        start = next
      }
      while index < bytes.count {
        switch bytes[index] {
        case 0x0A: end(index + 1)
        case 0x0D:
          let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
          end(index + (isPair ? 2 : 1))
          if isPair { index += 1 }
        case 0x0C:
          // A form feed alone on a line does not form a line of its own.
          if bytes[start..<index].contains(where: {
            $0 > 0x20 || $0 < 0x09 || ($0 > 0x0D && $0 < 0x20)
          }) {
            end(index + 1)
          }
          start = index + 1
          afterFeed = true
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
          && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
          end(index + 3)
          index += 2
        default: break
        }
        index += 1
      }
      if start < bytes.count || afterFeed { end(bytes.count) }
    }
    return lines
  }

  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    number: Int,
    _ beginsPage: Bool
  ) -> TextLine {
    var index = range.lowerBound
    var indent = 0
    while index < range.upperBound, let width = space(bytes, index) {
      indent += bytes[index] == 0x09 ? 8 - indent % 8 : 1
      index += width
    }
    var clean: [UInt8] = []
    clean.reserveCapacity(range.upperBound - index)
    var length = 0
    var gap = 0
    var singles = SingleLetters()
    while index < range.upperBound {
      if let width = space(bytes, index) {
        // A thin space is half as wide.
        gap += width == 3 ? 1 : 2
        index += width
        continue
      }
      if gap > 0 {
        clean.append(0x20)
        singles.endToken(length, gap: gap)
        length += 1
        gap = 0
      }
      if bytes[index] & 0xC0 != 0x80 { length += 1 }
      clean.append(bytes[index])
      index += 1
    }
    return TextLine(
      text: String(decoding: clean, as: UTF8.self),
      indent: clean.isEmpty ? 0 : indent,
      number: number,
      length: length,
      beginsPage: beginsPage,
      gaps: singles.found
    )
  }

  /// Keeps the widths of a line's spaces if it has a run of at least three short tokens.
  private struct SingleLetters {
    private var gaps: [UInt8] = []
    private var start = 0
    private var run = 0
    private var hasRun = false

    mutating func endToken(_ length: Int, gap: Int) {
      run = length - start == 1 ? run + 1 : length - start == 2 && run > 0 ? run : 0
      hasRun = hasRun || run >= 2
      start = length + 1
      gaps.append(UInt8(min(gap, 255)))
    }

    var found: [UInt8] { hasRun ? gaps : [] }
  }

  /// Length in bytes of the white space character at an index; `nil` if it is not white space.
  private static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let byte = bytes[index]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3, index + 2 < bytes.count else { return nil }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    if byte == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : nil }
    if second == 0x80 { return third <= 0x8A || third == 0xAF ? 3 : nil }
    return second == 0x81 && third == 0x9F ? 3 : nil
  }
}
