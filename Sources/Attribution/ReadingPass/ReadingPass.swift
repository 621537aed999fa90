// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A pass through a text in reading order that connects quotations, speakers and references.
struct ReadingPass {
  /// Position of a quotation: index of its passage, and index within the passage.
  struct Key: Hashable {
    var passage: Int
    var quotation: Int
  }

  let reading: TextReading

  let sources: [Passage]

  let rules: Set<AttributionRule>

  /// Language of the text as a BCP 47 tag.
  let language: String?

  /// How the text uses quotation marks.
  let use: MarkUse

  /// How it uses dashes at the start of paragraphs.
  let dashes: DashUse

  let known: [KnownCitation]

  var diagnostics: [Diagnostic] = []

  var found: [[FoundQuotation]]

  /// Quotations within quotations, by passage.
  var inner: [[FoundQuotation]]

  var references: [[Reference]]

  var resolver: Resolver

  static let pronouns: Set<String> = ["he", "she", "his", "her"]

  /// The text as the reading of speakers sees it.
  let view: TextView

  /// Decides who speaks, in reading order.
  var speakers: SpeakerReader

  /// Probability below which no speaker is named.
  let floor: Double

  /// Quotations not yet covered by a reference.
  var pending: [Key] = []

  /// The person in focus at the end of the passage before.
  var focus: Mention?

  var passageOfLabel: [String: Int] = [:]

  var resolvedNotes: [Int: [Resolution]] = [:]

  private init(
    _ reading: TextReading, passages: [Passage], rules: Set<AttributionRule>,
    known: [KnownCitation], metadata: Metadata, floor: Double
  ) {
    self.floor = floor
    view = TextView(reading, sources: passages, metadata: metadata)
    speakers = SpeakerReader(view)
    language = metadata.language?.value
    self.reading = reading
    self.rules = rules
    self.known = known
    let vocabulary = QuotationWords(lexicon: Lexicon.of(language))
    use = MarkUse(reading.passages, vocabulary)
    dashes = DashUse(reading.passages, passages, vocabulary)
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

  /// Reads the passages of one text, to which the choice of rules has been applied.
  init(
    _ passages: [Passage], of metadata: Metadata, rules: Set<AttributionRule>,
    known: [KnownCitation], floor: Double
  ) {
    var reading = TextReading(passages, rules: rules)
    reading.learn(metadata: metadata, known: known)
    self.init(
      reading, passages: passages, rules: rules, known: known, metadata: metadata, floor: floor)
  }

  /// Processes the whole text.
  mutating func run() {
    prescanNotes()
    for index in sources.indices where sources[index].kind != .note { visit(index) }
    for index in sources.indices where sources[index].kind == .note {
      visitNote(index)
      noteQuotations(index)
    }
    tieToReviewed()
  }

  mutating func visit(_ index: Int) {
    let passage = reading.passages[index]
    let sentences = Sentence.sentences(passage)
    let discourse = Discourse(
      passage: passage, mentions: reading.mentions[index], sentences: sentences, before: focus)
    let isBlock = sources[index].kind == .quotation || sources[index].kind == .verse
    if !isBlock, !beginsWithReference(passage), !continues(index) {
      pending = []
    }
    // Quotation marks in bibliography entries enclose titles.
    let spans =
      reading.isOfSources[index] ? [] : quotationSpans(index, isBlock: isBlock)
    var items: [(place: Int, kind: Item)] = spans.indices.map {
      (spans[$0].range.lowerBound, .quotation($0))
    }
    for (number, reference) in passage.references.enumerated() {
      items.append((place(of: reference, index, spans, sentences), .reference(number)))
    }
    for (number, note) in sources[index].notes.enumerated() {
      // A note to the heading above the passage is not about any words of it.
      if let offset = note.offset { items.append((offset, .note(number))) }
    }
    items.sort { ($0.place, $0.kind.order) < ($1.place, $1.kind.order) }
    for item in items {
      switch item.kind {
      case .quotation(let number):
        add(spans[number], index, sentences: sentences)
      case .reference(let number):
        cite(passage.references[number], index, sentences: sentences, discourse: discourse)
      case .note(let number):
        follow(sources[index].notes[number], index, at: item.place, sentences: sentences)
      }
    }
    // The line names the source of this block alone.
    if lined(index) != nil { pending = [] }
    guard !isBlock else { return }
    focus =
      found[index].last?.speaker.flatMap { speaker in
        speaker.isPerson ? reading.mentions[index].last { $0.key == speaker.key } : nil
      } ?? discourse.atEnd()
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
