// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Goes through the passages of a text in reading order, as a reader does, and ties quotations,
/// speakers and references to each other.
struct Course {
  /// A quotation by its passage and its place there.
  struct Key: Hashable {
    var passage: Int
    var quotation: Int
  }

  let reading: TextReading
  let sources: [Passage]
  let rules: Set<AttributionRule>
  let known: [KnownCitation]
  private(set) var diagnostics: [Diagnostic] = []
  var found: [[FoundQuotation]]
  /// Quotations in quotations.
  private var inner: [[FoundQuotation]]
  private var references: [[Reference]]
  private var resolver: Resolver
  private static let pronouns: Set<String> = ["he", "she", "his", "her"]
  /// How many quotations back one who spoke may be meant by a pronoun.
  private static let memory = 40
  /// Quotations that no reference has covered yet.
  private var pending: [Key] = []
  /// The speaker of the quotations since the last reference.
  private var running: Speaker?
  private var focus: (person: Mention?, group: String?) = (nil, nil)
  private var lead: (cue: Speaker?, passage: Int)?
  private var passageOfLabel: [String: Int] = [:]
  /// Who says, by the sentences of this passage, what they tell; `.some(nil)` is nobody.
  private var reported: [Int: Cue?] = [:]
  private var resolvedNotes: [Int: [Resolution]] = [:]

  init(
    _ reading: TextReading, passages: [Passage], rules: Set<AttributionRule>,
    known: [KnownCitation]
  ) {
    self.reading = reading
    self.rules = rules
    self.known = known
    sources = passages
    found = Array(repeating: [], count: passages.count)
    inner = found
    references = Array(repeating: [], count: passages.count)
    resolver = Resolver(people: reading.people, records: reading.records, rules: rules)
    resolver.reviewed = reading.reviewed
    for (index, passage) in passages.enumerated() where passage.kind == .note {
      passageOfLabel[passage.label] = index
    }
  }

  /// Goes through the whole text.
  mutating func run() {
    foresee()
    for index in sources.indices where sources[index].kind != .note { visit(index) }
    for index in sources.indices where sources[index].kind == .note {
      visitNote(index)
      noteQuotations(index)
    }
  }

  /// What each note names, for references to notes that come later.
  private mutating func foresee() {
    for (index, passage) in sources.enumerated() where passage.kind == .note {
      guard let number = passage.note,
        let first = reading.passages[index].references.first(where: {
          $0.source.isNamed && $0.source.note == nil
        })
      else { continue }
      let place = TextReading.place(index, 0)
      let source = NamedSource(
        authors: first.source.names.map { reading.people.fullName($0, at: place) },
        title: first.source.title, container: first.source.container,
        volume: first.source.volume, year: first.source.year)
      resolver.note(
        number,
        is: Resolution(
          source: source, via: [], record: nil, basis: .stated, rules: [.noteReference],
          namesAuthor: true))
    }
  }

  // MARK: One passage

  private mutating func visit(_ index: Int) {
    let passage = reading.passages[index]
    let sentences = Sentence.sentences(passage)
    reported = [:]
    let subjects = SubjectReader(passage: passage, mentions: reading.mentions[index])
    let finder = CueFinder(passage: passage, subjects: subjects, rules: rules)
    let discourse = Discourse(
      passage: passage, mentions: reading.mentions[index], sentences: sentences, before: focus)
    let isBlock = sources[index].kind == .quotation || sources[index].kind == .verse
    if !isBlock, !beginsWithReference(passage), !continues(index) {
      pending = []
      running = nil
    }
    // Entries of bibliographies have titles in marks.
    let spans =
      Bibliography.isPart(sources[index]) || reading.isBibliography
      ? [] : quotationSpans(index, isBlock: isBlock)
    var items: [(place: Int, kind: Item)] = spans.indices.map {
      (spans[$0].range.lowerBound, .quotation($0))
    }
    for (number, reference) in passage.references.enumerated() {
      items.append((reference.range.lowerBound, .reference(number)))
    }
    for (number, note) in sources[index].notes.enumerated() {
      items.append((note.offset ?? passage.text.count, .note(number)))
    }
    items.sort { ($0.place, $0.kind.order) < ($1.place, $1.kind.order) }
    for item in items {
      switch item.kind {
      case .quotation(let number):
        add(
          spans[number], index, sentences: sentences, finder: finder, discourse: discourse,
          subjects: subjects)
      case .reference(let number):
        cite(passage.references[number], index, sentences: sentences, discourse: discourse)
      case .note(let number):
        follow(sources[index].notes[number], index, at: item.place, sentences: sentences)
      }
    }
    // From here on it is said in another passage.
    running = running.map { with($0, passage: index) }
    lead = nil
    if !isBlock {
      lead = leadSpeaker(
        index, sentences: sentences, finder: finder, discourse: discourse, subjects: subjects)
    }
    if !isBlock {
      focus.person =
        found[index].last?.speaker.flatMap { speaker in
          speaker.isPerson ? reading.mentions[index].last { $0.key == speaker.key } : nil
        } ?? discourse.atEnd()
    }
    focus.group = discourse.group(at: Int.max, subjects: subjects) ?? focus.group
  }

