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

  var diagnostics: [Diagnostic] = []

  var found: [[FoundQuotation]]

  /// Quotations in quotations.
  var inner: [[FoundQuotation]]

  var references: [[Reference]]

  var resolver: Resolver

  static let pronouns: Set<String> = ["he", "she", "his", "her"]

  /// How many quotations back one who spoke may be meant by a pronoun.
  static let memory = 40

  /// Quotations that no reference has covered yet.
  var pending: [Key] = []

  /// The speaker of the quotations since the last reference.
  var running: Speaker?

  var focus: (person: Mention?, group: String?) = (nil, nil)

  var lead: (cue: Speaker?, passage: Int)?

  var passageOfLabel: [String: Int] = [:]

  /// Who says, by the sentences of this passage, what they tell; `.some(nil)` is nobody.
  var reported: [Int: Cue?] = [:]

  var resolvedNotes: [Int: [Resolution]] = [:]

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

  mutating func visit(_ index: Int) {
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

  enum Item {
    case quotation(Int), reference(Int), note(Int)

    var order: Int {
      switch self {
      case .quotation: 0
      case .reference: 1
      case .note: 2
      }
    }
  }
}
