// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import CXapian

/// One revision of the index, open to be read, with what has been read of it.
final class Snapshot {
  /// The open database.
  let database: DatabaseHandle
  /// The number of its generation.
  let generation: Int
  /// The revision as people and programs see it.
  let revision: String
  /// The stemmers of the languages that the index holds.
  let stemmers: [String]

  private var passages: Int?
  private var works: [String: Work] = [:]
  private var held: HeldWorks?
  private var stems: [String: [String]] = [:]

  /// The most works, and the most words, kept in memory.
  private static let cacheSize = 4_096

  /// Opens the published generation of a folder, or takes a newer revision of an open one.
  init(_ folder: IndexFolder, reusing open: DatabaseHandle? = nil) throws(IndexError) {
    guard let generation = try folder.publishedGeneration() else {
      throw IndexError(
        .notFound,
        "There is no index in \(folder.path).",
        hint: "Make one with `pamphlet index PATH...`, or name its folder with `--index`."
      )
    }
    let database: DatabaseHandle
    if let open {
      database = open
    } else {
      database = try DatabaseHandle(path: folder.generation(generation))
      try Schema.verify(database, path: folder.path)
    }
    self.database = database
    self.generation = generation
    revision = "\(generation).\(try database.revision())"
    stemmers = try Self.stemmers(in: database)
  }

  /// The stemmers that made the stems of the index, the same for all its passages or one for each
  /// language.
  private static func stemmers(in database: DatabaseHandle) throws(IndexError) -> [String] {
    let prefix = Schema.language.prefix
    let languages = try database.terms(withPrefix: prefix, limit: 1_000)
    var names: Set<String> = []
    var known = 0
    for item in try languages.map({ (item, bytes) throws(IndexError) in
      (String(decoding: bytes, as: UTF8.self), Int(item.frequency))
    }) {
      names.insert(
        Stemming.stemmer(forLanguage: String(item.0.dropFirst(prefix.count))) ?? Stemming.none
      )
      known += item.1
    }
    let passages = Schema.document.prefix + Schema.passageDocument
    if try database.frequencies(ofTerms: [passages])[0] > known { names.insert(Stemming.none) }
    return names.sorted()
  }

  /// The stems that a word has in the languages of the index, each once.
  func stems(term: String, word: String) throws(IndexError) -> [String] {
    if let known = stems[word] { return known }
    var found: [String] = []
    for stemmer in stemmers {
      for stem in try Stemming.stems(of: term == word ? [word] : [word, term], stemmer: stemmer)
      where !stem.isEmpty && !found.contains(stem) {
        found.append(stem)
      }
    }
    if stems.count >= Self.cacheSize { stems = [:] }
    stems[word] = found
    return found
  }

  /// How many passages there are.
  func passageCount() throws(IndexError) -> Int {
    if let passages { return passages }
    let count = try database.frequencies(
      ofTerms: [Schema.document.prefix + Schema.passageDocument])[0]
    passages = count
    return count
  }

  /// Whether any document matches.
  func hasMatch(_ program: QueryProgram) throws(IndexError) -> Bool {
    var run = SearchRun(program)
    run.limit = 1
    run.wantsData = false
    return try run.run(on: database).count > 0
  }

  /// The works with these ids, those that are there.
  func works(_ ids: some Sequence<String>) throws(IndexError) -> [String: Work] {
    var found: [String: Work] = [:]
    var missing: [String] = []
    for id in Set(ids) {
      if let work = works[id] { found[id] = work } else { missing.append(id) }
    }
    guard !missing.isEmpty else { return found }
    let block = try database.documents(withTerms: missing.map { Schema.id.prefix + $0 })
    let read = try block.map { (item, bytes) throws(IndexError) -> Work? in
      item.document == 0 ? nil : try Work(stored: bytes)
    }
    if works.count + read.count > Self.cacheSize { works = [:] }
    for work in read.compactMap(\.self) {
      found[work.id] = work
      works[work.id] = work
    }
    return found
  }

  /// The passages with these ids, in their order; `nil` where there is none.
  func passages(_ ids: [String]) throws(IndexError) -> [Passage?] {
    let block = try database.documents(withTerms: ids.map { Schema.id.prefix + $0 })
    return try block.map { (item, bytes) throws(IndexError) in
      item.document == 0 ? nil : try passage(stored: bytes)
    }
  }

  /// A passage as it leaves the index: with the ids of the works of the library that it cites.
  func passage(stored bytes: UnsafeRawBufferPointer) throws(IndexError) -> Passage {
    var passage = try Passage(stored: bytes)
    if !passage.quotations.isEmpty || !passage.references.isEmpty {
      try heldWorks().complete(&passage)
    }
    return passage
  }

  /// The works held, read once for this revision.
  private func heldWorks() throws(IndexError) -> HeldWorks {
    if let held { return held }
    var works = HeldWorks()
    var last: UInt32 = 0
    while true {
      let block = try database.documents(
        ofTerm: Schema.document.prefix + Schema.workDocument, after: last, limit: 500)
      let page = try block.map { (item, bytes) throws(IndexError) in
        (item.document, try Work(stored: bytes))
      }
      for (_, work) in page { works.add(work) }
      guard let final = page.last else { break }
      last = final.0
    }
    held = works
    return works
  }
}
