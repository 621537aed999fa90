// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Finds out which forms of names are of one person, on evidence that each form keeps.
struct PersonMerge {
  /// A form of a name.
  struct Node {
    var text: String
    var name: PersonName
    var occurrences: PeopleGatherer.Occurrences
    /// The forms that it was joined with, and why.
    var reasons: [Reason] = []
    /// Place among the names of its catalogue entry.
    var rank = Int.max
  }

  /// Why two forms are of one person.
  struct Reason {
    var other: Int
    var rule: LibraryPerson.Rule
  }

  /// What must be equal in names that are the same.
  private struct Key: Hashable {
    var family: String
    var suffix: String
    var given: [PersonName.Given]
    /// What stands before a family name alone: `Mr. Bennet`, `Mrs. Bennet`, `St. Simon`.
    var whole: String?
  }

  private(set) var nodes: [Node] = []
  private var parent: [Int] = []
  private var byKey: [Key: Int] = [:]

  /// Takes the forms that are names of people, the fullest and most frequent first.
  init(_ forms: [String: PeopleGatherer.Occurrences]) {
    let named = forms.compactMap { text, occurrences in
      PersonName(text).map { Node(text: text, name: $0, occurrences: occurrences) }
    }
    nodes = named.sorted { one, other in
      (one.name.given.count, one.occurrences.counts.total, other.text)
        > (other.name.given.count, other.occurrences.counts.total, one.text)
    }
    parent = Array(nodes.indices)
  }

  /// The first form of the person that a form is of.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  /// Joins the person of a form to that of another.
  mutating func join(_ index: Int, to other: Int, _ rule: LibraryPerson.Rule) {
    let (lower, upper) = (root(index), root(other))
    guard lower != upper else { return }
    parent[lower] = upper
    nodes[index].reasons.append(Reason(other: other, rule: rule))
    nodes[other].reasons.append(Reason(other: index, rule: rule))
  }

  private static func key(_ name: PersonName, _ text: String) -> Key {
    Key(
      family: name.family, suffix: name.suffix, given: name.given,
      whole: name.given.isEmpty ? PlainLetter.words(text).joined(separator: " ") : nil)
  }

  /// Joins forms with the same names, letter by letter but for capitals, accents and order.
  mutating func joinSameNames() {
    for index in nodes.indices {
      let key = Self.key(nodes[index].name, nodes[index].text)
      if let first = byKey[key] {
        join(index, to: first, .sameName)
      } else {
        byKey[key] = index
      }
    }
  }

  /// Joins the names of each group that the catalogue lists; names that no text has are added.
  mutating func join(catalogued groups: [[String]]) {
    for group in groups {
      let names = group.compactMap { text in PersonName(text).map { (text, $0) } }
      guard names.contains(where: { byKey[Self.key($0.1, $0.0)] != nil }) else { continue }
      var first: Int?
      for (rank, (text, name)) in names.enumerated() {
        let key = Self.key(name, text)
        let index = byKey[key] ?? nodes.count
        if index == nodes.count {
          nodes.append(Node(text: text, name: name, occurrences: .init()))
          parent.append(index)
          byKey[key] = index
        }
        nodes[index].rank = min(nodes[index].rank, rank)
        if let first { join(index, to: first, .catalogue) } else { first = index }
      }
    }
  }

  /// The people, each with its forms.
  mutating func people(works: [String]) -> [LibraryPerson] {
    var members: [Int: [Int]] = [:]
    for index in nodes.indices { members[root(index), default: []].append(index) }
    return members.values.map { person($0, works) }
  }

  private func person(_ members: [Int], _ works: [String]) -> LibraryPerson {
    let order = members.sorted { isPreferred(nodes[$0], to: nodes[$1]) }
    let reasons = reasons(from: order[0])
    let forms = order.map { index in
      let node = nodes[index]
      let reason = reasons[index]
      return LibraryPerson.Form(
        text: node.text, family: node.name.family, counts: node.occurrences.counts,
        works: node.occurrences.works.prefix(3).map { works[$0] },
        workCount: node.occurrences.workCount, rule: reason?.rule ?? .preferred,
        like: reason.map { nodes[$0.other].text })
    }
    return LibraryPerson(
      forms: [forms[0]] + forms.dropFirst().sorted { $0.counts.total > $1.counts.total },
      isSingleName: members.allSatisfy {
        [.alone, .addressed].contains(nodes[$0].name.completeness)
      })
  }

  /// For each form of a person, the reason that leads towards the preferred one.
  private func reasons(from preferred: Int) -> [Int: Reason] {
    var found: [Int: Reason] = [:]
    var queue = [preferred]
    while let index = queue.popLast() {
      for reason in nodes[index].reasons where reason.other != preferred {
        guard found[reason.other] == nil else { continue }
        found[reason.other] = Reason(other: index, rule: reason.rule)
        queue.append(reason.other)
      }
    }
    return found
  }

  /// The catalogue's first name is preferred, then a full name not in capitals, then the most frequent.
  private func isPreferred(_ one: Node, to other: Node) -> Bool {
    if one.rank != other.rank { return one.rank < other.rank }
    let place = { (node: Node) in
      switch node.name.completeness {
      case .full where node.occurrences.counts.total == 0: 0
      case .full: node.text.contains(where: \.isLowercase) ? 4 : 3
      case .initials: 2
      case .alone, .addressed: 1
      }
    }
    if place(one) != place(other) { return place(one) > place(other) }
    return (one.occurrences.counts.total, one.text.count, other.text)
      > (other.occurrences.counts.total, other.text.count, one.text)
  }
}