  private enum Item {
    case quotation(Int), reference(Int), note(Int)

    var order: Int {
      switch self {
      case .quotation: 0
      case .reference: 1
      case .note: 2
      }
    }
  }

  private func beginsWithReference(_ passage: ReadPassage) -> Bool {
    passage.references.first.map { $0.range.lowerBound <= 1 } ?? false
  }

  /// Whether a passage goes on with a quotation that the one before left open.
  private func continues(_ index: Int) -> Bool {
    guard rules.contains(.continuedQuotation), let before = previousText(index) else {
      return false
    }
    let passage = reading.passages[index]
    guard reading.passages[before].isUnclosed else { return false }
    return passage.strayEnd != nil || passage.spans.first.map { $0.range.lowerBound == 0 } ?? false
  }

  private func previousText(_ index: Int) -> Int? {
    var before = index - 1
    while before >= 0, sources[before].kind == .note { before -= 1 }
    return before >= 0 ? before : nil
  }

  /// The quotations of a passage that stand in no other.
  private func quotationSpans(_ index: Int, isBlock: Bool) -> [QuoteSpan] {
    let passage = reading.passages[index]
    var spans = passage.spans.filter { $0.depth == 0 }.filter { span in
      // What stands in a reference is a title.
      !passage.references(in: span.range).contains {
        $0.rule != .noteReference && $0.rule != .bibliography
          && $0.range.lowerBound <= span.range.lowerBound
          && span.range.upperBound <= $0.range.upperBound
      }
    }
    if !rules.contains(.quotationMarks) { spans.removeAll { $0.ends == .marked && !$0.isSingle } }
    if !rules.contains(.unclosedQuotation) { spans.removeAll { $0.ends == .unclosed } }
    if continues(index), let end = passage.strayEnd, spans.first?.range.lowerBound != 0 {
      spans.insert(
        QuoteSpan(
          range: 0..<end, inner: 0..<max(1, end - 1), depth: 0, isSingle: false, ends: .continued),
        at: 0)
    }
    if passage.isUnclosed, let last = spans.indices.last, spans[last].ends == .unclosed,
      spans[last].range.upperBound == passage.text.count
    {
      let next = nextText(index)
      let goesOn =
        next.map {
          reading.passages[$0].strayEnd != nil
            || reading.passages[$0].spans.first?.range.lowerBound == 0
        } ?? false
      if goesOn, rules.contains(.continuedQuotation) {
        spans[last].ends = .continued
      } else if !isBlock, spans[last].range.lowerBound > 0,
        !leadsWithColon(passage, spans[last].range.lowerBound)
      {
        spans[last] = shortened(spans[last], passage)
      }
    }
    guard isBlock, rules.contains(.blockQuotation) else { return spans }
    let opensWithMark = spans.first.map { $0.range.lowerBound <= 1 } ?? false
    if opensWithMark { return spans }
    var end = passage.text.count
    for reference in passage.references.reversed() where reference.range.upperBound <= end {
      guard reference.range.upperBound >= end - 1, reference.range.lowerBound > 0 else { break }
      end = reference.range.lowerBound
      while end > 0, passage.text[end - 1].properties.isWhitespace { end -= 1 }
    }
    guard end > 0 else { return spans }
    return [QuoteSpan(range: 0..<end, inner: 0..<end, depth: 0, isSingle: false, ends: .block)]
  }

  private func nextText(_ index: Int) -> Int? {
    var next = index + 1
    while next < sources.count, sources[next].kind == .note { next += 1 }
    return next < sources.count ? next : nil
  }

  private func leadsWithColon(_ passage: ReadPassage, _ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, passage.text[index].properties.isWhitespace { index -= 1 }
    return index >= 0 && passage.text[index] == ":"
  }

  /// Words whose closing mark is lost in running text end with their sentence.
  private func shortened(_ span: QuoteSpan, _ passage: ReadPassage) -> QuoteSpan {
    var span = span
    var words = 0
    for index in passage.token(at: span.inner.lowerBound)..<passage.tokens.count {
      let token = passage.tokens[index]
      if token.kind == .word { words += 1 }
      let isStop =
        [".", "!", "?"].contains(token.folded)
        && (index == 0 || !passage.tokens[index - 1].isInitial)
      if isStop, words >= 3 {
        span.range = span.range.lowerBound..<token.range.upperBound
        span.inner = span.inner.lowerBound..<token.range.upperBound
        return span
      }
    }
    return span
  }

