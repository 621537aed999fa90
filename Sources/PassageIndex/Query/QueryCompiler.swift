// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A query on its way into the index, with what was found out on the way.
struct CompiledQuery {
  var program: QueryProgram
  /// The terms that patterns, misspelt words and inflected forms stand for.
  var expansions: Expansions
  /// The passages that quotations were found in.
  var quotations: [QuotationMatch]
  /// What the thesaurus added to the words.
  var synonyms: [[Token]]
  /// What was bounded.
  var warnings: [QueryWarning]
}

/// Turns a query into a program for Xapian.
struct QueryCompiler {
  let snapshot: Snapshot
  /// Whether a passage must have all parts of a group, and not rank the higher for it.
  let needsAllParts: Bool
  /// How plain words are ranked.
  let ranking: Ranking
  /// When the answer has to be there.
  let deadline: Deadline
  /// Whether only the words of the passage count, not those of its title, headings and authors: for
  /// what is excluded, and for what has to be shown in its place.
  private(set) var isInText: Bool
  var expansions: Expansions
  private var quotations: [QuotationMatch] = []
  private var synonyms: [[Token]] = []
  private var notes = QueryNotes()
  private var positionalRoom = SearchLimits.positional
  private var place = Place.top
  /// What passages must match beside the query.
  private var restrictions: [QueryProgram] = []

  /// Where in a query a group stands.
  private enum Place {
    /// In no other group.
    case top
    /// In another group, for whose weight it counts.
    case part
    /// Where only being there counts.
    case condition
  }

  init(
    snapshot: Snapshot, ranking: Ranking = .standard, until deadline: Deadline,
    needsAllParts: Bool = false,
    isInText: Bool = false
  ) {
    self.snapshot = snapshot
    self.ranking = ranking
    self.deadline = deadline
    self.needsAllParts = needsAllParts
    self.isInText = isInText
    expansions = Expansions(snapshot, until: deadline)
  }

  /// The program of a whole query.
  mutating func compile(_ query: ParsedQuery) throws(IndexError) -> CompiledQuery {
    restrictions = try programs(query.restrictions)
    var program = try program(query.root)
    for restriction in restrictions { program = .filtered(program, by: restriction) }
    if !query.root.hasWords {
      program = .filtered(program, by: .term(Schema.document.prefix + Schema.passageDocument))
    }
    return CompiledQuery(
      program: program,
      expansions: expansions,
      quotations: quotations,
      synonyms: synonyms,
      warnings: notes.warnings + expansions.warnings
    )
  }

  /// The program of a part of a query.
  mutating func program(_ node: QueryNode) throws(IndexError) -> QueryProgram {
    switch node {
    case .words(let words): return try program(of: words, beside: [], at: .top)
    case .exact(let token): return .term(token.term)
    case .phrase(let phrase): return try program(of: phrase)
    case .pattern(let pattern): return .synonym(terms(try expansions.terms(of: pattern)))
    case .fuzzy(let word): return try program(of: word)
    case .near(let proximity): return try program(of: proximity)
    case .quotation(let quotation): return try program(of: quotation)
    case .group(let group): return try program(of: group)
    case .all(let nodes):
      let wanted = try programs(nodes.filter { !$0.isNegative })
      let excluded = try self.excluded(nodes.compactMap(\.negated))
      let program = wanted.isEmpty ? QueryProgram.everything(weight: 0) : .all(wanted)
      return excluded.isEmpty ? program : .except(program, .any(excluded))
    case .any(let nodes): return .any(try programs(nodes))
    case .not(let node): return .except(.everything(weight: 0), .any(try excluded([node])))
    case .filter(let field, let value): return try program(field, value)
    case .everything: return .everything(weight: 0)
    }
  }

  private mutating func programs(_ nodes: [QueryNode]) throws(IndexError) -> [QueryProgram] {
    var programs: [QueryProgram] = []
    for node in nodes { programs.append(try program(node)) }
    return programs
  }

