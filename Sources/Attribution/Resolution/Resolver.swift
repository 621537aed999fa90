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
    if resolution.via.isEmpty, reference.source.isPeriodical { resolution.isPeriodical = true }
    last = resolution
    return resolution
  }

  /// Resolves one source of a reference.
  mutating func resolveBook(
    _ read: ParsedSource, hint: ProseHint?, place: Int
  ) -> Resolution {
    let parsed = retitled(read)
    if let note = parsed.note, parsed.title == nil,
      let crossed = crossReference(note, parsed, place)
    {
      return crossed
    }
    if parsed.isSame, parsed.names.isEmpty, rules.contains(.ibid) {
      return same(parsed, hint: hint)
    }
    if parsed.isWorkBefore || parsed.isSame { return workBefore(parsed, hint: hint, place: place) }
    if parsed.isSameAuthor, parsed.title != nil, let last, !last.book.authors.isEmpty {
      var own = parsed
      own.names = last.book.authors
      var resolution = full(own, place: place)
      resolution.basis = .inferred
      return resolution
    }
    if parsed.title != nil {
      return parsed.names.isEmpty
        ? titleOnly(parsed, hint: hint, place: place) : full(parsed, place: place)
    }
    if !parsed.names.isEmpty { return authorOnly(parsed, place: place) }
    if parsed.isDated { return issue(parsed) }
    if parsed.isLoose, parsed.container == nil {
      return Resolution(
        source: named(parsed, names: []), via: [], record: nil, basis: .stated, rules: [],
        namesAuthor: false)
    }
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

  /// The parsed source with the authors' full names.
  func named(_ parsed: ParsedSource, names: [String]) -> NamedSource {
    NamedSource(
      authors: names, title: parsed.title, container: parsed.container, editors: parsed.editors,
      volume: parsed.volume, issue: parsed.issue, pages: parsed.printedPages,
      division: parsed.division, year: parsed.year)
  }

  /// The earlier source with a new location.
  func carried(
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
    // `Idem, August 3`: another issue of the same newspaper.
    if parsed.isDated { source.year = parsed.year ?? source.year }
    return source
  }
}