  // MARK: Quotations

  private mutating func add(
    _ span: QuoteSpan, _ index: Int, sentences: [Sentence], finder: CueFinder,
    discourse: Discourse, subjects: SubjectReader
  ) {
    let passage = reading.passages[index]
    let first = passage.token(at: span.range.lowerBound)
    let sentence = sentences.index(at: first) ?? 0
    let inside = passage.tokens[first..<max(first, passage.token(at: span.range.upperBound))]
    let words = inside.filter { $0.kind == .word }
    var quotation = FoundQuotation(
      span: span, sentence: sentence, words: words.count,
      isTerm: words.count <= 3 && isTerm(passage, first) || isNamed(passage, first),
      isTitled: words.count <= 12 && words.count > 1
        && words.filter { $0.isCapital }.count * 3 >= words.count * 2,
      evidence: [Evidence(rule: rule(span).rawValue, range: span.range)])
    let isBlock = span.ends == .block || sources[index].kind == .quotation
    var speaker: Speaker? = goesOn(span, index, sentence) ? found[index].last?.speaker : nil
    if speaker == nil, span.ends != .block, sentence < sentences.count,
      let cue = finder.cue(for: span, in: sentences[sentence])
    {
      speaker = self.speaker(cue, index, discourse: discourse, subjects: subjects)
      if cue.rule == .cueAround || cue.rule == .cueAfter { giveBack(speaker, index, sentence) }
    }
    let isLed = lead != nil && span.range.lowerBound == 0
    if speaker == nil, isBlock || isLed || continues(index) && found[index].isEmpty {
      if let lead, found[index].isEmpty {
        speaker = lead.cue.map { with($0, passage: lead.passage, in: index) }
      }
      if speaker == nil, continuesBlock(index) { speaker = running.map { carried($0, index) } }
    }
    if speaker == nil, let running, rules.contains(.sameSpeaker),
      !pending.isEmpty || sameSentence(index, sentence),
      sameSentence(index, sentence)
        || !namesAnother(than: running, index, sentences[sentence], before: first)
    {
      speaker = carried(running, index)
    }
    if speaker == nil, rules.contains(.speakerBefore), sentence < sentences.count,
      !finder.isImpersonal(before: span, in: sentences[sentence]),
      let before = speakerBefore(index, sentence, sentences, finder, discourse, subjects),
      !namesAnother(than: before, index, sentences[sentence], before: first)
    {
      speaker = before
    }
    quotation.speaker = speaker
    if let speaker, speaker.isStrong || running == nil { running = speaker }
    found[index].append(quotation)
    pending.append(Key(passage: index, quotation: found[index].count - 1))
    if rules.contains(.nestedQuotation) { inner[index] += nested(in: span, index) }
  }

  /// Words in the quotation that somebody else is said to speak there.
  private func nested(in outer: QuoteSpan, _ index: Int) -> [FoundQuotation] {
    let passage = reading.passages[index]
    let start = outer.inner.lowerBound
    let spans = passage.spans(in: outer.inner).filter { span in
      span.depth == 1 && span.inner.count >= 16 && outer.inner.lowerBound <= span.range.lowerBound
        && span.range.upperBound <= outer.inner.upperBound
    }
    guard !spans.isEmpty else { return [] }
    var part = ReadPassage(passage.string(outer.inner))
    part.spans = spans.map { span in
      var span = span
      span.depth = 0
      span.range = (span.range.lowerBound - start)..<(span.range.upperBound - start)
      span.inner = (span.inner.lowerBound - start)..<(span.inner.upperBound - start)
      return span
    }
    part.placeSpans()
    let sentences = Sentence.sentences(part)
    let subjects = SubjectReader(passage: part, mentions: reading.mentions(in: part))
    let finder = CueFinder(passage: part, subjects: subjects, rules: rules)
    let discourse = Discourse(
      passage: part, mentions: subjects.mentions, sentences: sentences, before: (nil, nil))
    return zip(part.spans, spans).compactMap { span, original in
      let first = part.token(at: span.range.lowerBound)
      guard let sentence = sentences.index(at: first).map({ sentences[$0] }),
        let cue = finder.cue(for: span, in: sentence),
        var speaker = speaker(cue, index, in: part, discourse: discourse, subjects: subjects)
      else { return nil }
      for place in speaker.evidence.indices {
        let range = speaker.evidence[place].range
        speaker.evidence[place].range = (range.lowerBound + start)..<(range.upperBound + start)
      }
      let words = part.tokens.filter {
        $0.kind == .word && span.inner.contains($0.range.lowerBound)
      }
      return FoundQuotation(
        span: original, sentence: 0, words: words.count, isTitled: false, speaker: speaker,
        evidence: [Evidence(rule: AttributionRule.nestedQuotation.rawValue, range: original.range)],
        isNested: true)
    }
  }

