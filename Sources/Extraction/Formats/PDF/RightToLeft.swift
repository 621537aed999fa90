// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Puts lines with Hebrew or Arabic into reading order.
///
/// A page has its letters from left to right, as they are placed. Reading order is found by
/// reversing what the bidirectional algorithm (UAX #9) does: runs of letters from right to left are
/// reversed, figures and other words within them are not.
enum RightToLeft {
  /// Direction of a character.
  private enum Direction { case left, right, figure, neutral }

  /// Number of letters written from right to left, minus those written from left to right.
  static func excess(in text: String) -> Int {
    text.unicodeScalars.reduce(0) {
      $0 + (isRightToLeft($1) ? 1 : $1.value >= 0x41 && $1.properties.isAlphabetic ? -1 : 0)
    }
  }

  /// Whether a text has letters that are written from right to left.
  static func isFound(in text: String) -> Bool {
    text.unicodeScalars.contains(where: isRightToLeft)
  }

  /// A line in reading order.
  ///
  /// - Parameter visual: The line from left to right.
  /// - Parameter isMain: Whether the page is mainly written from right to left.
  static func logical(_ visual: String, isMain: Bool) -> String {
    guard isFound(in: visual) else { return visual }
    var characters = Array(visual)
    var directions = characters.map(direction)
    let strong = directions.filter { $0 == .left || $0 == .right }
    if isMain || (strong.first == .right && strong.last == .right) {
      characters.reverse()
      directions.reverse()
      // Words in other scripts and figures within the line are read from left to right.
      reverse(&characters, directions, within: characters.indices, isFigures: false)
      mirror(&characters, characters.indices)
    } else {
      var index = 0
      while index < characters.count {
        guard directions[index] == .right else {
          index += 1
          continue
        }
        // A run goes on over spaces, signs and figures to its last letter.
        var end = index + 1
        var last = index
        while end < characters.count, directions[end] != .left {
          if directions[end] == .right { last = end }
          end += 1
        }
        let run = index..<(last + 1)
        characters[run].reverse()
        let inner = directions[run].reversed()
        directions.replaceSubrange(run, with: inner)
        reverse(&characters, directions, within: run, isFigures: true)
        mirror(&characters, run)
        index = run.upperBound
      }
    }
    return String(characters.flatMap(Self.letters))
  }

  /// Reverses the runs that are read from left to right.
  private static func reverse(
    _ characters: inout [Character], _ directions: [Direction], within range: Range<Int>,
    isFigures: Bool
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard directions[index] == .left || directions[index] == .figure else {
        index += 1
        continue
      }
      var last = index
      var end = index + 1
      while end < range.upperBound {
        switch directions[end] {
        case .left, .figure: last = end
        // Separators hold figures together, spaces only words (UAX #9, W4 and N1).
        case .neutral where directions[index] == .left || directions[last] == .left:
          if end - last > 3 { end = range.upperBound - 1 }
        case .neutral where ".,:/-".contains(characters[end]) && end == last + 1: break
        default: end = range.upperBound - 1
        }
        end += 1
      }
      characters[index...last].reverse()
      index = last + 1
    }
  }

  /// Turns brackets if they are the wrong way round, as they are if the page gives their shapes.
  private static func mirror(_ characters: inout [Character], _ range: Range<Int>) {
    let pairs: [Character: Character] = [
      "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">",
      ">": "<",
    ]
    let first = characters[range].first { pairs[$0] != nil }
    guard let first, ")]}»>".contains(first) else { return }
    for index in range {
      if let other = pairs[characters[index]] { characters[index] = other }
    }
  }

  /// The letters of a presentation form of Arabic; other characters as they are.
  private static func letters(_ character: Character) -> [Character] {
    guard let scalar = character.unicodeScalars.first,
      (0xFB50...0xFDFB).contains(scalar.value) || (0xFE70...0xFEFC).contains(scalar.value)
    else { return [character] }
    return character.unicodeScalars.flatMap(Normalization.compatible).map(Character.init)
  }

  private static func direction(_ character: Character) -> Direction {
    guard let scalar = character.unicodeScalars.first else { return .neutral }
    if isRightToLeft(scalar) { return .right }
    if scalar.properties.numericType == .decimal { return .figure }
    return scalar.properties.isAlphabetic ? .left : .neutral
  }

  /// Whether a letter is Hebrew, Arabic, Syriac or in another script of the kind.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x065F, 0x066E...0x06EF, 0x06FA...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
      scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
    default: false
    }
  }
}
