// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Resolver {
  mutating func workBefore(
    _ parsed: ParsedSource, hint: ProseHint?, place: Int
  ) -> Resolution {
    var rule = AttributionRule.opCitPreceding
    var record: Int?
    var names: [String] = parsed.names.map { people.fullName($0, at: place) }
    let keys = parsed.names.map(NameReader.key)
    if let title = parsed.title, let found = records.find(title, keys: Set(keys)) {
      record = found
      rule = .opCitAuthor
    } else if !keys.isEmpty {
      rule = .opCitAuthor
      if rules.contains(.opCitAuthor) {
        record = keys.compactMap { records.last(by: $0, inVolumes: parsed.volume != nil) }.first
      }
      if record == nil, rules.contains(.opCitForward) {
        record = keys.compactMap { records.later(by: $0, after: place) }.first
        if record != nil { rule = .opCitForward }
      }
    } else if let hint, rules.contains(.opCitProse),
      let found = records.last(by: hint.key, inVolumes: parsed.volume != nil)
    {
      record = found
      rule = .opCitProse
      if !records.all[found].keys.contains(hint.key) { names = [hint.name] }
    } else if let hint, hint.isStrong, rules.contains(.opCitForward),
      let found = records.later(by: hint.key, after: place)
    {
      record = found
      rule = .opCitForward
    } else if let last, rules.contains(.opCitPreceding), !isOthers(last, hint) {
      var source = carried(last.book, parsed)
      if source.authors.isEmpty, let hint { source.authors = [hint.name] }
      if let record = last.record { records.cite(record, volume: parsed.volume, issue: nil) }
      let isCarried = parsed.volume == nil && source.volume != nil
      return Resolution(
        source: source, via: [], record: last.record, basis: .inferred,
        rules: isCarried ? [rule, .volumeCarried] : [rule], namesAuthor: false)
    }
    if let found = record, let extent = records.all[found].extent, parsed.title == nil,
      let page = parsed.pages.first.flatMap({ Int($0.prefix(while: \.isNumber)) }),
      !extent.contains(page),
      let other = records.all[found].keys.lazy.compactMap({ [records] key in
        records.work(by: key, holding: page, besides: found)
      }).first
    {
      // The page is not in that article but in another by the same author.
      record = other
    }
    if parsed.title != nil,
      rule != .opCitAuthor || record.map({ records.all[$0].title != parsed.title }) == true,
      !names.isEmpty
    {
      // `Howell, “Conclusion”, Op. Cit.`: another article in the book cited earlier.
      var article = parsed
      if let record, article.container == nil {
        article.container = records.all[record].container ?? records.all[record].title
      }
      record = records.add(article, names: names, isStated: true, place: place)
    }
    guard let record else {
      var source = named(parsed, names: names)
      if source.authors.isEmpty, let hint { source.authors = [hint.name] }
      return Resolution(
        source: source, via: [], record: nil, basis: .inferred, rules: [],
        namesAuthor: !keys.isEmpty)
    }
    let work = records.all[record]
    if names.isEmpty || Set(names.map(NameReader.key)) == work.keys {
      names = work.names.isEmpty ? names : work.names
    }
    var source = NamedSource(
      authors: names, title: parsed.title ?? work.title,
      container: parsed.title == nil ? work.container : (parsed.container ?? work.container),
      editors: work.editors, volume: parsed.volume ?? work.volume,
      issue: parsed.issue ?? work.issue,
      pages: parsed.printedPages, division: parsed.division, year: parsed.year ?? work.year)
    if !rules.contains(.volumeCarried) { source.volume = parsed.volume }
    var applied = [rule]
    if parsed.volume == nil, source.volume != nil { applied.append(.volumeCarried) }
    records.cite(record, volume: parsed.volume, issue: parsed.issue)
    for key in names.map(NameReader.key) { records.cite(record, by: key) }
    return Resolution(
      source: source, via: [], record: record, basis: .inferred, rules: applied,
      namesAuthor: !keys.isEmpty)
  }

  /// Whether the prose names a speaker who is not an author of the previously cited work.
  func isOthers(_ last: Resolution, _ hint: ProseHint?) -> Bool {
    guard let hint, hint.isStrong, !last.book.authors.isEmpty else { return false }
    return !last.book.authors.map(NameReader.key).contains(hint.key)
      && !last.source.authors.map(NameReader.key).contains(hint.key)
  }

  /// `October 9, 1915, p. 1`: an issue of the newspaper cited last; of no work unless that was one.
  mutating func issue(_ parsed: ParsedSource) -> Resolution {
    var source = named(parsed, names: [])
    guard let last, last.isPeriodical else {
      return Resolution(
        source: source, via: [], record: nil, basis: .stated, rules: [], namesAuthor: false)
    }
    source.title = last.source.title
    source.container = last.source.container
    return Resolution(
      source: source, via: [], record: last.record, basis: .inferred, rules: [.ibid],
      namesAuthor: false, isPeriodical: true)
  }

  mutating func same(_ parsed: ParsedSource, hint: ProseHint?) -> Resolution {
    guard var resolution = last else {
      return Resolution(
        source: named(parsed, names: hint.map { [$0.name] } ?? []), via: [], record: nil,
        basis: .inferred, rules: [], namesAuthor: false)
    }
    if resolution.via.isEmpty {
      resolution.source = carried(resolution.source, parsed, isSame: true)
    } else {
      resolution.via[resolution.via.count - 1] = carried(resolution.book, parsed, isSame: true)
      if let hint, hint.isStrong, !resolution.source.authors.map(NameReader.key).contains(hint.key)
      {
        resolution.source = NamedSource(authors: [hint.name])
      }
    }
    resolution.basis = .inferred
    resolution.rules = [.ibid]
    resolution.conflict = nil
    return resolution
  }
}
