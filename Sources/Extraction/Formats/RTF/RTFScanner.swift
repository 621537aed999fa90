// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Takes RTF apart into groups, control words and text (RTF 1.9.1, “RTF Syntax”).
struct RTFScanner {
  enum Token: Equatable {
    case open
    case close
    /// A control word with its parameter: `\b0`.
    case word(String, Int?)
    /// A control symbol: `\~`.
    case symbol(UInt8)
    /// A character of the current code page: `\'e4`, or a byte as it is.
    case bytes(Range<Int>)
    case hex(UInt8)
  }

  /// Longest control word; the specification allows 32 letters.
  private static let longestWord = 64

  let source: [UInt8]
  private(set) var index = 0
  /// Line of the file, counted from 1.
  private(set) var line = 1

  init(_ source: [UInt8]) { self.source = source }

  /// The next token; `nil` at the end of the file.
  mutating func next() -> Token? {
    while index < source.count {
      let byte = source[index]
      switch byte {
      case 0x7B, 0x7D:
        index += 1
        return byte == 0x7B ? .open : .close
      case 0x5C: return control()
      case 0x0A, 0x0D, 0x00:
        // Line ends between words mean nothing.
        passLineEnd()
      default: return text()
      }
    }
    return nil
  }

  private mutating func passLineEnd() {
    let isEnd = source[index] == 0x0A || source[index] == 0x0D
    if source[index] == 0x0D, index + 1 < source.count, source[index + 1] == 0x0A { index += 1 }
    if isEnd { line += 1 }
    index += 1
  }

  private mutating func text() -> Token {
    let start = index
    while index < source.count, ![0x7B, 0x7D, 0x5C, 0x0A, 0x0D, 0x00].contains(source[index]) {
      index += 1
    }
    return .bytes(start..<index)
  }

  private mutating func control() -> Token? {
    index += 1
    guard index < source.count else { return nil }
    let first = source[index]
    guard Self.isLetter(first) else {
      if first == 0x27 { return hex() }
      if first == 0x0A || first == 0x0D {
        passLineEnd()
        return .word("par", nil)
      }
      index += 1
      return .symbol(first)
    }
    let start = index
    while index < source.count, index - start < Self.longestWord, Self.isLetter(source[index]) {
      index += 1
    }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    let number = parameter()
    if index < source.count, source[index] == 0x20 { index += 1 }
    if name == "bin" {
      // Bytes of a picture, in which braces mean nothing.
      index += min(max(number ?? 0, 0), source.count - index)
      return next()
    }
    return .word(name, number)
  }

  private mutating func parameter() -> Int? {
    let isNegative = index + 1 < source.count && source[index] == 0x2D && isDigit(index + 1)
    guard isNegative || isDigit(index) else { return nil }
    if isNegative { index += 1 }
    var value = 0
    while isDigit(index) {
      if value < 1 << 40 { value = value * 10 + Int(source[index] &- 0x30) }
      index += 1
    }
    return isNegative ? -value : value
  }

  private mutating func hex() -> Token? {
    guard index + 2 < source.count,
      let high = Self.value(source[index + 1]), let low = Self.value(source[index + 2])
    else {
      index += 1
      return next()
    }
    index += 3
    return .hex(high << 4 | low)
  }

  private func isDigit(_ index: Int) -> Bool {
    index < source.count && source[index] &- 0x30 < 10
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func value(_ byte: UInt8) -> UInt8? {
    if byte &- 0x30 < 10 { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}
