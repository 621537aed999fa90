// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
package import XapianStore

/// Works and passages to be indexed, converted to terms as they are added.
///
/// Each thread fills its own batch and passes it to `IndexWriter.write` when it is full.
package struct PassageBatch: Sendable, ~Copyable {
  /// The number of documents in one part of an index; with more, its B-trees would outgrow the
  /// cache.
  private static let capacity = 250

  private(set) var batch: Batch
  private(set) var works: [Work] = []
  private(set) var details: [String: WorkDetails] = [:]
  private var tokenizer = Tokenizer()
  private var compound = Compound()

  /// Creates an empty batch; pass the index's own vocabulary, `IndexWriter.vocabulary`.
  package init(vocabulary: Vocabulary = Vocabulary()) { batch = Batch(vocabulary: vocabulary) }

  /// Whether it should be written now.
  package var isFull: Bool { batch.count >= Self.capacity || batch.byteCount > 8 << 20 }

  /// Adds a work.
  ///
  /// - Parameter details: What its passages say; `nil` if it has none.
  package mutating func add(_ work: Work, details: WorkDetails? = nil) {
    works.append(work)
    self.details[work.id] = details ?? WorkDetails(of: work)
  }

  /// Adds a passage of a work.
  ///
  /// - Returns: The number of words in the passage.
  @discardableResult
  package mutating func add(_ passage: Passage, of work: Work) -> Int {
    let metadata = work.metadata
    let language = passage.language ?? metadata.language?.value
    let stemmer = batch.stemmer(Stemming.stemmer(forLanguage: language) ?? Stemming.none)
    batch.begin(passage)
    batch.addFilter(prefix: Schema.id.prefix, passage.id)
    batch.addFilter(prefix: Schema.work.prefix, work.id)
    batch.addFilter(prefix: Schema.kind.prefix, passage.kind.rawValue)
    if let language { batch.addFilter(prefix: Schema.language.prefix, language.lowercased()) }
    if let year = metadata.year?.value {
      batch.addFilter(prefix: Schema.year.prefix, String(year))
      batch.addValue(Schema.Slot.year, Double(year))
    }
    if let pages = passage.pages {
      batch.addFilter(prefix: Schema.page.prefix, pages.first.lowercased())
      if pages.last != pages.first {
        batch.addFilter(prefix: Schema.page.prefix, pages.last.lowercased())
      }
    }
    let authors = work.authorNames
    let speakers = passage.quotations.compactMap(\.speaker)
    batch.addValue(Schema.Slot.work, work.id)
    batch.addValue(Schema.Slot.ordinal, Double(passage.ordinal))
    batch.addValue(Schema.Slot.kind, passage.kind.rawValue)
    if let language { batch.addValue(Schema.Slot.language, language) }
    addValues(Schema.Slot.author, authors)
    addValues(Schema.Slot.speaker, speakers)
    addValues(Schema.Slot.cites, citedWorks(by: passage))
    addValues(Schema.Slot.collection, metadata.collection.map { [$0.value] } ?? [])

    // Authors can be found by both the printed name and the real name.
    let realNames = metadata.people.map(\.value).filter { $0.role == .author }
      .compactMap(\.realName)
    addWords(authors + realNames, Schema.author, UInt8.max)
    addWords(speakers, Schema.speaker, UInt8.max)
    addWords(cited(by: passage), Schema.cites, stemmer)
    addWords(
      [metadata.title?.value, metadata.subtitle?.value].compactMap(\.self),
      Schema.title,
      stemmer
    )
    addWords(passage.section, Schema.section, stemmer)
    addWords(metadata.collection.map { [$0.value] } ?? [], Schema.collection, stemmer)
    // In a list of titles, the adjacency of words is meaningless.
    let hasSequence = !passage.isContents
    let wordCount = addText(passage.text, stemmer, isInSequence: hasSequence)
    addRanked(
      [metadata.title?.value, metadata.subtitle?.value].compactMap(\.self), stemmer,
      weight: work.passageCount > 1 ? RankedFields.title : RankedFields.onlyTitle,
      isInSequence: hasSequence)
    addRanked(passage.section, stemmer, weight: RankedFields.section, isInSequence: hasSequence)
    addRanked(authors, stemmer, weight: RankedFields.author)
    addRanked(speakers, stemmer, weight: RankedFields.speaker)
    if passage.isContents { batch.lengthen(by: RankedFields.contentsPadding * wordCount) }
    return wordCount
  }

  private func sources(of passage: Passage) -> [NamedSource] {
    passage.references.flatMap { [$0.source] + $0.via }
      + passage.quotations.flatMap { ($0.source.map { [$0] } ?? []) + $0.via }
  }

  /// The works cited by a passage, by author and title, for the facet.
  private func citedWorks(by passage: Passage) -> [String] {
    sources(of: passage).compactMap { source in
      let name = [source.authors.first, source.title].compactMap(\.self).joined(separator: ", ")
      // Xapian advises against longer values (xapian.org, "admin notes").
      return name.isEmpty ? nil : String(name.prefix(120))
    }
  }

  private func cited(by passage: Passage) -> [String] {
    sources(of: passage).flatMap { $0.authors + ($0.title.map { [$0] } ?? []) }
  }

  private mutating func addValues(_ slot: UInt32, _ values: [String]) {
    guard !values.isEmpty else { return }
    batch.addValue(slot, values.joined(separator: Schema.valueSeparator))
  }

  private mutating func addWords(_ texts: [String], _ field: Field, _ stemmer: UInt8) {
    let prefix = Array(field.prefix.utf8)
    for text in texts {
      tokenizer.forEachToken(in: text) { term, word, _ in
        batch.add(prefix: prefix, term: term, word: word, stemmer: stemmer)
      }
    }
  }

  /// Adds the ranking terms besides those of the passage's own words.
  private mutating func addRanked(
    _ texts: [String], _ stemmer: UInt8, weight: UInt8, isInSequence: Bool = false
  ) {
    for text in texts {
      if isInSequence { batch.addToSequence(nil) }
      tokenizer.forEachJoinedToken(in: text) { term, word, _, isJoined in
        let number = batch.add(
          prefix: [], term: term, word: word, stemmer: stemmer, rankWeight: weight, isRankOnly: true
        )
        if isInSequence { batch.addToSequence(number) }
        compound.add(term, isJoined: isJoined, to: &batch, stemmer: stemmer, weight: weight)
      }
    }
  }

  /// Adds the words that are searched by default, with positions, stems and spellings.
  private mutating func addText(_ text: String, _ stemmer: UInt8, isInSequence: Bool) -> Int {
    var position: UInt32 = 0
    tokenizer.forEachJoinedToken(in: text) { term, word, _, isJoined in
      position += 1
      let number = batch.add(
        prefix: [],
        term: term,
        word: word,
        stemmer: stemmer,
        position: position,
        isSpelling: Schema.isSpelling(term),
        rankWeight: RankedFields.text
      )
      if isInSequence { batch.addToSequence(number) }
      compound.add(
        term, isJoined: isJoined, to: &batch, stemmer: stemmer, weight: RankedFields.text
      )
    }
    return Int(position)
  }
}

extension IndexWriter {
  /// Writes passages and works; can be called from any thread.
  package func write(_ batch: consuming PassageBatch) throws(IndexError) {
    try write(batch.batch, batch.works, details: batch.details)
  }
}
