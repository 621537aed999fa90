// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Resolves the references of a text in reading order.
///
/// *Op. cit.* means the most recently cited work of the author named in the reference, or else in
/// the prose; without a name, the most recently cited work. *Ibid.* repeats the previous reference.
/// See Chicago Manual of Style, 18th edition, 14.36–14.37, whose warnings show how authors use
/// them.
struct Resolver {
  let people: People
  let rules: Set<AttributionRule>
  /// The works cited in the text, including those named later.
  var records: CitedRecords
  /// The previous reference.
  private(set) var last: Resolution?
  /// Resolution of each note's reference, by note number.
  private(set) var notes: [String: Resolution] = [:]
  /// Index of the work that the text reviews.
  var reviewed: Int?

  init(people: People, records: CitedRecords, rules: Set<AttributionRule>) {
    self.people = people
    self.records = records
    self.rules = rules
  }

  /// Records what a note refers to; the first resolution is kept.
  mutating func note(_ number: String, is resolution: Resolution) {
    if notes[number] == nil { notes[number] = resolution }
  }

  /// Resolves a reference at a position in the text.
  mutating func resolve(
    _ reference: ParsedReference, hint: ProseHint?, place: Int
  ) -> Resolution {
    var resolution: Resolution
    if let book = reference.via.last, rules.contains(.via) {
      var via: [NamedSource] = []
      for link in reference.via.dropLast() {
        via.append(resolveBook(link, hint: nil, place: place).source)
      }
      let held = resolveBook(book, hint: nil, place: place)
      via.append(held.source)
      var source = NamedSource()
      let own = reference.source
      var basis = held.basis
      var rules = held.rules + [.via]
      if !own.isEmpty {
        if own.title != nil, own.names.isEmpty || own.isWorkBefore {
          source = resolveBook(own, hint: hint, place: place).source
        } else {
          source = named(own, names: own.names.map { people.fullName($0, at: place) })
        }
      } else if let hint, hint.isStrong {
        source.authors = [hint.name]
        basis = .inferred
        rules.append(.quotedInProse)
      }
      resolution = Resolution(
        source: source, via: via, record: held.record, basis: basis, rules: rules,
        namesAuthor: !own.names.isEmpty)
      resolution.conflict = held.conflict
    } else {
      resolution = resolveBook(
        reference.source, hint: hint?.isQuoted == true || hint?.isPerson == false ? nil : hint,
        place: place)
      // `Brinton quotes Lenin “…” [Ibid.]`: the words are Lenin's, the book is Brinton's.
      if let hint, hint.isQuoted, hint.isPerson,
        !resolution.source.authors.map(NameReader.key).contains(hint.key)
      {
        resolution.via = [resolution.source]
        resolution.source = NamedSource(authors: [hint.name])
        resolution.rules.append(.quotedInProse)
        resolution.basis = .inferred
        last = resolution
        return resolution
      }
    }
    last = resolution
    return resolution
  }

  // MARK: One book

  private mutating func resolveBook(
    _ parsed: ParsedSource, hint: ProseHint?, place: Int
  ) -> Resolution {
    if let note = parsed.note, parsed.title == nil,
      let crossed = crossReference(note, parsed, place)
    {
      return crossed
    }
    if parsed.isSame, parsed.names.isEmpty, rules.contains(.ibid) {
      return same(parsed, hint: hint)
    }
    if parsed.isWorkBefore || parsed.isSame { return workBefore(parsed, hint: hint, place: place) }
    if parsed.title != nil {
      return parsed.names.isEmpty
        ? titleOnly(parsed, hint: hint, place: place) : full(parsed, place: place)
    }
    if !parsed.names.isEmpty { return authorOnly(parsed, place: place) }
    // `[p. 410]`: a page of the work in hand.
    if parsed.container == nil, rules.contains(.barePage) {
      var resolution = workBefore(parsed, hint: hint, place: place)
      resolution.rules.append(.barePage)
      return resolution
    }
    return Resolution(
      source: named(parsed, names: []), via: [], record: nil, basis: .stated, rules: [],
      namesAuthor: false)
  }

