// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// All passages of a text in analysed form, with the names and works mentioned anywhere in it.
struct TextReading {
  /// Position in the text as a single number: passage index in the high bits, offset in the low 20.
  static func place(_ passage: Int, _ offset: Int) -> Int { passage << 20 | offset }

  var passages: [ReadPassage]
  private(set) var mentions: [[Mention]] = []
  var people = People()
  private(set) var records = CitedRecords()
  private(set) var reviewed: Int?
  /// Whether each passage is in a section for sources, or the whole text is one.
  private(set) var isOfSources: [Bool]
  /// Whether the text mainly uses single quotation marks, as British publishers do.
  private(set) var leadsSingle = false

  let sources: [Passage]
  let rules: Set<AttributionRule>
  private(set) var words = WordUse()

  init(_ sources: [Passage], rules: Set<AttributionRule>) {
    self.sources = sources
    self.rules = rules
    passages = sources.map { ReadPassage($0.text) }
    for passage in passages { words.count(passage.tokens) }
    isOfSources = Bibliography.parts(sources)
  }

  /// Finds quotations, names, references and works.
  mutating func learn(metadata: Metadata, known: [KnownCitation]) {
    if metadata.title.map({ Bibliography.isHeading($0.value) }) ?? false {
      isOfSources = Array(repeating: true, count: sources.count)
    }
    let finder = MentionFinder(words: words)
    var brackets: [[ReferenceFinder.Bracket]] = []
    let convention = MarkConvention(passages)
    for index in passages.indices {
      let found = ReferenceFinder.brackets(passages[index])
      brackets.append(found)
      pairMarks(index, found.filter { $0.isStrong && $0.isSquare }.map(\.range), convention)
    }
    chooseMarks()
    for index in passages.indices { passages[index].placeSpans() }
    for work in known { for name in work.authors { people.add(key: NameReader.key(name)) } }
    if let review = ReviewedWork.read(metadata) { people.add(key: NameReader.key(review.author)) }
    learnPeople(finder, metadata: metadata)
    learnReferences(brackets)
    learnWorks(metadata: metadata, known: known)
    let keys = people.keys
    mentions = passages.map { finder.mentions($0) { key, _ in keys.contains(key) } }
  }

  /// The names of people in part of a passage.
  func mentions(in part: ReadPassage) -> [Mention] {
    MentionFinder(words: words).mentions(part) { key, _ in people.keys.contains(key) }
  }

  private mutating func pairMarks(
    _ index: Int, _ references: [Range<Int>], _ convention: MarkConvention
  ) {
    let pairing = MarkPairing(
      passages[index].text, references: references, convention: convention)
    passages[index].spans = pairing.spans
    passages[index].isUnclosed = pairing.isUnclosed
    passages[index].strayEnd = pairing.strayEnd
  }

  /// Drops single quotation marks in a text that mainly uses double ones.
  private mutating func chooseMarks() {
    var singles = 0
    var doubles = 0
    for passage in passages {
      for span in passage.spans where span.depth == 0 {
        if span.isSingle { singles += span.inner.count > 40 ? 1 : 0 } else { doubles += 1 }
      }
    }
    leadsSingle = singles > doubles
    guard !leadsSingle || !rules.contains(.singleMarks) else { return }
    for index in passages.indices {
      guard passages[index].spans.contains(where: { $0.isSingle && $0.depth == 0 }) else {
        continue
      }
      // Otherwise a stray apostrophe could hide a quotation in double marks.
      // Single marks around double ones cannot be apostrophes.
      let all = passages[index].spans
      var spans = all.enumerated().filter { place, span in
        guard span.isSingle, span.depth == 0 else { return true }
        return span.inner.count > 20 && place + 1 < all.count && !all[place + 1].isSingle
          && all[place + 1].ends == .marked
          && all[place + 1].range.upperBound <= span.inner.upperBound
          && passages[index].text[span.range.lowerBound] == "‘"
      }.map(\.element)
      var ends: [Int] = []
      for place in spans.indices {
        while let end = ends.last, end <= spans[place].range.lowerBound { ends.removeLast() }
        spans[place].depth = ends.count
        ends.append(spans[place].range.upperBound)
      }
      passages[index].spans = spans
    }
  }

  // MARK: Persons

  private mutating func learnPeople(_ finder: MentionFinder, metadata: Metadata) {
    for person in metadata.people {
      let key = NameReader.key(person.value.family ?? person.value.name)
      people.add(key: key)
      people.add(name: person.value.name, key: key, place: 0)
      if person.value.role == .author { people.add(author: person.value.name) }
    }
    for index in passages.indices {
      let passage = passages[index]
      let reader = NameReader(words: words)
      for mention in finder.mentions(passage, accepts: { _, _ in true }) {
        guard isPerson(mention, passage) else { continue }
        people.add(key: mention.key)
        if !mention.isFull || reader.isNames(passage.tokens[mention.tokens], isSure: true) {
          people.add(
            name: mention.name, key: mention.key,
            place: Self.place(index, passage.tokens[mention.tokens.lowerBound].range.lowerBound))
        }
      }
    }
    // Collects full names of the people known by now.
    let keys = people.keys
    for index in passages.indices {
      let passage = passages[index]
      for mention in finder.mentions(
        passage, accepts: { key, isFull in isFull && keys.contains(key) })
      {
        let first = passage.tokens[mention.tokens.lowerBound]
        guard !NameWords.titles.contains(first.folded),
          first.isInitial || !words.isCommon(first.folded)
        else { continue }
        people.add(
          name: mention.name, key: mention.key, place: Self.place(index, first.range.lowerBound))
      }
    }
    people.finish()
  }