  /// Whether words go on after `he said`: `“If we perish,” he said, “it is …”`.
  private func goesOn(_ span: QuoteSpan, _ index: Int, _ sentence: Int) -> Bool {
    guard let before = found[index].last, before.sentence == sentence,
      before.speaker?.evidence.contains(where: {
        $0.rule == AttributionRule.cueAfter.rawValue
          || $0.rule == AttributionRule.cueAround.rawValue
      }) == true
    else { return false }
    let text = reading.passages[index].text
    let isOpen = text[before.span.inner].last.map { ",—–-;".unicodeScalars.contains($0) } ?? false
    let first = text[span.inner].first
    return isOpen && first.map { !Tokens.isCapital($0) } ?? false
  }

  /// What stands before `he writes` in the same sentence is his as well.
  private mutating func giveBack(_ speaker: Speaker?, _ index: Int, _ sentence: Int) {
    guard let speaker else { return }
    for place in found[index].indices.reversed() {
      guard found[index][place].sentence == sentence, found[index][place].speaker == nil else {
        break
      }
      found[index][place].speaker = speaker
    }
  }

  /// Whether the sentence names somebody else before the words.
  private func namesAnother(
    than speaker: Speaker, _ index: Int, _ sentence: Sentence, before token: Int
  ) -> Bool {
    reading.mentions[index].within(sentence.tokens).contains {
      $0.tokens.upperBound <= token
        && $0.key != speaker.key && reading.passages[index].spanOfToken[$0.tokens.lowerBound] < 0
    }
  }

  /// Who was said to say what the sentences before tell in the author's words.
  private mutating func speakerBefore(
    _ index: Int, _ sentence: Int, _ sentences: [Sentence], _ finder: CueFinder,
    _ discourse: Discourse, _ subjects: SubjectReader
  ) -> Speaker? {
    let passage = reading.passages[index]
    for place in stride(from: sentence - 1, through: max(0, sentence - 4), by: -1) {
      let range = sentences[place].tokens
      let start = passage.tokens[range.lowerBound].range.lowerBound
      let end = passage.tokens[range.upperBound - 1].range.upperBound
      guard passage.references(in: start..<end).isEmpty else { return nil }
      let cue = reported[place] ?? finder.cue(reportedBy: sentences[place])
      reported[place] = .some(cue)
      guard let cue else { continue }
      return speaker(cue, index, discourse: discourse, subjects: subjects).map {
        var speaker = carried($0, index)
        speaker.evidence = [
          Evidence(rule: AttributionRule.speakerBefore.rawValue, range: cue.range)
        ]
        return speaker
      }
    }
    return nil
  }

  private func sameSentence(_ index: Int, _ sentence: Int) -> Bool {
    found[index].last.map { $0.sentence == sentence } ?? false
  }

  private func continuesBlock(_ index: Int) -> Bool {
    guard let before = previousText(index) else { return false }
    return sources[before].kind == .quotation || reading.passages[before].isUnclosed
  }

  /// Whether a noun's article stands before the words, as before a term: `the “dual power” situation`.
  private func isTerm(_ passage: ReadPassage, _ first: Int) -> Bool {
    guard first > 0,
      ["the", "a", "an", "this", "these", "their", "its", "such", "of", "so-called", "and", "or"]
        .contains(passage.tokens[first - 1].folded)
    else { return false }
    return first < 2 || passage.tokens[first - 2].folded != "as"
  }

  /// Whether the words before say that a title follows: `in the appendix “…”`.
  private func isNamed(_ passage: ReadPassage, _ first: Int) -> Bool {
    first > 0 && Self.titled.contains(passage.tokens[first - 1].folded)
  }

  private static let titled: Set<String> = [
    "appendix", "section", "sections", "essay", "article", "chapter", "pamphlet", "book",
    "entitled",
    "titled", "novel", "song", "poem", "leaflet", "booklet", "works", "piece", "kapitel",
    "artículo",
  ]

  private func rule(_ span: QuoteSpan) -> AttributionRule {
    switch span.ends {
    case .marked: span.isSingle ? .singleMarks : .quotationMarks
    case .unclosed: .unclosedQuotation
    case .continued: .continuedQuotation
    case .block: .blockQuotation
    }
  }

  /// A speaker whose cue stands in another passage.
  private func with(_ speaker: Speaker, passage: Int, in index: Int) -> Speaker {
    passage == index ? speaker : with(speaker, passage: passage)
  }

  /// A speaker whose evidence says in which passage it stands.
  private func with(_ speaker: Speaker, passage: Int) -> Speaker {
    var speaker = speaker
    for place in speaker.evidence.indices where speaker.evidence[place].passage == nil {
      speaker.evidence[place].passage = sources[passage].label
    }
    return speaker
  }

