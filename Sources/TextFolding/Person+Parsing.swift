// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Person {
  /// Parses one name as printed: `Tom Wetzel`, `Wetzel, Tom`, `M. Bakunin`, `The Solidarity Group`.
  ///
  /// The family name is the last word together with any particles before it (Chicago Manual of
  /// Style, 18th edition, 15.85: `van der Linden`). Organisations and single-word names have none.
  package init(parsing printed: String, role: Role = .author) {
    let words = printed.split(whereSeparator: \.isWhitespace).map(String.init)
    let name = words.joined(separator: " ")
    if let comma = name.firstIndex(of: ","), name[name.index(after: comma)...].first == " " {
      let family = String(name[..<comma])
      var given = String(name[name.index(comma, offsetBy: 2)...])
      if let suffix = given.firstIndex(of: ","), Self.isDates(given[suffix...]) {
        given = String(given[..<suffix])
      }
      if Self.isDates(given) {
        self = Person(parsing: family, role: role)
      } else if Self.suffixes.contains(given.lowercased()), family.contains(" ") {
        // `Martin Luther King, Jr.` is in spoken order, despite the comma.
        self = Person(parsing: "\(family) \(given)", role: role)
      } else if !given.isEmpty {
        self.init(name: "\(given) \(family)", family: family, given: given, role: role)
      } else {
        self.init(name: family, family: nil, given: nil, role: role)
      }
      return
    }
    guard words.count >= 2, words.count <= 6, !Self.isBody(words) else {
      self.init(name: name, family: nil, given: nil, role: role)
      return
    }
    var first = words.count - 1
    if Self.suffixes.contains(words[first].lowercased()), first >= 2 { first -= 1 }
    while first > 1, Self.particles.contains(words[first - 1].lowercased()) { first -= 1 }
    self.init(
      name: name,
      family: words[first...].joined(separator: " "),
      given: words[..<first].joined(separator: " "),
      role: role
    )
  }

  /// Parses a list of names: `Tom Wetzel and Ann Bee`, `A. Bee; C. Dee`, `Bee, Ann & Dee, Carl`.
  package static func people(parsing printed: String, role: Role = .author) -> [Person] {
    // Anything longer is prose rather than a list of names.
    guard printed.utf8.count <= 1_000 else { return [] }
    var names: [Substring] = []
    let printed = find(" et al", in: printed[...]).map { printed[..<$0] } ?? printed[...]
    for part in printed.split(separator: ";") { names += split(part) }
    return names.map { $0.drop(while: \.isWhitespace) }
      .filter { $0.contains(where: \.isLetter) && !isOthers($0) }
      .map { Person(parsing: String($0), role: role) }
  }

  /// Splits a list at `and`, `&`, `with`, and at commas if every piece is a full name.
  private static func split(_ list: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var rest = list
    let divisors = [" and ", " & ", " with ", " und ", " et ", " y ", " e "]
    while true {
      let found = divisors.compactMap { divisor in
        find(divisor, in: rest).map { ($0, divisor.count) }
      }.min { $0.0 < $1.0 }
      guard let (index, count) = found else { break }
      pieces.append(rest[..<index])
      rest = rest[rest.index(index, offsetBy: count)...]
    }
    pieces.append(rest)
    if isBody(list.split(whereSeparator: \.isWhitespace).map(String.init)) { return [list] }
    return pieces.flatMap { piece -> [Substring] in
      let names = piece.split(separator: ",")
      let areNames = names.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count >= 2 }
      return areNames ? names : [piece.last == "," ? piece.dropLast() : piece]
    }
  }

  private static func find(_ needle: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == " ", text[index...].lowercased().hasPrefix(needle) { return index }
      index = text.index(after: index)
    }
    return nil
  }

  private static func isOthers(_ name: Substring) -> Bool {
    ["et al", "et al.", "others", "etc", "etc."].contains(name.lowercased())
  }

  private static func isDates(_ text: some StringProtocol) -> Bool {
    text.contains(where: \.isNumber) && !text.contains { $0.isLetter && $0 != "c" && $0 != "b" }
  }

  private static func isBody(_ words: [String]) -> Bool {
    words.contains { bodies.contains($0.lowercased().filter(\.isLetter)) }
  }

  private static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "ter", "ten",
    "zu", "zur", "dos", "das", "al", "el", "ibn", "bin", "ben", "af", "av",
  ]
  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
  private static let bodies: Set<String> = [
    "the", "group", "collective", "committee", "federation", "union", "party", "congress",
    "council", "association", "league", "society", "confederation", "international", "press",
    "workers", "anarchist", "anarchists", "editors", "editorial", "institute", "movement",
    "organisation", "organization", "comrades", "commune", "network", "project", "anonymous",
    "various", "authors", "solidarity", "commission", "bureau", "library", "foundation",
  ]
}
