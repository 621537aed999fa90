// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Splits the text of a passage into tokens.
enum Tokens {
  /// Tokenizes a text.
  ///
  /// - Complexity: O(*n*) in code points.
  static func read(_ scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(scalars.count / 5)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isSpace {
        index += 1
        continue
      }
      let start = index
      let kind: Token.Kind
      if isLetter(scalar) {
        kind = .word
        index = endOfWord(scalars, from: index)
      } else if isDigit(scalar) {
        kind = .number
        while index < scalars.count, isDigit(scalars[index]) || isLetter(scalars[index]) {
          index += 1
        }
      } else {
        kind = .sign
        index += 1
      }
      tokens.append(
        Token(
          kind: kind,
          isCapital: kind == .word && isCapital(scalar),
          range: start..<index,
          folded: fold(scalars[start..<index])
        ))
    }
    return tokens
  }

  private static func endOfWord(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < scalars.count {
      if isLetter(scalars[index]) || isDigit(scalars[index]) {
        index += 1
      } else if isInner(scalars[index]), index + 1 < scalars.count, isLetter(scalars[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "-" || scalar == "‐"
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A }
    return scalar.properties.isAlphabetic
      || scalar.properties.canonicalCombiningClass != .notReordered
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x41 && scalar.value <= 0x5A }
    return scalar.properties.isUppercase
  }

  /// Converts to lower case and unifies apostrophes and hyphens.
  static func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy(\.isASCII) {
      return String(unsafeUninitializedCapacity: scalars.count) { buffer in
        var count = 0
        for scalar in scalars {
          let byte = UInt8(truncatingIfNeeded: scalar.value)
          buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "’": result.append("'")
      case "‐": result.append("-")
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
      case _ where scalar.isASCII: result.append(scalar)
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; tables are read only for what is not ASCII.
  var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension StringProtocol {
  /// The words between white space.
  var spacedWords: [SubSequence] {
    var words: [SubSequence] = []
    var start: Index?
    for index in unicodeScalars.indices {
      if !unicodeScalars[index].isSpace {
        start = start ?? index
      } else if let first = start {
        words.append(self[first..<index])
        start = nil
      }
    }
    if let start { words.append(self[start...]) }
    return words
  }
}