  private func carried(_ speaker: Speaker, _ index: Int) -> Speaker {
    var speaker = speaker
    speaker.isStrong = false
    speaker.isCarried = true
    speaker.evidence = speaker.evidence.map {
      Evidence(rule: AttributionRule.sameSpeaker.rawValue, range: $0.range, passage: $0.passage)
    }
    return speaker
  }

  private func speaker(
    _ cue: Cue, _ index: Int, in part: ReadPassage? = nil, discourse: Discourse,
    subjects: SubjectReader
  ) -> Speaker? {
    let passage = part ?? reading.passages[index]
    let evidence = [Evidence(rule: cue.rule.rawValue, range: cue.range)]
    switch cue.speaker {
    case .person(let mention):
      let place = TextReading.place(
        index, passage.tokens[mention.tokens.lowerBound].range.lowerBound)
      let parts = mention.name.split(separator: " and ")
      let name = parts.map { reading.people.fullName(String($0), at: place) }
        .joined(separator: " and ")
      return Speaker(
        name: name, printed: mention.name, key: mention.key, isPerson: true, isGeneric: false,
        isStrong: cue.isStrong, evidence: evidence, isQuoted: cue.rule == .quotedInProse)
    case .pronoun(let word):
      guard rules.contains(.pronoun) else { return nil }
      if ["they", "ils", "ellos"].contains(word) {
        guard rules.contains(.collectiveSpeaker),
          let group = discourse.group(at: cue.place, subjects: subjects)
        else { return nil }
        return Speaker(
          name: group, printed: word, key: group.lowercased(), isPerson: false, isGeneric: false,
          isStrong: false, evidence: evidence)
      }
      let centre = found[index].suffix(Self.memory).last {
        $0.speaker?.isPerson == true && $0.speaker?.isCarried == false
      }
      .map { ($0.speaker?.key ?? "", $0.sentence) }
      guard let person = discourse.person(at: cue.place, centre: centre) else { return nil }
      let place = TextReading.place(index, cue.range.lowerBound)
      return Speaker(
        name: reading.people.fullName(person.name, at: place), printed: word, key: person.key,
        isPerson: true, isGeneric: false, isStrong: cue.isStrong,
        evidence: evidence + [Evidence(rule: AttributionRule.pronoun.rawValue, range: cue.range)])
    case .collective(let words):
      guard rules.contains(.collectiveSpeaker) else { return nil }
      let last = words.split(separator: " ").last.map { $0.lowercased() } ?? ""
      return Speaker(
        name: words, printed: words, key: words.lowercased(), isPerson: false,
        isGeneric: SpeakerNouns.persons.contains(last), isStrong: cue.isStrong,
        evidence: evidence + [
          Evidence(rule: AttributionRule.collectiveSpeaker.rawValue, range: cue.range)
        ])
    }
  }

  /// Who is said, at the end of a passage, to speak in the block that follows.
  private func leadSpeaker(
    _ index: Int, sentences: [Sentence], finder: CueFinder, discourse: Discourse,
    subjects: SubjectReader
  ) -> (Speaker?, Int)? {
    guard let next = nextText(index),
      sources[next].kind == .quotation || reading.passages[next].spans.first?.range.lowerBound == 0,
      let last = sentences.last, let end = reading.passages[index].text.last
    else { return nil }
    guard end == ":" || end == "," || end == "—" || end == "-" || sources[next].kind == .quotation
    else { return nil }
    guard let cue = finder.cue(leadingBy: last) else { return (nil, index) }
    var found = speaker(cue, index, discourse: discourse, subjects: subjects)
    // Without a colon nothing says that the sentence leads to the block.
    if !":,—-".unicodeScalars.contains(end) { found = found.map { carried($0, index) } }
    return (found, index)
  }

  // MARK: References

  private mutating func cite(
    _ reference: ParsedReference, _ index: Int, sentences: [Sentence], discourse: Discourse
  ) {
    let passage = reading.passages[index]
    let token = passage.token(at: reference.range.lowerBound)
    let sentence = sentences.index(at: token) ?? 0
    let named = reference.via.isEmpty ? Set(reference.source.names.map(NameReader.key)) : []
    let covered = cover(index, sentence, named: named)
    let hint = hint(covered, reference, index, sentences, sentence, discourse)
    let place = TextReading.place(index, reference.range.lowerBound)
    var resolution = resolver.resolve(reference, hint: hint, place: place)
    if hint?.isStrong == false,
      resolution.rules.contains(.titleByProse) || resolution.rules.contains(.opCitProse)
    {
      resolution.rules.append(.sentenceSubject)
    }
    write(resolution, reference, index)
    tie(covered, to: resolution, reference, in: index, note: nil)
    pending = []
    running = nil
  }

