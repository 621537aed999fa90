// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The label that a note and its mark share: `12`, `{3}`, `b`, `*`.
package struct NoteLabel: Sendable, Hashable {
  /// Labels of different series never mean the same note and are counted separately.
  package enum Series: Sendable, Hashable {
    /// `1`, `2`, `3`.
    case figures
    /// The secondary notes of Text::Amuse: `{1}`, `{2}`.
    case braced
    /// `a`, `b`; capitals are a series of their own.
    case letters(areCapitals: Bool)
    /// Signs that begin anew on each page, such as `*` and `†`; each is a series of its own.
    case sign(String)
  }

  package let series: Series
  /// Position in the series, counted from 1: 2 for `2`, `b` and `{2}`.
  package let value: Int

  /// Parses the number of a note.
  package init(_ number: String) {
    let bare = number.hasPrefix("{") ? String(number.dropFirst().dropLast()) : number
    if let value = Int(bare) {
      series = bare == number ? .figures : .braced
      self.value = value
    } else if let value = Self.letters(number) {
      series = .letters(areCapitals: number.first?.isUppercase == true)
      self.value = value
    } else {
      series = .sign(number)
      value = 1
    }
  }

  /// The position of a letter; `AA` follows `Z`.
  private static func letters(_ number: String) -> Int? {
    guard (1...2).contains(number.utf8.count) else { return nil }
    var value = 0
    for byte in number.lowercased().utf8 {
      guard (0x61...0x7A).contains(byte) else { return nil }
      value = value * 26 + Int(byte - 0x60)
    }
    return value
  }
}
