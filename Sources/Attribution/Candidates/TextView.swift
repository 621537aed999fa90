// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A text as the reading of speakers sees it: what each word can do, who is named where, and where
/// sentences and paragraphs begin.
struct TextView {
  let lexicon: Lexicon
  private let words: WordUse
  let passages: [ReadPassage]
  let sources: [Passage]
  let roles: [[WordRole]]
  private(set) var runs: [[NameRun]] = []
  private(set) var nominals: [[Nominal]] = []
  let sentences: [[Sentence]]
  private(set) var table = EntityTable()
  /// The one author of the text; `nil` if there are none or several.
  let author: String?
  /// Share of the words that stand between marks: high in novels.
  let dialogue: Float

  /// Share of the quotations that ask or exclaim, as people do when they talk.
  let exclaiming: Float

  /// Whether the text tells what people say to each other.
  var hasDialogue: Bool { exclaiming > SpeakerModel.Genre.dialogue }

  /// Reads a text.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  init(_ reading: TextReading, sources: [Passage], metadata: Metadata) {
    let words = reading.words
    let lexicon = Lexicon.of(metadata.language?.value)
    self.lexicon = lexicon
    self.words = words
    self.sources = sources
    let roles = reading.passages.map { lexicon.read($0.tokens) }
    self.roles = roles
    let passages = zip(reading.passages, roles).map { Self.withoutQuotedNames($0, $1) }
    self.passages = passages
    sentences = passages.indices.map {
      Sentence.sentences(passages[$0], joins: sources[$0].joins, roles: roles[$0])
    }
    var quoted = 0
    var all = 0
    for passage in passages {
      all += passage.tokens.count
      quoted += passage.spanOfToken.count { $0 >= 0 }
    }
    dialogue = all > 0 ? Float(quoted) / Float(all) : 0
    let authors = metadata.people.filter { $0.value.role == .author }
    author = authors.count == 1 ? authors[0].value.name : nil
    exclaiming = Self.exclaiming(passages)
    let reader = NameRunReader(lexicon: lexicon, words: words)
    for person in authors { table.add(author: person.value.name) }
    for index in passages.indices {
      var found = reader.runs(passages[index], roles[index])
      table.add(&found, of: passages[index], roles[index], index: index, words: words)
      table.learnPronouns(found, of: passages[index], roles[index], sentences[index])
      runs.append(found)
    }
    table.finish()
    for index in passages.indices {
      nominals.append(
        NominalReader(
          passage: passages[index], roles: roles[index], runs: runs[index],
          capitalisesNouns: lexicon.capitalisesNouns
        ).nominals().filter { [passage = passages[index]] nominal in
          // Whom a reference names is read with the reference.
          let place = passage.tokens[nominal.tokens.lowerBound].range
          return passage.references(in: place).isEmpty
        })
    }
  }

  /// A passage in which a name between marks that is the subject of a verb of saying counts as prose:
  /// `As “Philmore” put it`.
  private static func withoutQuotedNames(_ passage: ReadPassage, _ roles: [WordRole]) -> ReadPassage
  {
    var passage = passage
    for span in passage.spans where span.depth == 0 && span.inner.count <= 40 {
      let first = passage.token(at: span.inner.lowerBound)
      let end = passage.token(at: span.inner.upperBound)
      let next = passage.token(at: span.range.upperBound)
      guard end > first, end - first <= 3, next < roles.count,
        roles[next].has([.saying, .weakSaying]),
        passage.tokens[first..<end].allSatisfy({ $0.isCapital || $0.isSign(".") })
      else { continue }
      for token in passage.token(at: span.range.lowerBound)..<next {
        passage.spanOfToken[token] = -1
      }
    }
    return passage
  }

  private static func exclaiming(_ passages: [ReadPassage]) -> Float {
    var count = 0
    var all = 0
    for passage in passages {
      for span in passage.spans where span.depth == 0 && span.inner.count > 3 {
        all += 1
        let last = passage.text[span.inner].last { !$0.isSpace }
        if last == "?" || last == "!" { count += 1 }
      }
    }
    // A handful of quotations shows nothing.
    return Float(count) / Float(max(all, 8))
  }

  /// Reads what stands within a quotation of a text.
  init(part: ReadPassage, of whole: TextView) {
    lexicon = whole.lexicon
    words = whole.words
    passages = [part]
    sources = [Passage(work: "", label: "", kind: .body, text: "", ordinal: 0)]
    roles = [lexicon.read(part.tokens)]
    sentences = [Sentence.sentences(part, roles: roles[0])]
    table = whole.table
    author = nil
    dialogue = whole.dialogue
    exclaiming = whole.exclaiming
    var found = NameRunReader(lexicon: lexicon, words: words).runs(part, roles[0])
    table.tie(&found, of: part, roles[0])
    runs = [found]
    nominals = [
      NominalReader(
        passage: part, roles: roles[0], runs: found, capitalisesNouns: lexicon.capitalisesNouns
      ).nominals()
    ]
  }

  /// Reads the clauses of a passage.
  func clauses(_ passage: Int) -> ClauseReader {
    ClauseReader(
      passage: passages[passage], roles: roles[passage], nominals: nominals[passage],
      capitalisesNouns: lexicon.capitalisesNouns)
  }

  /// The nominals of a passage that begin in a range of tokens.
  func nominals(_ passage: Int, in tokens: Range<Int>) -> Range<Int> {
    let all = nominals[passage]
    let first = all.partition { $0.tokens.lowerBound >= tokens.lowerBound }
    let last = all.partition { $0.tokens.lowerBound >= tokens.upperBound }
    return first..<max(first, last)
  }

  /// Whether a paragraph begins at a token.
  func beginsParagraph(_ passage: Int, _ token: Int) -> Bool {
    if token == 0 { return !isDivided(passage) }
    let range = passages[passage].tokens[token].range
    let before = passages[passage].tokens[token - 1].range.upperBound
    return sources[passage].joins.contains { $0 > before - 1 && $0 <= range.lowerBound }
  }

  /// Whether a passage goes on with the paragraph of the passage before it.
  func isDivided(_ passage: Int) -> Bool {
    guard let before = previous(passage), let paragraph = sources[passage].paragraph else {
      return false
    }
    return sources[before].paragraph == paragraph
  }

  /// The passage of running text before a passage.
  func previous(_ passage: Int) -> Int? {
    var before = passage - 1
    while before >= 0, sources[before].kind == .note { before -= 1 }
    return before >= 0 && sources[passage].kind != .note ? before : nil
  }

  /// Name of a nominal at its place: the fullest name, or the words that describe.
  func name(_ nominal: Nominal, in passage: Int) -> (name: String, printed: String) {
    let read = passages[passage]
    if nominal.run >= 0 {
      let run = runs[passage][nominal.run]
      let printed = EntityTable.name(run, read, withTitle: true)
      let place = TextReading.place(passage, read.tokens[run.tokens.lowerBound].range.lowerBound)
      return (table.fullName(run, in: read, at: place), printed)
    }
    var first = nominal.tokens.lowerBound
    while first < nominal.head,
      roles[passage][first].has(.determiner)
    {
      first += 1
    }
    var end = nominal.head + 1
    if let phrase = phrase(after: nominal.head, passage) { end = phrase }
    var upper = read.tokens[end - 1].range.upperBound
    if end == nominal.head + 1, nominal.isPossessive,
      read.tokens[nominal.head].folded.hasSuffix("'s")
    {
      upper -= 2
    }
    let words = read.string(read.tokens[first].range.lowerBound..<upper)
    return (words, words)
  }

  /// End of the phrase with `of` that says which person or body is meant: `working-men of Berlin`.
  private func phrase(after head: Int, _ passage: Int) -> Int? {
    let tokens = passages[passage].tokens
    guard head + 2 < tokens.count,
      ["of", "de", "des", "du", "der", "del", "von"].contains(tokens[head + 1].folded)
    else { return nil }
    var index = head + 2
    if roles[passage][index].has(.article) { index += 1 }
    var end: Int?
    while index < tokens.count, index < head + 6, tokens[index].kind == .word,
      tokens[index].isCapital, passages[passage].spanOfToken[index] < 0
    {
      end = index + 1
      index += 1
    }
    return end
  }
}