  /// The quotations that a reference at the end of a sentence covers, in order.
  ///
  /// Backwards from the nearest, as long as nobody else is said to speak.
  private func cover(_ index: Int, _ sentence: Int, named: Set<String>) -> [Key] {
    guard let nearest = pending.last else { return [] }
    let close = found[nearest.passage][nearest.quotation]
    guard nearest.passage != index || close.sentence >= sentence - 2 else { return [] }
    var covered: [Key] = []
    var owner: String?
    for place in pending.reversed() {
      let quotation = found[place.passage][place.quotation]
      if let speaker = quotation.speaker, !speaker.isCarried {
        if let owner, owner != speaker.key { break }
        if owner == nil, !covered.isEmpty, !named.isEmpty, !named.contains(speaker.key) { break }
        owner = speaker.key
      }
      covered.append(place)
    }
    return covered.reversed()
  }

  /// Whose work the prose says that a reference means.
  private func hint(
    _ covered: [Key], _ reference: ParsedReference, _ index: Int, _ sentences: [Sentence],
    _ sentence: Int, _ discourse: Discourse
  ) -> ProseHint? {
    for place in covered.reversed() {
      guard let speaker = found[place.passage][place.quotation].speaker else { continue }
      guard let name = speaker.name else { break }
      if !speaker.isPerson, reference.via.isEmpty { break }
      return ProseHint(
        name: name, key: speaker.key, isStrong: true, isPerson: speaker.isPerson,
        isQuoted: speaker.isQuoted,
        range: reference.range)
    }
    guard rules.contains(.sentenceSubject), sentence < sentences.count else { return nil }
    let first = covered.filter { $0.passage == index }.map { found[index][$0.quotation].sentence }
      .min()
    for place in stride(from: sentence, through: min(sentence, first ?? sentence), by: -1) {
      if let hint = subject(of: sentences[place], before: reference.range, index, discourse) {
        return hint
      }
    }
    return nil
  }

  /// The person whom a sentence is about.
  private func subject(
    of sentence: Sentence, before reference: Range<Int>, _ index: Int, _ discourse: Discourse
  ) -> ProseHint? {
    let passage = reading.passages[index]
    let place = TextReading.place(index, reference.lowerBound)
    func hint(_ mention: Mention) -> ProseHint {
      ProseHint(
        name: reading.people.fullName(mention.name, at: place), key: mention.key, isStrong: false,
        range: reference)
    }
    let inside = reading.mentions[index].within(sentence.tokens).filter {
      passage.tokens[$0.tokens.lowerBound].range.lowerBound < reference.lowerBound
        && passage.spanOfToken[$0.tokens.lowerBound] < 0
    }
    if let mention = inside.first(where: { !$0.isPossessive }) ?? inside.first {
      return hint(mention)
    }
    // A sentence without an end is not searched from its beginning each time.
    let end = min(sentence.tokens.upperBound, passage.token(at: reference.lowerBound))
    let pronoun =
      (max(sentence.tokens.lowerBound, end - 200)..<max(sentence.tokens.lowerBound, end)).first {
        passage.tokens[$0].kind == .word && passage.spanOfToken[$0] < 0
          && Self.pronouns.contains(passage.tokens[$0].folded)
      }
    return pronoun.flatMap { discourse.person(at: $0) }.map(hint)
  }

  private mutating func write(_ resolution: Resolution, _ reference: ParsedReference, _ index: Int)
  {
    let rules = [reference.rule] + resolution.rules
    references[index].append(
      Reference(
        range: reference.range, text: reading.passages[index].string(reference.range),
        source: resolution.source, via: resolution.via, basis: resolution.basis,
        evidence: rules.map { Evidence(rule: $0.rawValue, range: reference.range) },
        conflict: resolution.conflict))
    guard let conflict = resolution.conflict else { return }
    diagnostics.append(
      Diagnostic(
        .warning, code: "cross-reference",
        "“\(reading.passages[index].string(reference.range))”: \(conflict)",
        line: sources[index].line))
  }

