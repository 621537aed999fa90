// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A name folded so that its variants match: `E. H. Carr`, `Carr, Edward Hallett`, `Carr`.
package struct NameKey: Sendable, Hashable {
  /// Last word of the family name.
  package let family: String
  /// Given names or initials.
  package let given: [String]

  /// Creates a key of parts that are folded already.
  package init(family: String, given: [String]) {
    self.family = family
    self.given = given
  }

  /// Folds a name as printed.
  package init(_ name: String) {
    let printed = name.prefix { $0 != "(" }
    var words: [String]
    if let comma = printed.firstIndex(of: ",") {
      words =
        PlainLetter.words(printed[printed.index(after: comma)...])
        + PlainLetter.words(printed[..<comma])
    } else {
      words = PlainLetter.words(printed)
    }
    while words.count > 1, let last = words.last, Self.suffixes.contains(last) {
      words.removeLast()
    }
    words.removeAll { $0 == "al" || $0 == "et" }
    family = words.popLast() ?? ""
    given = words.filter { !Self.particles.contains($0) }
  }

  /// Whether both can be the same person: neither initials nor full given names contradict.
  package func agrees(with other: NameKey) -> Bool {
    guard family == other.family else { return false }
    return zip(given, other.given).allSatisfy { $0.hasPrefix($1) || $1.hasPrefix($0) }
  }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
  private static let particles: Set<String> = [
    "de", "del", "della", "der", "den", "di", "do", "dos", "du", "la", "le", "van", "von", "ver",
    "zu", "da", "das", "el", "bin", "ibn", "ten", "ter",
  ]
}

extension [NameKey] {
  /// Whether two lists can name the authors of one work: every name in the shorter list has a
  /// match.
  package func agree(with others: [NameKey]) -> Bool {
    let (few, many) = count <= others.count ? (self, others) : (others, self)
    return few.allSatisfy { one in many.contains { $0.agrees(with: one) } }
  }
}
