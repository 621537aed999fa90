// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import CitedWorks
package import Corpus
package import IndexSchema
package import People

/// A generation of an index on this machine.
package final class LocalSnapshot: StoreSnapshot {
  /// The maximum number of cached works.
  private static let cacheSize = 16_384

  let database: DatabaseHandle
  private let worksFile: WorksFile
  private let folder: IndexFolder
  private var known: [String: Work] = [:]
  private var readPeople: PeopleTable?
  private var speakers: AliasTable?

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

  /// The stemmers used for the index: one per language, and `none` for passages without a language
  /// or with one that libxapian does not stem.
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

  package func details(ofWork id: String) throws(IndexError) -> WorkDetails? {
    try worksFile.details(ofWork: id)
  }

  package func heldWorks() throws(IndexError) -> HeldWorks { try worksFile.heldWorks() }

  package func people() throws(IndexError) -> PeopleTable {
    if let readPeople { return readPeople }
    let people = try worksFile.people()
    readPeople = people
    return people
  }

  /// The forms of speakers' names that facets count as the preferred form of the person.
  func speakerAliases() throws(IndexError) -> AliasTable {
    if let speakers { return speakers }
    let table = AliasTable(try people().preferredSpeakers)
    speakers = table
    return table
  }

  package func works(_ ids: [String]) throws(IndexError) -> [Work?] {
    if known.count > Self.cacheSize { known = [:] }
    var works = ids.map { known[$0] }
    for (index, id) in ids.enumerated() where works[index] == nil {
      if known[id] == nil { known[id] = try worksFile.works([id])[0] }
      works[index] = known[id]
    }
    return works
  }

  package func id(ofWorkFormerly id: String) -> String? { worksFile.id(ofWorkFormerly: id) }

  package func works(after id: String?, limit: Int) throws(IndexError) -> [Work] {
    try worksFile.works(after: id, limit: limit)
  }

  package func passages(
    _ keys: [PassageKey], withSequences: Bool
  ) throws(IndexError) -> [StoredPassage] {
    guard !keys.isEmpty else { return [] }
    let documents = keys.map(\.document)
    let passages = try database.documents(documents).passages()
    var sequences: [[UInt8]] = []
    if withSequences {
      let block = try database.values(Schema.Slot.sequence, of: documents)
      sequences = Sequences(block: block).withBytes { $0.map { Array($0) } }
    }
    let works = try works(passages.map(\.work))
    var stored: [StoredPassage] = []
    for (index, passage) in passages.enumerated() {
      guard let work = works[index] else { throw .lostWork(of: passage) }
      stored.append(
        StoredPassage(passage: passage, work: work, sequence: withSequences ? sequences[index] : [])
      )
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
  /// The passages decoded from the items.
  func passages() throws(IndexError) -> [Passage] {
    try map { (_, bytes) throws(IndexError) in try Passage(stored: bytes) }
  }
}

extension IndexError {
  /// The error for a passage whose work is missing.
  static func lostWork(of passage: Passage) -> IndexError {
    GenerationFolder.damaged(
      "The passage \(passage.id) belongs to a work that is not in the index.")
  }
}
