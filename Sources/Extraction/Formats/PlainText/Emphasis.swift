// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds where asterisks close an emphasis, `*so*`, rather than mark a note.
struct Emphasis {
  private let closings: Set<Int>

  /// Pairs the asterisks of a text: one before a word is closed by the next one after a word.
  init(_ text: String) {
    guard text.utf8.contains(0x2A) else {
      closings = []
      return
    }
    let scalars = Array(text.unicodeScalars)
    var closings: Set<Int> = []
    var isOpen = false
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "*" else {
        index += 1
        continue
      }
      var end = index + 1
      while end < scalars.count, scalars[end] == "*" { end += 1 }
      let isAfterSpace = index == 0 || !Self.adjoins(scalars[index - 1])
      let isBeforeWord = end < scalars.count && scalars[end].properties.isAlphabetic
      if isAfterSpace, isBeforeWord {
        isOpen = true
      } else if isOpen, !isAfterSpace {
        closings.insert(index)
        isOpen = false
      }
      index = end
    }
    self.closings = closings
  }

  /// Whether any emphasis is closed.
  var hasClosing: Bool { !closings.isEmpty }

  /// Whether the asterisks that begin at an offset close an emphasis.
  func closes(at offset: Int) -> Bool { closings.contains(offset) }

  private static func adjoins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || ".,;:!?…)]”’\"'»".unicodeScalars.contains(scalar)
  }
}
