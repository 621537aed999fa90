// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

extension PersonMerge {
  /// The number of names with one family name that are compared with each other.
  private static let most = 300

  /// Joins forms with one family name, which is compared only within its transliterations.
  mutating func joinByFamily() {
    var families: [String: [Int]] = [:]
    for index in nodes.indices { families[nodes[index].name.familyKey, default: []].append(index) }
    for family in families.values.sorted(by: { $0[0] < $1[0] }) where family.count > 1 {
      let bearers = family.filter { isFull(nodes[$0].name) }
      joinFullNames(bearers)
      let others = family.filter { !isFull(nodes[$0].name) && !nodes[$0].name.given.isEmpty }
      joinInitials(others, to: bearers)
      joinSingleNames(in: family)
    }
  }

  /// Whether the first given name is printed in full, by which bearers are told apart.
  private func isFull(_ name: PersonName) -> Bool { name.given.first?.isShortened == false }

  // MARK: Full names

  /// Joins full names that agree, if only one person's do.
  private mutating func joinFullNames(_ bearers: [Int]) {
    var classes: [String: [Int]] = [:]
    for index in bearers { classes[Self.givenClass(nodes[index].name), default: []].append(index) }
    for members in classes.values.sorted(by: { $0[0] < $1[0] }) where members.count > 1 {
      let allowsVariants = allowsVariants(members, among: bearers)
      var people: [[Int]] = []
      for index in members.prefix(Self.most) {
        let name = nodes[index].name
        let agreeing = people.indices.filter { place in
          people[place].allSatisfy { agrees(name, with: nodes[$0].name, allowsVariants) }
        }
        if agreeing.count == 1 {
          let first = people[agreeing[0]][0]
          join(index, to: first, rule(name, nodes[first].name))
          people[agreeing[0]].append(index)
        } else {
          people.append([index])
        }
      }
    }
  }

  /// Whether translated given names may be one person's: where family names are translated as well,
  /// or where there is no namesake worth mentioning.
  private func allowsVariants(_ members: [Int], among bearers: [Int]) -> Bool {
    let name = nodes[members[0]].name
    if Transliteration.isSlavic(key: name.familyKey) || Transliteration.isCyrillic(name.family) {
      return true
    }
    let own = Self.givenClass(name)
    let total = { (indices: [Int]) in
      indices.reduce(0) { $0 + self.nodes[$1].occurrences.counts.total }
    }
    let others = bearers.filter { Self.givenClass(nodes[$0].name) != own }
    // What is read in one place by mistake is no namesake.
    return total(others) * 4 <= total(members)
      && others.allSatisfy { nodes[$0].occurrences.counts.author == 0 }
  }

  /// What first names have in common that may be one: their row of variants, or their key.
  private static func givenClass(_ name: PersonName) -> String {
    guard let first = name.given.first else { return "" }
    return GivenNameVariants.row(of: first.letters).map { "\($0)" } ?? first.transliteration
  }

  private func agrees(
    _ name: PersonName, with fuller: PersonName, _ allowsVariants: Bool
  ) -> Bool {
    guard name.agrees(with: fuller) else { return false }
    guard allowsVariants || name.sharesGiven(with: fuller) else { return false }
    return fuller.addsLittle(to: name) && name.addsLittle(to: fuller)
  }

  private func rule(_ name: PersonName, _ other: PersonName) -> LibraryPerson.Rule {
    if !name.sharesGiven(with: other) { return .givenName }
    let isSpelledAlike =
      name.family == other.family
      && zip(name.given, other.given).allSatisfy {
        $0.letters == $1.letters || $0.isShortened || $1.isShortened
      }
    return isSpelledAlike ? .moreInitials : .transliteration
  }

  // MARK: Initials

  /// Joins initials to the only person whose full name they fit.
  private mutating func joinInitials(_ shortened: [Int], to bearers: [Int]) {
    guard bearers.count <= Self.most else { return }
    for index in shortened {
      let name = nodes[index].name
      var fitting: Int?
      var isUnique = true
      for bearer in bearers where fits(name, nodes[bearer].name) {
        if let fitting, root(fitting) != root(bearer) { isUnique = false }
        if fitting == nil { fitting = bearer }
      }
      if let fitting, isUnique { join(index, to: fitting, .initials) }
    }
  }

  /// Whether a shortened name has nothing that the full one lacks, but for a patronymic's initial.
  private func fits(_ name: PersonName, _ fuller: PersonName) -> Bool {
    guard fuller.agrees(with: name), fuller.addsLittle(to: name) else { return false }
    return name.given.count <= fuller.given.count
      || name.addsLittle(to: fuller)
        && (Transliteration.isSlavic(key: name.familyKey)
          || Transliteration.isCyrillic(fuller.family))
  }

  // MARK: Single names

  /// Joins a family name alone to its only bearer, if a text has both.
  private mutating func joinSingleNames(in family: [Int]) {
    for index in family where nodes[index].name.completeness == .alone {
      let name = nodes[index].name
      // `Martin` may be anybody's.
      guard !GivenNames.contains(name.family) else { continue }
      let own = root(index)
      let bearers = family.filter { other in
        other != index && nodes[other].name.completeness != .alone
          && nodes[other].name.sharesFamily(with: name)
      }
      let people = Set(bearers.map { root($0) }).subtracting([own])
      guard people.count == 1, bearers.allSatisfy({ nodes[$0].name.completeness != .addressed })
      else { continue }
      let works = Set(nodes[index].occurrences.works)
      if let beside = bearers.first(where: {
        !works.isDisjoint(with: nodes[$0].occurrences.works)
      }) {
        join(index, to: beside, .familyName)
      }
    }
  }
}