  private mutating func tie(
    _ covered: [Key], to resolution: Resolution, _ reference: ParsedReference, in passage: Int,
    note: String?
  ) {
    let length = covered.map { found[$0.passage][$0.quotation].words }.max() ?? 0
    var together: [Key: Int] = [:]
    for place in covered {
      let quotation = found[place.passage][place.quotation]
      together[Key(passage: place.passage, quotation: quotation.sentence), default: 0] +=
        quotation.words
    }
    for place in covered {
      found[place.passage][place.quotation].resolution = resolution
      found[place.passage][place.quotation].reference = (passage, reference.range)
      found[place.passage][place.quotation].note = note
      let sentence = found[place.passage][place.quotation].sentence
      let words = together[Key(passage: place.passage, quotation: sentence)] ?? 0
      found[place.passage][place.quotation].hasCompany =
        words >= 4 || length >= 4 && found[place.passage][place.quotation].words >= 3
      let isOpen =
        found[place.passage][place.quotation].speaker.map { speaker in
          speaker.isCarried && resolution.namesAuthor && resolution.via.isEmpty
            && !resolution.source.authors.map(NameReader.key).contains(speaker.key)
        } ?? false
      if isOpen { found[place.passage][place.quotation].speaker = nil }
      if !isOpen, found[place.passage][place.quotation].speaker == nil, let nearest = covered.last,
        let speaker = found[nearest.passage][nearest.quotation].speaker, nearest != place
      {
        found[place.passage][place.quotation].speaker = with(
          carried(speaker, place.passage), passage: nearest.passage, in: place.passage)
      }
    }
    let spoken = covered.filter { found[$0.passage][$0.quotation].isSpeech }
    let pages = (reference.via.last ?? reference.source).pages
    guard rules.contains(.pagesInOrder), pages.count > 1, spoken.count == pages.count else {
      return
    }
    for (place, page) in zip(spoken, pages) {
      found[place.passage][place.quotation].pages = page
      found[place.passage][place.quotation].evidence.append(
        Evidence(
          rule: AttributionRule.pagesInOrder.rawValue,
          range: found[place.passage][place.quotation].span.range))
    }
  }

  // MARK: Notes

  /// Follows the mark of a note to its references.
  private mutating func follow(
    _ note: AttachedNote, _ index: Int, at offset: Int, sentences: [Sentence]
  ) {
    guard let place = passageOfLabel[note.label], rules.contains(.noteReference) else { return }
    let passage = reading.passages[index]
    let token = max(0, passage.token(at: offset) - 1)
    let sentence = sentences.index(at: token) ?? 0
    let covered = cover(index, sentence, named: []).filter { key in
      let quotation = found[key.passage][key.quotation]
      return key.passage != index || quotation.sentence == sentence
        || quotation.speaker != nil
          && quotation.speaker?.key
            == pending.last.flatMap { found[$0.passage][$0.quotation].speaker?.key }
    }
    let speaker = covered.last.flatMap { found[$0.passage][$0.quotation].speaker }
    let hint = speaker.flatMap { speaker in
      speaker.isPerson
        ? speaker.name.map {
          ProseHint(name: $0, key: speaker.key, isStrong: true, range: offset..<offset)
        } : nil
    }
    visitNote(place, hint: hint)
    guard let resolution = resolvedNotes[place]?.first,
      let reference = reading.passages[place].references.first
    else { return }
    tie(covered, to: resolution, reference, in: place, note: note.number)
    pending.removeAll { covered.contains($0) }
    if pending.isEmpty { running = nil }
  }

  private mutating func visitNote(_ index: Int, hint: ProseHint? = nil) {
    guard resolvedNotes[index] == nil else { return }
    var resolutions: [Resolution] = []
    for (number, reference) in reading.passages[index].references.enumerated() {
      let place = TextReading.place(index, reference.range.lowerBound)
      let own =
        reference.rule == .noteReference ? nil : noteHint(index, before: reference.range, place)
      var resolution = resolver.resolve(
        reference, hint: own ?? (number == 0 ? hint : nil), place: place)
      complete(&resolution, note: sources[index].note)
      if let note = sources[index].note, resolutions.isEmpty { resolver.note(note, is: resolution) }
      resolutions.append(resolution)
      write(resolution, reference, index)
    }
    resolvedNotes[index] = resolutions
  }

  /// The person whom a note names before a bracket in it.
  private func noteHint(_ index: Int, before range: Range<Int>, _ place: Int) -> ProseHint? {
    let passage = reading.passages[index]
    guard
      let mention = reading.mentions[index].first(where: {
        !$0.isPossessive && passage.spanOfToken[$0.tokens.lowerBound] < 0
          && passage.tokens[$0.tokens.lowerBound].range.lowerBound < range.lowerBound
      })
    else { return nil }
    return ProseHint(
      name: reading.people.fullName(mention.name, at: place), key: mention.key, isStrong: false,
      range: range)
  }

  /// Adds the title that the catalogue knows of what this note cites.
  private func complete(_ resolution: inout Resolution, note: String?) {
    guard let note, rules.contains(.catalogued) else { return }
    func complete(_ source: inout NamedSource) -> Bool {
      guard source.title == nil, !source.authors.isEmpty else { return false }
      let keys = Set(source.authors.map(NameReader.key))
      guard
        let work = known.first(where: {
          $0.note == note && !Set($0.authors.map(NameReader.key)).isDisjoint(with: keys)
        })
      else { return false }
      source.title = work.title
      source.authors = work.authors
      return true
    }
    var changed = complete(&resolution.source)
    for index in resolution.via.indices where complete(&resolution.via[index]) { changed = true }
    if changed {
      resolution.basis = .inferred
      resolution.rules.append(.catalogued)
    }
  }

