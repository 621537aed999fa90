// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A person's name in parts that can be compared: `P. A. Kropotkin`, `Кропоткин, Пётр`, `Lenin`.
package struct PersonName: Sendable, Hashable {
  /// A given name, or as much of it as is printed.
  package struct Given: Sendable, Hashable {
    /// Folded letters.
    package let letters: String
    /// Whether the rest of it is left out: `P.`, `Th.`.
    package let isShortened: Bool
    /// Key of its transliterations.
    package let transliteration: String

    init(_ letters: String, isShortened: Bool) {
      self.letters = letters
      self.isShortened = isShortened
      transliteration = Transliteration.key(letters)
    }

    /// Whether it is the other name, a variant of it, or as much of it as is printed.
    func agrees(with other: Given) -> Bool {
      let (own, others) = (transliteration, other.transliteration)
      if letters == other.letters || own == others { return true }
      switch (isShortened, other.isShortened) {
      case (false, false): return GivenNameVariants.areVariants(letters, other.letters)
      case (true, true): return own.hasPrefix(others) || others.hasPrefix(own)
      case (true, false): return others.hasPrefix(own)
      case (false, true): return own.hasPrefix(others)
      }
    }
  }

  /// How much of a name is printed.
  package enum Completeness: Sendable {
    /// A given name in full and a family name.
    case full
    /// A family name after initials.
    case initials
    /// One name alone, a family name or another.
    case alone
    /// A form of address and a family name: `Mrs. Bennet`.
    case addressed
  }

  /// Given names, without particles.
  package let given: [Given]
  /// Folded last word of the family name.
  package let family: String
  /// `Jr.`, `II` and the like, folded; empty if there is none.
  package let suffix: String
  /// Key of the family name's transliterations.
  package let familyKey: String
  package let completeness: Completeness

  /// Reads a name as printed; `nil` if it is not one person's, as far as its words show.
  package init?(_ printed: String) {
    guard printed.utf8.count <= 120 else { return nil }
    let text = printed.prefix { $0 != "(" && $0 != "[" }
    var spoken = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let parts = Self.inverted(text) else { return nil }
    if parts.count == 2 { spoken = parts[1] + parts[0] }
    guard (1...7).contains(spoken.count), spoken.allSatisfy(Self.isNameWord),
      !Person.isBody(spoken)
    else { return nil }
    var isAddressed = false
    while spoken.count > 1, let first = spoken.first, NameParts.isAddress(first) {
      isAddressed = true
      spoken.removeFirst()
    }
    var suffix = ""
    if spoken.count > 2, let last = spoken.last, PeopleWords.suffixes.contains(last.lowercased()) {
      suffix = PlainLetter.words(last).joined()
      spoken.removeLast()
    }
    let joiners = ["and", "et", "und", "y", "&"]
    if spoken.contains(where: { joiners.contains($0.lowercased()) }) { return nil }
    guard let last = spoken.popLast(), let family = PlainLetter.words(last).last,
      family.unicodeScalars.count > 1
    else { return nil }
    let given = spoken.filter { !Self.isParticle($0) }.flatMap(Self.given(in:))
    self.family = family
    self.given = given
    self.suffix = suffix
    familyKey = Transliteration.key(family)
    completeness =
      given.isEmpty
      ? (isAddressed ? .addressed : .alone)
      : given.contains { !$0.isShortened } ? .full : .initials
  }

  /// The words before and after the comma of `Family, Given`; one list without a comma, `nil` if
  /// there are more commas or one that divides something else.
  private static func inverted(_ text: Substring) -> [[String]]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: true)
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter { !$0.isEmpty }
    if parts.count == 2, let suffix = parts[1].first, parts[1].count == 1,
      PeopleWords.suffixes.contains(suffix.lowercased())
    {
      return [parts[0] + parts[1]]
    }
    guard parts.count < 3, parts.first?.count ?? 0 <= 3 || parts.count == 1 else { return nil }
    return parts
  }

  /// Whether a word can be part of a name: it has a capital, or is a particle.
  private static func isNameWord(_ word: String) -> Bool {
    guard !word.contains(where: { $0.isNumber || "/:;!?\"“”«»@=+*_".contains($0) }) else {
      return false
    }
    if PeopleWords.particles.contains(word.lowercased()) { return true }
    guard let first = word.first(where: \.isLetter) else { return false }
    if !first.isLowercase { return true }
    // `d'Holbach`, `al-Farabi`.
    return word.dropFirst().prefix(4).contains { $0.isUppercase }
  }

  /// Whether a word belongs to the family name; `Ben` and `Al` are also given names.
  private static func isParticle(_ word: String) -> Bool {
    PeopleWords.particles.contains(word.lowercased()) && !["Ben", "Al"].contains(word)
  }

  /// The given names in a word: `P.A.` has two, `Jean-Paul` too.
  private static func given(in word: String) -> [Given] {
    let pieces = word.split { $0 == "." || $0 == "-" || $0 == "‐" }
    return pieces.enumerated().compactMap { index, piece in
      guard let letters = PlainLetter.words(piece).first else { return nil }
      let isCut = piece.endIndex < word.endIndex && word[piece.endIndex] == "."
      let count = letters.unicodeScalars.count
      return Given(letters, isShortened: count == 1 || isCut && count <= 4)
    }
  }
}
