// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The works that the references of a text name, and the order in which they were cited.
struct CitedRecords {
  /// Misprints are looked for among so many works at most: each look goes through all of them.
  private static let mostCompared = 2_000

  private(set) var all: [CitedRecord] = []
  private var byTitle: [String: [Int]] = [:]
  private var byAuthor: [String: [Int]] = [:]
  private var lastByAuthor: [String: Int] = [:]
  private var lastInVolumes: [String: Int] = [:]

  /// Notes a work that a reference names in full, anywhere in the text.
  ///
  /// - Returns: Its index.
  @discardableResult
  mutating func add(
    _ source: ParsedSource, names: [String], isStated: Bool, isSecondary: Bool = false, place: Int
  ) -> Int? {
    guard let title = source.title else { return nil }
    let keys = Set(names.map(NameReader.key).filter { !$0.isEmpty })
    if let known = find(title, keys: keys) {
      merge(known, source, names: names, isStated: isStated)
      if !isSecondary { all[known].isSecondary = false }
      return known
    }
    let record = CitedRecord(
      names: names, keys: keys, isStated: isStated, isSecondary: isSecondary, title: title,
      container: source.container,
      editors: source.editors, volume: source.volume, issue: source.issue, year: source.year,
      extent: source.extent, place: place)
    all.append(record)
    let index = all.count - 1
    byTitle[TitleKey.key(title), default: []].append(index)
    if let main = TitleKey.main(title), main != TitleKey.key(title) {
      byTitle[main, default: []].append(index)
    }
    for key in keys { byAuthor[key, default: []].append(index) }
    return index
  }

  private mutating func merge(
    _ index: Int, _ source: ParsedSource, names: [String], isStated: Bool
  ) {
    if isStated, !all[index].isStated || all[index].names.isEmpty {
      all[index].names = names
      all[index].isStated = true
      for key in names.map(NameReader.key) where all[index].keys.insert(key).inserted {
        byAuthor[key, default: []].append(index)
      }
    }
    all[index].container = all[index].container ?? source.container
    if all[index].editors.isEmpty { all[index].editors = source.editors }
    all[index].year = all[index].year ?? source.year
  }

  /// The work of a title by these authors; by anybody if none is named.
  func find(_ title: String, keys: Set<String>) -> Int? {
    let candidates = works(titled: title)
    if keys.isEmpty { return candidates.first }
    return candidates.first { !all[$0].keys.isDisjoint(with: keys) }
      ?? candidates.first { all[$0].keys.isEmpty }
  }

  /// All works of a title.
  func works(titled title: String) -> [Int] {
    let key = TitleKey.key(title)
    if let exact = byTitle[key] { return exact }
    // A subtitle may be left out, but two that differ are two works.
    if let main = TitleKey.main(title) {
      let bare = byTitle[main]?.filter { all[$0].title.map { TitleKey.main($0) == nil } ?? false }
      if let bare, !bare.isEmpty { return bare }
    }
    guard key.utf8.count >= 9, all.count <= Self.mostCompared else { return [] }
    // Of several that are as near, the one cited first: a dictionary has no order to go by.
    return byTitle.filter { TitleKey.isNear($0.key, key) }.values
      .min { ($0.first ?? 0) < ($1.first ?? 0) } ?? []
  }

  /// Notes that a work is cited now.
  mutating func cite(_ index: Int, volume: String?, issue: String?) {
    if let volume { all[index].volume = volume }
    for key in all[index].keys { cite(index, by: key) }
    if let issue { all[index].issue = issue }
  }

  /// Notes that this author's work is cited now, whoever's it is said to be elsewhere.
  mutating func cite(_ index: Int, by key: String) {
    lastByAuthor[key] = index
    if all[index].volume != nil { lastInVolumes[key] = index }
  }

  /// The work of an author that was cited last.
  ///
  /// - Parameter inVolumes: Whether a volume is named, which only works in volumes have.
  func last(by key: String, inVolumes: Bool = false) -> Int? {
    guard lastByAuthor[key] != nil else {
      return near(key, in: lastByAuthor.keys).flatMap { last(by: $0, inVolumes: inVolumes) }
    }
    return inVolumes ? lastInVolumes[key] ?? lastByAuthor[key] : lastByAuthor[key]
  }

  /// The family name that is misprinted here; `nil` if several are as near.
  private func near(_ key: String, in keys: some Sequence<String>) -> String? {
    guard key.utf8.count >= 5, all.count <= Self.mostCompared else { return nil }
    let found = keys.filter { TitleKey.isNear($0, key, least: 5) && $0.first == key.first }
    return found.count == 1 ? found[0] : nil
  }

  /// Another work of an author than this, whose pages hold the one that is meant.
  func work(by key: String, holding page: Int, besides index: Int) -> Int? {
    byAuthor[key]?.last { $0 != index && all[$0].extent?.contains(page) == true }
  }

  /// The first work of an author that is named only later.
  func later(by key: String, after place: Int) -> Int? {
    (byAuthor[key] ?? near(key, in: byAuthor.keys).flatMap { byAuthor[$0] })?.filter {
      all[$0].place > place
    }.min { all[$0].place < all[$1].place }
  }

  /// The only work of an author; `nil` if there are several.
  func only(by key: String) -> Int? {
    guard let works = byAuthor[key], works.count == 1 else { return nil }
    return works[0]
  }

  /// The work of an author that has this year.
  func work(by key: String, year: Int) -> Int? {
    byAuthor[key]?.first { all[$0].year == year }
  }
}
