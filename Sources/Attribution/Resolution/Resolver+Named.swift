// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Resolver {
  mutating func full(_ parsed: ParsedSource, place: Int) -> Resolution {
    let names = parsed.names.map { people.fullName($0, at: place) }
    let record = records.add(parsed, names: names, isStated: true, place: place)
    if let record {
      // A work that is merely mentioned does not replace the one being cited.
      let keys = names.map(NameReader.key)
      let isMentioned = parsed.pages.isEmpty && keys.contains { records.last(by: $0) != nil }
      if !isMentioned {
        records.cite(record, volume: parsed.volume, issue: parsed.issue)
        for key in keys { records.cite(record, by: key) }
      }
    }
    return Resolution(
      source: named(parsed, names: names), via: [], record: record, basis: .stated,
      rules: rules.contains(.fullReference) ? [.fullReference] : [], namesAuthor: true)
  }

  mutating func authorOnly(_ parsed: ParsedSource, place: Int) -> Resolution {
    let names = parsed.names.map { people.fullName($0, at: place) }
    let keys = parsed.names.map(NameReader.key)
    guard self.rules.contains(.authorOnly) else {
      return Resolution(
        source: named(parsed, names: names), via: [], record: nil, basis: .stated, rules: [],
        namesAuthor: true)
    }
    var rules: [AttributionRule] = [.authorOnly]
    var record: Int?
    if let year = parsed.year {
      record = keys.compactMap { records.work(by: $0, year: year) }.first
    } else {
      record =
        keys.compactMap { records.last(by: $0) }.first
        ?? keys.compactMap { records.later(by: $0, after: place) }.first
    }
    if record == nil || record == reviewed, parsed.year == nil, let reviewed,
      self.rules.contains(.workUnderReview),
      !records.all[reviewed].keys.isDisjoint(with: keys)
    {
      record = reviewed
      rules.append(.workUnderReview)
    }
    var source = named(parsed, names: names)
    guard let record else {
      return Resolution(
        source: source, via: [], record: nil, basis: .stated, rules: rules, namesAuthor: true)
    }
    let work = records.all[record]
    source.title = work.title
    source.container = work.container
    source.editors = work.editors
    source.year = source.year ?? work.year
    if Set(keys).isSubset(of: work.keys) { source.authors = work.names }
    records.cite(record, volume: parsed.volume, issue: nil)
    return Resolution(
      source: source, via: [], record: record, basis: .inferred, rules: rules, namesAuthor: true)
  }
}
