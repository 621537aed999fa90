// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The people mentioned in a text, by family name.
struct People {
  /// A full name and its position in the text, as in `TextReading.place`.
  private struct Sighting {
    var place: Int
    var name: String
  }

  /// Folded family names that are known to belong to people.
  private(set) var keys: Set<String> = []
  private var sightings: [String: [Sighting]] = [:]
  /// Where a family name stands alone; the first few places.
  private var alone: [String: [Int]] = [:]
  /// Names of those who wrote the text itself.
  private var authors: Set<String> = []

  /// Records who wrote the text.
  mutating func add(author name: String) { authors.insert(name) }

  /// Whether a name is that of someone who wrote the text.
  func isAuthor(_ name: String) -> Bool { authors.contains(name) }

  /// Records that a family name belongs to a person.
  mutating func add(key: String) {
    if key.utf8.count > 1 { keys.insert(key) }
  }

  /// Records a name as printed, or where a family name stands alone; possessives are ignored.
  mutating func add(name: String, key: String, place: Int) {
    guard name.contains(" ") || name.contains(".") else {
      if alone[key, default: []].count < Self.placesKept { alone[key, default: []].append(place) }
      return
    }
    guard !name.hasSuffix("'s"), !name.hasSuffix("’s"), !Self.beginsWithNumeral(name) else {
      return
    }
    sightings[key, default: []].append(Sighting(place: place, name: name))
  }

  /// `II. Lund` after the number of a volume or chapter, but not `V. I. Lund`.
  private static func beginsWithNumeral(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count > 1, words[0].hasSuffix("."), !words[1].hasSuffix(".") else { return false }
    return words[0].dropLast().allSatisfy { "IVX".contains($0) }
  }

  /// How many places of a family name alone are kept.
  private static let placesKept = 64

  /// Whether a full name is that of a relative rather than of the one who is always named without it: it
  /// comes after many mentions of the family name alone, and seldom.
  ///
  /// - Parameters:
  ///   - first: Where the full name is printed first.
  ///   - count: How often it is printed.
  ///   - alone: Where the family name stands alone; the first few places.
  ///   - aloneCount: How often it does.
  static func isSomebodyElse(first: Int, count: Int, alone: [Int], count aloneCount: Int) -> Bool {
    count * 8 < aloneCount && alone.count { $0 < first } >= 6
  }

  /// Whether a name that was printed once may be no more than words around a family name:
  /// `the Skill of Lund` is not believed, `Anna of Lund` is.
  private static func isDoubtful(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return Entity.Form.hasParticle(name)
      && !NameWords.isGiven(words[0].lowercased()) && !words[0].hasSuffix(".")
  }

  /// Sorts the recorded names by position; call it after the last `add`.
  mutating func finish() {
    for (key, all) in sightings {
      var kept: [Sighting] = []
      let named = Dictionary(grouping: all, by: \.name)
      let places = named.mapValues { Set($0.map(\.place)).count }
      let alone = alone[key] ?? []
      let others = Set(
        named.keys.filter { name in
          Self.isSomebodyElse(
            first: named[name]?.map(\.place).min() ?? 0, count: places[name] ?? 0, alone: alone,
            count: alone.count)
        })
      for sighting in all.sorted(by: { $0.place < $1.place })
      where kept.last?.name != sighting.name
        && (places[sighting.name] != 1 || !Self.isDoubtful(sighting.name))
        && !others.contains(sighting.name)
      {
        kept.append(sighting)
      }
      sightings[key] = kept
    }
  }

  /// The fullest form of a name.
  ///
  /// Authors usually give a full name once, so this is the form last printed in full before this
  /// position. If there is none, it is the one printed later, provided that it is always the same.
  func fullName(_ printed: String, at place: Int) -> String {
    let key = NameReader.key(printed)
    guard let all = sightings[key], !all.isEmpty else { return printed }
    let words = printed.split(separator: " ")
    if words.count > 1, !words.dropLast().allSatisfy({ $0.hasSuffix(".") || $0.count == 1 }) {
      return printed
    }
    let initials = words.dropLast().compactMap { $0.first }
    func fits(_ name: String) -> Bool {
      initials.isEmpty || name.first == initials.first
    }
    if let last = all.last(where: { $0.place <= place && fits($0.name) }) {
      return Self.longer(last.name, printed)
    }
    let later = Set(all.filter { fits($0.name) }.map(\.name))
    if later.count == 1, let name = later.first { return Self.longer(name, printed) }
    return printed
  }

  private static func longer(_ one: String, _ other: String) -> String {
    one.count >= other.count ? one : other
  }
}