  private mutating func full(_ parsed: ParsedSource, place: Int) -> Resolution {
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

  private mutating func titleOnly(
    _ parsed: ParsedSource, hint: ProseHint?, place: Int
  ) -> Resolution {
    guard self.rules.contains(.titleOnly) else {
      return Resolution(
        source: named(parsed, names: []), via: [], record: nil, basis: .stated, rules: [],
        namesAuthor: false)
    }
    let title = parsed.title ?? ""
    let known = records.works(titled: title).filter {
      records.all[$0].isStated && !records.all[$0].names.isEmpty
    }
    let authors = Set(known.map { records.all[$0].keys })
    var names: [String] = []
    var rules: [AttributionRule] = [.titleOnly]
    var record: Int?
    if self.rules.contains(.titleKnown), let hint,
      let own = known.first(where: { records.all[$0].keys.contains(hint.key) })
    {
      record = own
      names = records.all[own].names
      rules.append(.titleKnown)
    } else if let hint, hint.isStrong, !known.isEmpty,
      known.allSatisfy({ records.all[$0].isSecondary }),
      self.rules.contains(.titleByProse)
    {
      // Elsewhere the text uses `quoted by` when it takes words from this book.
      names = [hint.name]
      rules.append(.titleByProse)
    } else if let hint, hint.isStrong, !known.isEmpty, title.split(separator: " ").count <= 2,
      self.rules.contains(.titleByProse)
    {
      // A title like `Anarchism` is shared by many works.
      names = [hint.name]
      rules.append(.titleByProse)
    } else if known.count >= 1, authors.count == 1, self.rules.contains(.titleKnown) {
      record = known[0]
      names = records.all[known[0]].names
      rules.append(.titleKnown)
    } else if let hint, self.rules.contains(.titleByProse) {
      names = [hint.name]
      rules.append(.titleByProse)
    } else if self.rules.contains(.titleKnown),
      let before = records.works(titled: title).last(where: {
        !records.all[$0].names.isEmpty
      })
    {
      record = before
      names = records.all[before].names
      rules.append(.titleKnown)
    }
    if record == nil { record = records.add(parsed, names: names, isStated: false, place: place) }
    if let record {
      records.cite(record, volume: parsed.volume, issue: parsed.issue)
      for key in names.map(NameReader.key) { records.cite(record, by: key) }
    }
    var source = named(parsed, names: names)
    if source.container == nil, let record { source.container = records.all[record].container }
    return Resolution(
      source: source, via: [], record: record, basis: names.isEmpty ? .stated : .inferred,
      rules: rules, namesAuthor: false)
  }

  private mutating func workBefore(
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
  private func isOthers(_ last: Resolution, _ hint: ProseHint?) -> Bool {
    guard let hint, hint.isStrong, !last.book.authors.isEmpty else { return false }
    return !last.book.authors.map(NameReader.key).contains(hint.key)
      && !last.source.authors.map(NameReader.key).contains(hint.key)
  }

  private mutating func same(_ parsed: ParsedSource, hint: ProseHint?) -> Resolution {
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

  private mutating func authorOnly(_ parsed: ParsedSource, place: Int) -> Resolution {
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

  // MARK: Notes

  /// Resolves `see note (4)`; if a name contradicts the note, the name wins and both are reported.
  private mutating func crossReference(
    _ note: String, _ parsed: ParsedSource, _ place: Int
  ) -> Resolution? {
    guard rules.contains(.seeNote) else { return nil }
    let keys = Set(parsed.names.map(NameReader.key))
    let target = notes[note]
    func authors(_ resolution: Resolution) -> Set<String> {
      Set(resolution.book.authors.map(NameReader.key))
        .union(resolution.source.authors.map(NameReader.key))
    }
    if let target, keys.isEmpty || !authors(target).isDisjoint(with: keys) {
      var resolution = target
      resolution.source = carried(target.book, parsed)
      resolution.via = []
      resolution.basis = keys.isEmpty ? .inferred : .stated
      resolution.rules = [.seeNote]
      return resolution
    }
    guard !keys.isEmpty else { return nil }
    var named = parsed
    named.note = nil
    var resolution = authorOnly(named, place: place)
    resolution.rules.append(.seeNote)
    resolution.basis = .inferred
    // The nearest by number, and of two the first: not whichever a dictionary has first.
    let meant = notes.filter { !authors($0.value).isDisjoint(with: keys) }.keys
      .min { (Self.distance($0, note), $0) < (Self.distance($1, note), $1) }
    let name = parsed.names.joined(separator: ", ")
    let printed =
      target.map { resolution in
        "note \(note) is “\((resolution.book.authors + [resolution.book.title ?? ""]).filter { !$0.isEmpty }.joined(separator: ", "))”"
      } ?? "note \(note) names no source"
    resolution.conflict =
      "It points to note \(note) and names \(name): \(printed)"
      + (meant.map { ", \(name) is of note \($0)" } ?? "") + "; the name was followed."
    return resolution
  }

  /// How far apart the numbers of two notes are; the greatest distance where one is not a number.
  private static func distance(_ one: String, _ other: String) -> Int {
    guard let first = Int(one), let second = Int(other) else { return .max }
    return abs(first - second)
  }

  // MARK: Parts

  /// The parsed source with the authors' full names.
  private func named(_ parsed: ParsedSource, names: [String]) -> NamedSource {
    NamedSource(
      authors: names, title: parsed.title, container: parsed.container, editors: parsed.editors,
      volume: parsed.volume, issue: parsed.issue, pages: parsed.printedPages,
      division: parsed.division, year: parsed.year)
  }

  /// The earlier source with a new location.
  private func carried(
    _ source: NamedSource, _ parsed: ParsedSource, isSame: Bool = false
  ) -> NamedSource {
    var source = source
    let hasPlace = parsed.printedPages != nil || parsed.division != nil || parsed.volume != nil
    if hasPlace || !isSame {
      source.pages = parsed.printedPages
      source.division = parsed.division
      if let volume = parsed.volume {
        source.volume = volume
      } else if !rules.contains(.volumeCarried) {
        source.volume = nil
      }
      if let issue = parsed.issue { source.issue = issue }
    }
    return source
  }
}
