// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
package import IndexSchema

/// One generation of an index on this machine.
package final class LocalSnapshot: StoreSnapshot {
  /// The most works kept in memory.
  private static let cacheSize = 16_384

  let database: DatabaseHandle
  private let worksFile: WorksFile
  private let folder: IndexFolder
  private var known: [String: Work] = [:]

  package let generation: Int
  package let revision: String
  package let passageCount: Int
  package let stemmers: [String]
  package let vocabulary: Vocabulary

  package var totals: WorkTotals { worksFile.totals }

  /// Opens the published generation of a folder.
  init(_ folder: IndexFolder) throws(IndexError) {
    guard let generation = try folder.publishedGeneration() else {
      throw .noIndex(in: folder.path)
    }
    self.folder = folder
    self.generation = generation
    let database = try folder.generationFolder(generation).open()
    self.database = database
    worksFile = try WorksFile(in: folder.generation(generation))
    revision = "\(generation).\(try database.revision())"
    passageCount = try database.documentCount()
    stemmers = try Self.stemmers(in: database, passages: passageCount)
    vocabulary = try Schema.vocabulary(of: database)
  }

  /// The stemmers that made the stems of the index: one for each language, and none where a passage
  /// has no language or one that libxapian does not stem.
  private static func stemmers(
    in database: DatabaseHandle, passages: Int
  ) throws(IndexError) -> [String] {
    let prefix = Schema.language.prefix
    var names: Set<String> = []
    var known = 0
    for language in try database.terms(withPrefix: prefix, limit: 1_000) {
      let tag = String(language.term.dropFirst(prefix.count))
      names.insert(Stemming.stemmer(forLanguage: tag) ?? Stemming.none)
      known += language.frequency
    }
    if passages > known { names.insert(Stemming.none) }
    return names.sorted()
  }

  package func byteCount() throws(IndexError) -> Int {
    try folder.byteCount(ofGeneration: generation)
  }

  package func heldWorks() throws(IndexError) -> HeldWorks { try worksFile.heldWorks() }

  package func works(_ ids: [String]) throws(IndexError) -> [Work?] {
    let missing = Array(Set(ids.filter { known[$0] == nil }))
    let read = try worksFile.works(missing)
    if known.count + read.count > Self.cacheSize { known = [:] }
    var found: [String: Work] = [:]
    for work in read.compactMap(\.self) { found[work.id] = work }
    known.merge(found) { first, _ in first }
    // What the cache was emptied of is read again.
    var works: [Work?] = []
    for id in ids {
      if let work = known[id] ?? found[id] {
        works.append(work)
      } else {
        works.append(try worksFile.works([id])[0])
      }
    }
    return works
  }

  package func works(after id: String?, limit: Int) throws(IndexError) -> [Work] {
    try worksFile.works(after: id, limit: limit)
  }

  package func passages(_ keys: [PassageKey]) throws(IndexError) -> [StoredPassage] {
    guard !keys.isEmpty else { return [] }
    let documents = keys.map(\.document)
    let passages = try database.documents(documents).passages()
    var sequences: [[UInt8]] = []
    let block = try database.values(Schema.Slot.sequence, of: documents)
    Sequences(block: block).forEach { sequences.append(Array($0)) }
    let works = try works(passages.map(\.work))
    var stored: [StoredPassage] = []
    for (index, passage) in passages.enumerated() {
      guard let work = works[index] else { throw .lostWork(of: passage) }
      stored.append(StoredPassage(passage: passage, work: work, sequence: sequences[index]))
    }
    return stored
  }

  package func passages(
    ofWork work: String, ordinals: Range<Int>
  ) throws(IndexError) -> [Passage] {
    guard !ordinals.isEmpty else { return [] }
    let place = QueryPlan.range(
      slot: Schema.Slot.ordinal, Double(ordinals.lowerBound), Double(ordinals.upperBound - 1))
    var plan = MatchPlan(.filtered(place, by: .term(Schema.work.prefix + work)))
    plan.limit = ordinals.count
    plan.sortKeys = [MatchPlan.SortKey(slot: Schema.Slot.ordinal)]
    let found = try candidates(plan, until: .none)
    return try database.documents(found.map(\.key.document)).passages()
  }
}

extension ResultBlock {
  /// The passages that the items hold.
  func passages() throws(IndexError) -> [Passage] {
    try map { (_, bytes) throws(IndexError) in try Passage(stored: bytes) }
  }
}

extension IndexError {
  /// A passage whose work is not there.
  static func lostWork(of passage: Passage) -> IndexError {
    GenerationFolder.damaged(
      "The passage \(passage.id) belongs to a work that the index does not hold.")
  }
}