  /// The programs of what must not be there: in the words of the passage, and as typed.
  private mutating func excluded(_ nodes: [QueryNode]) throws(IndexError) -> [QueryProgram] {
    let isInText = self.isInText
    self.isInText = true
    defer { self.isInText = isInText }
    return try programs(nodes)
  }

  private func terms(_ terms: [String]) -> [QueryProgram] { terms.map { .term($0) } }

  // MARK: Groups

  private mutating func program(of group: QueryGroup) throws(IndexError) -> QueryProgram {
    let place = self.place
    defer { self.place = place }
    var words: [Word] = []
    var others: [QueryProgram] = []
    // A condition that has required parts needs no others.
    let isRequired = place == .condition && group.hasRequired && !needsAllParts
    if place == .top { self.place = .part }
    for part in isRequired ? [] : group.parts {
      if case .words(let more) = part { words += more } else { others.append(try program(part)) }
    }
    var program =
      words.isEmpty && others.isEmpty
      ? QueryProgram.everything(weight: 0)
      : try self.program(of: words, beside: others, at: place)
    self.place = .condition
    var conditions = try programs(group.restrictions)
    // Where all parts must be there, those that are required are.
    if !needsAllParts {
      conditions += try programs(group.required)
      for word in group.requiredWords { conditions.append(try self.program(of: word.token)) }
    }
    for condition in conditions { program = .filtered(program, by: condition) }
    let excluded = try self.excluded(group.excluded)
    return excluded.isEmpty ? program : .except(program, .any(excluded))
  }

  /// The parts of a group together.
  ///
  /// Only the outermost group ranks passages with all phrases first: a program names them twice for
  /// that, and groups in groups would grow it beyond all bounds.
  private mutating func program(
    of words: [Word], beside others: [QueryProgram], at place: Place
  ) throws(IndexError) -> QueryProgram {
    if needsAllParts {
      var all = others
      for word in words {
        all.append(isInText ? try self.program(of: word.token) : try ranked([word]))
      }
      return .all(all)
    }
    if isInText {
      var any = others
      for word in words { any.append(try self.program(of: word.token)) }
      return .any(any)
    }
    if place == .top { return try ranked(words, beside: others) }
    return .any(others + (words.isEmpty ? [] : [try ranked(words)]))
  }

  /// Plain words as `PlainWords` ranks them, and what it adds to them, which is said.
  private mutating func ranked(_ words: [Word]) throws(IndexError) -> QueryProgram {
    let plain = try PlainWords(words.map(\.token), in: snapshot, ranking: ranking)
    let findings = try plain.synonyms()
    for finding in findings {
      synonyms += finding.others
      let typed = plain.words[finding.first..<(finding.first + finding.count)].map(\.token)
      // A word that must be there is found as it is.
      if words.contains(where: { $0.isRequired && typed.contains($0.token) }) { continue }
      notes.added(finding, to: typed)
    }
    return try plain.program(with: findings)
  }

  /// Plain words, and what stands beside them, which comes before what only has some of the words:
  /// it is marked as belonging together.
  private mutating func ranked(
    _ words: [Word], beside others: [QueryProgram]
  ) throws(IndexError) -> QueryProgram {
    var parts = others
    if !words.isEmpty { parts.insert(try ranked(words), at: 0) }
    guard parts.count > 1, !others.isEmpty else { return .any(parts) }
    return .maybe(
      .any(parts),
      .filtered(.everything(weight: Self.allPartsBonus), by: .all(others))
    )
  }

  // MARK: Positions

  private mutating func program(of phrase: Phrase) throws(IndexError) -> QueryProgram {
    let slots = try slots(of: phrase)
    if slots.count >= PastedQuotation.fewestQuotedWords, phrase.slop == 0,
      let tokens = phrase.tokens
    {
      // Word for word, or if it is nowhere so, as nearly as it is anywhere.
      let exact = QueryProgram.phrase(slots, window: phrase.window)
      if try snapshot.hasMatch(exact, until: deadline) { return exact }
      let found = try quotationSearch.matches(of: tokens)
      if found.isEmpty { return exact }
      notes.add(
        "not-verbatim", "The phrase is nowhere word for word; what is nearest is shown.",
        phrase.range)
      quotations += found
      return .any(found.map(\.program))
    }
    return positional(.phrase(slots, window: phrase.window), slots, phrase.range)
  }

