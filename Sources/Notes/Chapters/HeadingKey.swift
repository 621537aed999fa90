// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// A heading folded so that its forms match: `CHAPTER III`, `Chapter Three`, `3. The Boots`.
package struct HeadingKey: Sendable, Hashable {
  /// What it is a heading of, if the heading says so: `chapter`, `part`.
  package private(set) var division: String?
  /// Its number, if it has one.
  package private(set) var number: Int?
  /// The remaining words.
  package private(set) var title: [String]
  /// Whether it announces notes: `NOTES`, `Notes to Chapter 3`.
  package private(set) var isOfNotes = false

  /// Whether it names nothing but notes.
  package var isBareNotes: Bool { isOfNotes && number == nil && title.isEmpty }

  /// Parses a heading.
  package init(_ heading: some StringProtocol) {
    var words = PlainLetter.words(heading.prefix(240))
    if let first = words.first, HeadingWords.notes.contains(first) {
      let rest = words.drop {
        HeadingWords.notes.contains($0) || HeadingWords.joints.contains($0)
      }
      // “Notes on Bread” may be the title of a chapter, but then no chapter has the title “Bread”.
      if rest.isEmpty || words.count - rest.count > 1 || Self.begins(Array(rest)) {
        isOfNotes = true
        words = Array(rest)
      }
    } else if words.count > 1, let last = words.last, HeadingWords.notes.contains(last) {
      isOfNotes = true
      words.removeLast()
    }
    if let first = words.first, let name = HeadingWords.divisions[first] {
      if words.count > 1, let value = Self.number(words[1]) {
        division = name
        number = value
        words.removeFirst(2)
      } else if words.count == 1 {
        division = name
      }
    } else if words.count > 1, let value = Self.number(words[0]),
      let name = HeadingWords.divisions[words[1]]
    {
      division = name
      number = value
      words.removeFirst(2)
    } else if let first = words.first, let value = Self.figure(first) {
      number = value
      words.removeFirst()
    }
    title = words
  }

  /// Whether words begin with a number or the name of a division.
  private static func begins(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return HeadingWords.divisions[first] != nil || figure(first) != nil
  }

  private static func number(_ word: String) -> Int? {
    figure(word) ?? HeadingWords.numbers[word]
  }

  /// The value of a number in figures, Arabic or Roman in the usual form.
  private static func figure(_ word: String) -> Int? {
    if let value = Int(word) { return word.utf8.count <= 3 ? value : nil }
    guard let value = RomanNumeral.smallValue(of: word), RomanNumeral.numeral(of: value) == word
    else { return nil }
    return value
  }

  /// Whether two headings name the same chapter.
  ///
  /// Numbers must agree where both have one, and titles too; one may be a shortened form.
  package func matches(_ other: HeadingKey) -> Bool {
    if let division, let second = other.division, division != second { return false }
    if let number, let second = other.number {
      guard number == second else { return false }
      return title.isEmpty || other.title.isEmpty || agrees(other)
    }
    return !title.isEmpty && !other.title.isEmpty && agrees(other)
  }

  private func agrees(_ other: HeadingKey) -> Bool {
    let (short, long) =
      title.count <= other.title.count ? (title, other.title) : (other.title, title)
    if long.starts(with: short) {
      return short.count == long.count || short.count >= 2 || (short.first?.count ?? 0) >= 8
    }
    return TitleKey.isNear(title.joined(separator: " "), other.title.joined(separator: " "))
  }

  /// The heading of a chapter whose number and title stand on separate lines.
  package func joined(_ title: HeadingKey) -> HeadingKey {
    var key = self
    key.title = self.title + title.title
    return key
  }
}
