// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Resolver {
  /// The source with a title where what was read as an author is one: it is the title of a work that the
  /// text names in full, or it ends as titles do: `[Selected Works, p. 53]`.
  func retitled(_ read: ParsedSource) -> ParsedSource {
    var parsed = read
    // `On Lund and Berg, see my notes`: nobody whose work is cited.
    if parsed.names.contains(where: { ReferenceWords.isAbout($0) }) { parsed.names = [] }
    guard !parsed.isWorkBefore, !parsed.isSame, !parsed.isByline, parsed.note == nil,
      !parsed.names.isEmpty, parsed.title == nil || parsed.names.count == 1
    else { return parsed }
    let title = (parsed.names + [parsed.title].compactMap(\.self)).joined(separator: ", ")
    let isWork =
      parsed.title == nil && parsed.year == nil && parsed.names.count == 1
      && title.split(separator: " ").count > 1
      && ReferenceWords.endsOfTitles.contains(
        title.split(separator: " ").last?.lowercased() ?? "")
    guard isWork || records.isTitle(title) else { return parsed }
    parsed.names = []
    parsed.title = title
    return parsed
  }

  mutating func titleOnly(
    _ parsed: ParsedSource, hint: ProseHint?, place: Int
  ) -> Resolution {
    guard self.rules.contains(.titleOnly) else {
      return Resolution(
        source: named(parsed, names: []), via: [], record: nil, basis: .stated, rules: [],
        namesAuthor: false)
    }
    let title = parsed.title ?? ""
    // Newspapers and the records of bodies have no author for the prose to name; the speaker of the
    // words can have written for a journal.
    if ReferenceWords.isRecord(title)
      || parsed.isPeriodical && (hint?.isStrong != true || parsed.isDated)
    {
      let record = records.add(parsed, names: [], isStated: false, place: place)
      return Resolution(
        source: named(parsed, names: []), via: [], record: record, basis: .stated,
        rules: [.titleOnly], namesAuthor: false)
    }
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
}