  private mutating func slots(of phrase: Phrase) throws(IndexError) -> [QueryProgram] {
    var slots: [QueryProgram] = []
    for form in phrase.forms { slots.append(.any(terms(try expansions.terms(of: form, phrase)))) }
    return slots
  }

  private mutating func program(of proximity: Proximity) throws(IndexError) -> QueryProgram {
    var slots: [QueryProgram] = []
    for side in proximity.sides {
      var names: [String] = []
      for form in side {
        for term in try expansions.terms(of: form) where !names.contains(term) {
          names.append(term)
        }
      }
      slots.append(.any(terms(names)))
    }
    let program: QueryProgram =
      proximity.isOrdered
      ? .phrase(slots, window: proximity.window) : .near(slots, window: proximity.window)
    return positional(program, slots, proximity.sides.first?.first?.range ?? 0..<0)
  }

  /// The program, or without regard to positions if the query compares too many already.
  private mutating func positional(
    _ program: QueryProgram, _ slots: [QueryProgram], _ range: Range<Int>
  ) -> QueryProgram {
    guard slots.count > 1 else { return program }
    if slots.contains(where: \.isNothing) { return .nothing }
    guard positionalRoom > 0 else {
      notes.addOnce(
        "too-many-phrases",
        "Only \(SearchLimits.positional) phrases are looked for as they stand; of others all words "
          + "must be there.", range)
      return .all(slots)
    }
    positionalRoom -= 1
    return program
  }

  private mutating func program(of word: FuzzyWord) throws(IndexError) -> QueryProgram {
    // The nearer the spelling, the more it counts. Their sum and not the best of them: the best
    // (OP_MAX) crashes in libxapian 1.4.22 when some are scaled synonyms (found by fuzzing).
    var programs: [QueryProgram] = []
    for (distance, terms) in try expansions.termsByDistance(of: word).enumerated()
    where !terms.isEmpty {
      let program = QueryProgram.synonym(self.terms(terms))
      programs.append(distance == 0 ? program : .scaled(program, by: 1 / Double(1 + 2 * distance)))
    }
    return .any(programs)
  }

  // MARK: Quotations

  private var quotationSearch: QuotationSearch {
    QuotationSearch(snapshot: snapshot, deadline: deadline, restrictions: restrictions)
  }

  private mutating func program(of quotation: PastedQuotation) throws(IndexError) -> QueryProgram {
    let found =
      quotation.isQuoted || ranking.findsQuotations
      ? try quotationSearch.matches(of: quotation.tokens) : []
    quotations += found
    if quotation.isQuoted || !found.isEmpty {
      let end = quotation.isQuoted || needsAllParts ? "are sought." : "come first."
      notes.add(
        "quotation",
        "The query is taken for a quotation: passages that have it, or most of it, \(end)",
        quotation.tokens.span)
    }
    if quotation.isQuoted { return .any(found.map(\.program)) }
    let ranked = try program(of: quotation.plainWords, beside: [], at: .top)
    guard !found.isEmpty else { return ranked }
    // Before all that merely have the words.
    return .any(
      [ranked]
        + found.map { .filtered(.everything(weight: Self.allPartsBonus), by: $0.program) }
        + found.map(\.program))
  }
}

extension QueryNode {
  fileprivate var negated: QueryNode? { if case .not(let node) = self { node } else { nil } }
  fileprivate var isNegative: Bool { negated != nil }
}

extension Phrase {
  /// The words of it, if it is made of words alone.
  fileprivate var tokens: [Token]? {
    var tokens: [Token] = []
    for form in forms {
      guard case .exact(let token) = form else { return nil }
      tokens.append(token)
    }
    return tokens
  }

  /// The code points of the query.
  var range: Range<Int> {
    guard let first = forms.first, let last = forms.last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }
}
