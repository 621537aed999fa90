// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Person {
  /// Parses one name as printed: `Tom Wetzel`, `Wetzel, Tom`, `M. Bakunin`, `The Solidarity Group`.
  ///
  /// The family name is the last word together with any particles before it (Chicago Manual of
  /// Style, 18th edition, 15.85: `van der Linden`). Organisations and single-word names have none.
  /// Titles and degrees are no part of a name in references (13.76).
  package init(parsing printed: String, role: Role = .author) {
    let words = printed.split(whereSeparator: \.isWhitespace).map(String.init)
    let whole = words.joined(separator: " ")
    guard !Self.isBody(words) else {
      self.init(name: whole, family: nil, given: nil, role: role)
      return
    }
    var parts = whole.split(separator: ",", omittingEmptySubsequences: true)
      .map { NameParts.withoutDates(String($0).trimmingSpaces) }.filter { !$0.isEmpty }
    // `K[ing]` and `Jr.`: what follows the second comma is a suffix, dates or a degree.
    var suffix: String?
    while parts.count > 1, let last = parts.last {
      if PeopleWords.suffixes.contains(last.lowercased()) {
        suffix = last
      } else if !NameParts.isDegree(last), !NameParts.isHonorific(last) {
        break
      }
      parts.removeLast()
    }
    if parts.count >= 2, whole.contains(", "), parts.count == 2 || !parts[0].contains(" ") {
      let family = NameParts.withoutHonorifics(parts[0])
      let given = [NameParts.withoutHonorifics(parts[1]), suffix].compactMap(\.self)
      self.init(
        name: (given.prefix(1) + [family] + given.dropFirst()).joined(separator: " "),
        family: ([family] + given.dropFirst()).joined(separator: " "), given: given[0], role: role)
      return
    }
    let spoken = parts.count > 1 ? whole : parts.first ?? whole
    let title = NameParts.honorific(of: spoken)
    let bare = NameParts.withoutHonorifics(spoken)
    self.init(spoken: [bare, suffix].compactMap(\.self).joined(separator: " "), role: role)
    if let title, family == nil, !name.isEmpty, !name.contains(" ") {
      // Only the title tells that `Dr. Marrable` is a family name.
      family = name
      name = "\(title) \(name)"
    }
  }

  /// Divides a name in spoken order, without titles.
  private init(spoken name: String, role: Role) {
    let words = name.split(separator: " ").map(String.init)
    guard words.count >= 2, words.count <= 7 else {
      self.init(name: name, family: nil, given: nil, role: role)
      return
    }
    var first = words.count - 1
    if PeopleWords.suffixes.contains(words[first].lowercased()), first >= 2 { first -= 1 }
    // `Ortega y Gasset`, `Costa e Silva`.
    if first > 2, PeopleWords.joiners.contains(words[first - 1]) { first -= 2 }
    while first > 1, PeopleWords.particles.contains(words[first - 1].lowercased()) { first -= 1 }
    self.init(
      name: name,
      family: words[first...].joined(separator: " "),
      given: words[..<first].joined(separator: " "),
      role: role
    )
  }

  /// Whether a name is that of a body: it has a word that only they have, an acronym in brackets,
  /// or `of` between capitals.
  static func isBody(_ words: [String]) -> Bool {
    if words.contains(where: { PeopleWords.bodies.contains($0.lowercased().filter(\.isLetter)) }) {
      return true
    }
    return words.dropFirst().contains { word in
      word.count >= 4 && word.first == "(" && word.last == ")"
        && word.dropFirst().dropLast().allSatisfy { $0.isUppercase || "-.".contains($0) }
    }
  }
}

/// Pieces of a name between commas.
enum NameParts {
  /// A piece without the dates of a life: `(1869–1940)`, `b. 1869`, `1869-`.
  static func withoutDates(_ piece: String) -> String {
    guard piece.contains(where: \.isNumber) else { return piece }
    if let open = piece.firstIndex(of: "("), isDates(piece[open...]) {
      return String(piece[..<open]).trimmingSpaces
    }
    return isDates(piece) ? "" : piece
  }

  private static func isDates(_ text: some StringProtocol) -> Bool {
    guard text.contains(where: \.isNumber) else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return words.allSatisfy {
      ["c", "ca", "b", "d", "geb", "gest", "fl", "p", "r", "nacido"].contains($0)
    }
  }

  /// Whether a piece consists of degrees: `M.A., Ph.D.`.
  static func isDegree(_ piece: String) -> Bool {
    let words = piece.split(separator: " ")
    return !words.isEmpty
      && words.allSatisfy { PeopleWords.degrees.contains($0.lowercased().filter(\.isLetter)) }
      && (piece.contains(".") || piece.dropFirst().contains(where: \.isUppercase))
  }

  static func isHonorific(_ piece: String) -> Bool {
    PeopleWords.honorifics.contains(piece.lowercased())
  }

  /// Whether a word before a name is a title or a form of address.
  static func isAddress(_ word: String) -> Bool {
    isHonorific(word) || PeopleWords.addresses.contains(word.lowercased().filter(\.isLetter))
  }

  /// The title in front of a name; `nil` if there is none.
  static func honorific(of name: String) -> String? {
    name.split(separator: " ").first.map(String.init).flatMap { isHonorific($0) ? $0 : nil }
  }

  /// A name without titles in front of it, and without a degree after it.
  static func withoutHonorifics(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)[...]
    while words.count > 1, let first = words.first, isHonorific(first) { words.removeFirst() }
    while words.count > 2, let last = words.last, last.contains("."), isDegree(last) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