  /// Whether the context of a name shows that it belongs to a person.
  private func isPerson(_ mention: Mention, _ passage: ReadPassage) -> Bool {
    let tokens = passage.tokens
    let last = mention.tokens.upperBound
    let family = tokens[last - 1].folded
    let bare = family.hasSuffix("'s") ? String(family.dropLast(2)) : family
    if words.isCommon(bare), !mention.isFull { return false }
    if bare.hasSuffix("ists") || bare.hasSuffix("ites") || bare.hasSuffix("niks") { return false }
    if words.isSmall(bare), ReportingVerbs.all.contains(bare) { return false }
    if SpeakerNouns.persons.contains(bare) || SpeakerNouns.bodies.contains(bare) { return false }
    let given = tokens[mention.tokens.lowerBound]
    if mention.isFull,
      NameWords.given.contains(given.folded) || given.isInitial && mention.tokens.count > 2,
      !words.isCommon(bare) || NameWords.given.contains(given.folded)
    {
      return true
    }
    let isWhole =
      mention.isFull
      && mention.tokens.contains { tokens[$0].isInitial || !words.isCommon(tokens[$0].folded) }
    guard
      mention.isFull
        ? isWhole
        : words.isProper(bare) || words.isProper(family)
          || !words.isSmall(bare) && bare.utf8.count >= 4 || tokens[last - 1].folded != bare
    else { return false }
    if last < tokens.count, !mention.isPossessive {
      var next = last
      while next < tokens.count, next < last + 3,
        tokens[next].folded.hasSuffix("ly")
          || [
            "himself", "herself", "also", "once", "then", "later", "had", "has", "rightly", "would",
          ].contains(tokens[next].folded)
      {
        next += 1
      }
      if next < tokens.count, tokens[next].kind == .word, !tokens[next].isCapital,
        ReportingVerbs.all.contains(tokens[next].folded),
        !ReportingVerbs.weak.contains(tokens[next].folded) || mention.isFull
          || ["put", "puts", "notes", "note", "points", "saw", "called"].contains(
            tokens[next].folded)
      {
        return true
      }
    }
    // `Kritzman, a left Communist, criticized`
    if last + 2 < tokens.count, tokens[last].isSign(","),
      ["a", "an", "the", "one", "who", "then", "himself", "another"].contains(
        tokens[last + 1].folded),
      let comma = tokens[(last + 1)...].prefix(14).firstIndex(where: { $0.isSign(",") }),
      comma + 1 < tokens.count,
      ReportingVerbs.all.contains(tokens[comma + 1].folded)
    {
      return true
    }
    if mention.isPossessive, last < tokens.count, SpeakerNouns.sayings.contains(tokens[last].folded)
    {
      return true
    }
    let first = mention.tokens.lowerBound
    guard first > 0 else { return false }
    let before = tokens[first - 1]
    if NameWords.titles.contains(before.folded),
      mention.isFull || !before.isCapital || before.folded.count <= 3
    {
      return true
    }
    if ReportingVerbs.all.contains(before.folded), !before.isCapital, first > 1,
      passage.spanOfToken[first - 2] >= 0 || ["as", ","].contains(tokens[first - 2].folded)
    {
      return true
    }
    if ["quote", "quoting", "paraphrase"].contains(before.folded) { return true }
    if first > 1,
      before.folded == "of" && tokens[first - 2].folded == "words"
        || before.folded == "to" && tokens[first - 2].folded == "according"
    {
      return true
    }
    if before.folded == "by" && first > 1
      && ["quoted", "cited", "written", "edited"].contains(tokens[first - 2].folded)
    {
      return true
    }
    // The author in a reference: `[Avrich, Kronstadt 1921, p. 5]`.
    if before.isSign("["), last < tokens.count, tokens[last].isSign(","),
      mention.isFull || words.isProper(bare)
    {
      let close = tokens[last...].prefix(40).firstIndex { $0.isSign("]") } ?? last
      let inside = tokens[last..<close]
      let hasMore =
        inside.filter { $0.isSign(",") }.count >= 2 || inside.contains { $0.folded == "cit" }
      return hasMore
        && (mention.isFull
          ? mention.tokens.allSatisfy {
            tokens[$0].isInitial || tokens[$0].kind == .sign || !tokens[$0].isCapital
              || !words.isCommon(tokens[$0].folded)
          } : true)
    }
    return false
  }

  // MARK: Works

  private mutating func learnWorks(metadata: Metadata, known: [KnownCitation]) {
    for index in passages.indices {
      for reference in passages[index].references {
        for (number, source) in ([reference.source] + reference.via).enumerated()
        where source.title != nil && !source.names.isEmpty && !source.isWorkBefore {
          let place = Self.place(index, reference.range.lowerBound)
          let names = source.names.map { people.fullName($0, at: place) }
          for name in names {
            people.add(key: NameReader.key(name))
            people.add(name: name, key: NameReader.key(name), place: place)
          }
          records.add(
            source, names: names, isStated: true, isSecondary: number > 0, place: place)
        }
      }
    }
    people.finish()
    for work in known {
      var source = ParsedSource()
      source.title = work.title
      records.add(source, names: work.authors, isStated: true, place: 0)
    }
    guard rules.contains(.workUnderReview), let review = ReviewedWork.read(metadata) else { return }
    var source = ParsedSource()
    source.title = review.title
    reviewed = records.add(source, names: [review.author], isStated: true, place: 0)
  }
}
