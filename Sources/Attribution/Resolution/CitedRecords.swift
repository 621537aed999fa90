// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The works that a text cites, and the order in which it cites them.
struct CitedRecords {
  /// Maximum number of works for fuzzy matching, which scans all of them each time.
  private static let maximumCompared = 2_000

  private(set) var all: [CitedRecord] = []
  private var byTitle: [String: [Int]] = [:]
  private var byAuthor: [String: [Int]] = [:]
  private var lastByAuthor: [String: Int] = [:]
  private var lastInVolumes: [String: Int] = [:]

  /// Records a work that is named in full anywhere in the text.
  ///
  /// - Returns: Its index; `nil` if it has no title.
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

  /// The work with this title by any of these authors, or by anyone if none are given.
  func find(_ title: String, keys: Set<String>) -> Int? {
    let candidates = works(titled: title)
    if keys.isEmpty { return candidates.first }
    return candidates.first { !all[$0].keys.isDisjoint(with: keys) }
      ?? candidates.first { all[$0].keys.isEmpty }
  }

  /// Whether a work of an author has exactly this title, in full or without its subtitle.
  func isTitle(_ text: String) -> Bool {
    byTitle[TitleKey.key(text)]?.contains { !all[$0].names.isEmpty } ?? false
  }

  /// All works with this title.
  func works(titled title: String) -> [Int] {
    let key = TitleKey.key(title)
    if let exact = byTitle[key] { return exact }
    // A subtitle can be omitted, but two different subtitles mean two works.
    if let main = TitleKey.main(title) {
      let bare = byTitle[main]?.filter { all[$0].title.map { TitleKey.main($0) == nil } ?? false }
      if let bare, !bare.isEmpty { return bare }
    }
    guard key.utf8.count >= 9, all.count <= Self.maximumCompared else { return [] }
    // Equally close titles are ordered by first citation, since dictionary order is not stable.
    return byTitle.lazy.filter { TitleKey.isNear($0.key, key) }.map(\.value)
      .min { ($0.first ?? 0) < ($1.first ?? 0) } ?? []
  }

  /// Records that a work is being cited.
  mutating func cite(_ index: Int, volume: String?, issue: String?) {
    if let volume { all[index].volume = volume }
    for key in all[index].keys { cite(index, by: key) }
    if let issue { all[index].issue = issue }
  }

  /// Records that a work of this author is being cited, even if others attribute it differently.
  mutating func cite(_ index: Int, by key: String) {
    lastByAuthor[key] = index
    if all[index].volume != nil { lastInVolumes[key] = index }
  }

  /// The author's most recently cited work.
  ///
  /// - Parameter inVolumes: Whether the reference has a volume number, which suits only works in
  ///   volumes.
  func last(by key: String, inVolumes: Bool = false) -> Int? {
    guard lastByAuthor[key] != nil else {
      return near(key, in: lastByAuthor.keys).flatMap { last(by: $0, inVolumes: inVolumes) }
    }
    return inVolumes ? lastInVolumes[key] ?? lastByAuthor[key] : lastByAuthor[key]
  }

  /// The one family name that this may be a misprint of; `nil` if there are several candidates.
  private func near(_ key: String, in keys: some Sequence<String>) -> String? {
    guard key.utf8.count >= 5, all.count <= Self.maximumCompared else { return nil }
    let found = keys.filter { TitleKey.isNear($0, key, least: 5) && $0.first == key.first }
    return found.count == 1 ? found[0] : nil
  }

  /// Another work by the author whose page range contains the page.
  func work(by key: String, holding page: Int, besides index: Int) -> Int? {
    byAuthor[key]?.last { $0 != index && all[$0].extent?.contains(page) == true }
  }

  /// The first work of the author to be named after this position.
  func later(by key: String, after place: Int) -> Int? {
    (byAuthor[key] ?? near(key, in: byAuthor.keys).flatMap { byAuthor[$0] })?.filter {
      all[$0].place > place
    }.min { all[$0].place < all[$1].place }
  }

  /// The author's only work; `nil` if there are several.
  func only(by key: String) -> Int? {
    guard let works = byAuthor[key], works.count == 1 else { return nil }
    return works[0]
  }

  /// The author's work with this year.
  func work(by key: String, year: Int) -> Int? {
    byAuthor[key]?.first { all[$0].year == year }
  }
}
