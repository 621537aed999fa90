// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension PersonName {
  /// Whether the family names are one: spelled alike, or transliterations of each other.
  package func sharesFamily(with other: PersonName) -> Bool {
    guard suffix == other.suffix else { return false }
    if family == other.family { return true }
    guard familyKey == other.familyKey else { return false }
    return Transliteration.isCyrillic(family) || Transliteration.isCyrillic(other.family)
      || Transliteration.isSlavic(key: familyKey)
  }

  /// Whether all given names that both have agree, in order.
  package func agrees(with other: PersonName) -> Bool {
    sharesFamily(with: other) && zip(given, other.given).allSatisfy { $0.agrees(with: $1) }
  }

  /// Whether all given names are spelled alike, or transliterations of each other.
  package func sharesGiven(with other: PersonName) -> Bool {
    zip(given, other.given).allSatisfy {
      $0.letters == $1.letters || $0.isShortened || $1.isShortened
        || $0.transliteration == $1.transliteration
    }
  }

  /// Whether what it has more than the other is an initial or a patronymic: those are often left
  /// out, whereas a second given name often tells two bearers apart.
  package func addsLittle(to other: PersonName) -> Bool {
    given.dropFirst(other.given.count).allSatisfy {
      $0.isShortened || Self.patronymics.contains(where: $0.letters.hasSuffix)
    }
  }

  private static let patronymics = [
    "ovich", "evich", "ovitch", "evitch", "owitsch", "ovic", "evic", "ovna", "evna", "ilyich",
    "ilich", "ilitch", "lvovich", "kuzmich", "ович", "евич", "ильич", "ич", "овна", "евна",
  ]
}