  /// The quotations inside a note's own text.
  private mutating func noteQuotations(_ index: Int) {
    let passage = reading.passages[index]
    guard !passage.spans.isEmpty else { return }
    let sentences = Sentence.sentences(passage)
    let subjects = SubjectReader(passage: passage, mentions: reading.mentions[index])
    let finder = CueFinder(passage: passage, subjects: subjects, rules: rules)
    let discourse = Discourse(
      passage: passage, mentions: reading.mentions[index], sentences: sentences, before: (nil, nil))
    pending = []
    running = nil
    lead = nil
    let titles = Set(
      passage.references.flatMap { [$0.source.title, $0.source.container] }
        .compactMap { $0?.prefix(20) })
    for span in quotationSpans(index, isBlock: false) {
      let words = passage.string(span.inner)
      if titles.contains(where: { words.hasPrefix($0) }) { continue }
      add(
        span, index, sentences: sentences, finder: finder, discourse: discourse, subjects: subjects)
      let reference = passage.reference(at: span.range.lowerBound)
      if reference < passage.references.count,
        passage.references[reference].range.lowerBound <= span.range.upperBound + 3,
        let resolution = resolvedNotes[index]?[reference], let last = pending.last
      {
        tie(
          [last], to: resolution, passage.references[reference], in: index,
          note: sources[index].note)
      }
    }
    pending = []
  }

  // MARK: What is written

  /// Writes quotations and references into the passages.
  func write(to passages: inout [Passage]) {
    for index in passages.indices {
      passages[index].references = references[index].sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      passages[index].quotations = (found[index] + inner[index]).filter(\.isSpeech)
        .sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
        .map { quotation($0, index) }
    }
  }

  private func quotation(_ found: FoundQuotation, _ index: Int) -> Quotation {
    let passage = reading.passages[index]
    var evidence = found.evidence
    var basis = Basis.stated
    var speaker = found.speaker
    if let resolution = found.resolution {
      evidence += resolution.rules.map { self.evidence($0, found, index) }
      if resolution.basis == .inferred { basis = .inferred }
      if rules.contains(.referenceAuthor),
        let author = author(
          resolution, beside: speaker, self.evidence(.referenceAuthor, found, index))
      {
        speaker = author
      }
    }
    if let speaker {
      evidence += speaker.evidence
      let isInferred = !speaker.isStrong || speaker.printed != speaker.name
      if isInferred { basis = .inferred }
    }
    var source = found.resolution?.source
    var via = found.resolution?.via ?? []
    if let pages = found.pages {
      if via.isEmpty { source?.pages = pages } else { via[via.count - 1].pages = pages }
      basis = .inferred
    }
    if source != nil, source?.authors.isEmpty == true, source?.title == nil, !via.isEmpty,
      let name = speaker?.name
    {
      source?.authors = [name]
    }
    return Quotation(
      range: found.span.range, text: passage.string(found.span.inner), speaker: speaker?.name,
      printedSpeaker: speaker?.printed, source: source, via: via, note: found.note, basis: basis,
      evidence: evidence)
  }

  /// What a rule rests on: the reference, wherever it stands.
  private func evidence(
    _ rule: AttributionRule, _ found: FoundQuotation, _ index: Int
  ) -> Evidence {
    guard let reference = found.reference else {
      return Evidence(rule: rule.rawValue, range: found.span.range)
    }
    return Evidence(
      rule: rule.rawValue, range: reference.range,
      passage: reference.passage == index ? nil : sources[reference.passage].label)
  }

  /// The author of the reference, where the prose does not say better who speaks.
  private func author(
    _ resolution: Resolution, beside speaker: Speaker?, _ evidence: Evidence
  ) -> Speaker? {
    guard !resolution.source.authors.isEmpty else { return nil }
    let name = resolution.source.authors.joined(separator: " and ")
    if let speaker {
      let isOther = !resolution.source.authors.map(NameReader.key).contains(speaker.key)
      let isWeak =
        !speaker.isStrong && !speaker.isCarried
        && speaker.evidence.contains {
          [AttributionRule.colonSubject, .collectiveSpeaker, .frame].map(\.rawValue).contains(
            $0.rule)
        }
      let isBetter =
        speaker.isGeneric
        || !speaker.isPerson && (!resolution.via.isEmpty && resolution.namesAuthor || isWeak)
        || isWeak && isOther && resolution.namesAuthor
      guard isBetter else { return nil }
    }
    let key = resolution.source.authors.last.map(NameReader.key) ?? ""
    return Speaker(
      name: name, printed: name, key: key, isPerson: true, isGeneric: false, isStrong: false,
      evidence: [evidence])
  }
}
