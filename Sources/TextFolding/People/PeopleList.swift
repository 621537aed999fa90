// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension Person {
  /// Parses a list of names, with the roles that it states: `Tom Wetzel and Ann Bee`, `Bee, Ann &
  /// Dee, Carl`, `A. Bee, C. Dee, eds.; translated by E. Eff`.
  ///
  /// Names of accounts and placeholders (`Administrator`, `Unknown`) are left out.
  package static func people(parsing printed: String, role: Role = .author) -> [Person] {
    // Anything longer is prose rather than a list of names.
    guard printed.utf8.count <= 1_000 else { return [] }
    let line = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var people: [Person] = []
    for segment in segments(of: line) {
      var (role, names) = (role, segment)
      if let opening = RolePhrase.opening(of: names) { (role, names) = opening }
      if let closing = RolePhrase.closing(of: names), !RolePhrase.isOfLastAlone(names) {
        (role, names) = closing
      }
      for name in self.names(in: names) {
        // `Ann Bee (ed.), Carl Dee (trans.)`.
        let own = RolePhrase.closing(of: name)
        let bare = own.map { String($0.names) } ?? name
        guard !isPlaceholder(bare) else { continue }
        people.append(Person(parsing: bare, role: own?.role ?? role))
      }
    }
    return people
  }

  /// Whether a name is what programs write for want of one, an address, or the name of a file.
  package static func isPlaceholder(_ name: some StringProtocol) -> Bool {
    let lower = name.lowercased()
    let bare = String(lower.drop { "[(<".contains($0) }).filter { !"])>".contains($0) }
    return PeopleWords.placeholders.contains(bare) || !lower.contains(where: \.isLetter)
      || lower.contains("@") || lower.contains("://") || lower.contains("\\")
      || lower.hasPrefix("www.")
  }

  /// Divides a list where the role changes: at semicolons, slashes, and commas before a phrase
  /// such as `translated by`.
  private static func segments(of line: String) -> [Substring] {
    var segments: [Substring] = []
    for part in line.replacing(" / ", with: ";").split(separator: ";") {
      var start = part.startIndex
      for comma in part.indices where part[comma] == "," || part[comma] == "." {
        let next = part.index(after: comma)
        guard comma > start, next < part.endIndex, part[next] == " " else { continue }
        let rest = part[part.index(after: next)...]
        let isMark = RolePhrase.closing(of: part[start..<comma]) != nil && part[comma] == ","
        guard isMark || RolePhrase.opening(of: rest) != nil else { continue }
        segments.append(part[start..<comma])
        start = part.index(after: next)
      }
      segments.append(part[start...])
    }
    return segments.map { $0.drop(while: \.isWhitespace).dropTrailing(" ,") }
      .filter { $0.contains(where: \.isLetter) }
  }

  /// The names in a list whose members have the same role.
  private static func names(in list: Substring) -> [String] {
    var list = list
    for other in PeopleWords.others where list.lowercased().hasSuffix(" \(other)") {
      list = list.dropLast(other.count + 1).dropTrailing(" ,")
    }
    let pieces = divided(list.split(separator: " "))
    let isList = pieces.count > 1
    // `Marrable, Quill and Vane`: family names alone.
    let areSingle =
      isList
      && pieces.allSatisfy {
        $0.split(separator: ",").allSatisfy { !$0.drop { $0 == " " }.contains(" ") }
      } && pieces.dropLast().contains { $0.dropTrailing(" ,").contains(",") }
      && pieces.last?.contains(",") == false
    return pieces.flatMap { piece -> [String] in
      let piece = piece.dropTrailing(" ,")
      // `Bristol Group (Ann, Tom, Ida)` is one name.
      if piece.contains("("), commaStandsInBrackets(piece) { return [String(piece)] }
      let names = piece.split(separator: ",").map { String($0).trimmingSpaces }
        .filter { !$0.isEmpty }
      if isBody(piece.split(separator: " ").map(String.init)) {
        // `Bristol Printers’ Union, Ann Bee` cannot be told from a body and its seat.
        return [String(piece)]
      }
      if areSingle { return names }
      return byCommas(names) ?? [String(piece)]
    }.filter { $0.contains(where: \.isLetter) && !PeopleWords.others.contains($0.lowercased()) }
  }

  private static func commaStandsInBrackets(_ piece: Substring) -> Bool {
    var depth = 0
    for character in piece {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth > 0 { return true }
    }
    return false
  }

  /// Divides words at conjunctions, except inside of a name.
  private static func divided(_ words: [Substring]) -> [Substring] {
    guard let first = words.first, let last = words.last else { return [] }
    let whole = first.base[first.startIndex..<last.endIndex]
    let isBody = isBody(words.map(String.init))
    var pieces: [Substring] = []
    var start = 0
    for index in words.indices.dropFirst().dropLast() where index > start {
      let word = words[index].lowercased()
      let next = words[(index + 1)...]
      if isBody {
        // `Ann Bee and the Printers’ Union`, but not `Workers and Peasants Union`.
        guard PeopleWords.conjunctions.contains(word), next.count > 1,
          articles.contains(next.first?.lowercased() ?? ""),
          !self.isBody(words[start..<index].map(String.init)), index - start >= 2
        else { continue }
      } else if PeopleWords.joiners.contains(String(words[index])) || words[index] == "Y" {
        let head = next.prefix { !PeopleWords.conjunctions.contains($0.lowercased()) }
        let comma = head.firstIndex { $0.last == "," }
        let after = comma.map { $0 - head.startIndex + 1 } ?? head.count
        let isInverted = comma != nil && words[start..<index].contains { $0.last == "," }
        guard after >= 2 || isInverted, index - start >= 2 else { continue }
      } else if !PeopleWords.conjunctions.contains(word) {
        continue
      }
      pieces.append(whole[words[start].startIndex..<words[index - 1].endIndex])
      start = index + 1
    }
    if start < words.count { pieces.append(whole[words[start].startIndex..<last.endIndex]) }
    return pieces
  }

  /// Divides a piece that has commas into names; `nil` if it is a single name, as `Bee, Ann`.
  private static func byCommas(_ parts: [String]) -> [String]? {
    // Suffixes, degrees and dates belong to the name before them.
    var names: [String] = []
    for part in parts {
      let isPart =
        PeopleWords.suffixes.contains(part.lowercased()) || NameParts.isDegree(part)
        || NameParts.isHonorific(part) || NameParts.withoutDates(part).isEmpty
      if isPart, let last = names.popLast() {
        names.append("\(last), \(part)")
      } else {
        names.append(part)
      }
    }
    guard names.count > 1 else { return nil }
    func bare(_ name: String) -> String {
      NameParts.withoutHonorifics(String(name.prefix { $0 != "," }))
    }
    let isFull = names.map { bare($0).contains(" ") && !hasOnlyInitials(bare($0)) }
    if isFull.allSatisfy(\.self) { return names }
    if names.count == 2 { return nil }
    // `Bee, A., Dee, C. E.` (Publication Manual of the APA, 7th edition, 9.8).
    if names.count.isMultiple(of: 2),
      stride(from: 1, to: names.count, by: 2).contains(where: { hasOnlyInitials(names[$0]) })
        || (stride(from: 0, to: names.count, by: 2).allSatisfy { !isFull[$0] }
          && isFull.contains(true))
    {
      return stride(from: 0, to: names.count, by: 2).map { "\(names[$0]), \(names[$0 + 1])" }
    }
    // `Marx, Karl, Friedrich Engels`: the first is inverted, the others are not.
    if !isFull[0], isFull.dropFirst(2).allSatisfy(\.self) {
      return ["\(names[0]), \(names[1])"] + names.dropFirst(2)
    }
    return names
  }

  private static func hasOnlyInitials(_ name: String) -> Bool {
    name.split { $0 == " " || $0 == "-" }
      .allSatisfy { $0.count <= 2 && $0.last == "." || $0.filter(\.isLetter).count == 1 }
      || (name.contains(".")
        && name.split { $0 == "." || $0 == " " || $0 == "-" }.allSatisfy { $0.count == 1 })
  }

  private static let articles: Set<String> = [
    "the", "la", "le", "les", "die", "der", "das", "el", "los",
  ]
}
