// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import Corpus

/// One revision of the index, open to be read, with what has been read of it.
final class Snapshot {
  /// The open database.
  let database: DatabaseHandle
  /// The number of its generation.
  let generation: Int
  /// The revision as people and programs see it.
  let revision: String
  /// How many passages it holds.
  let passageCount: Int
  /// The stemmers of the languages that the index holds.
  let stemmers: [String]
  /// The vocabulary that the index was built with.
  let vocabulary: Vocabulary

  private let forms: [StemForms]
  /// The stop words of the vocabulary.
  let stopWords: StopWords
  private var loadedThesaurus: Thesaurus?

  private var works: [String: Work] = [:]
  private var held: HeldWorks?
  /// What it holds in numbers, once that has been counted.
  var statistics: IndexStatistics?
  private var stems: [String: [String]] = [:]

  /// The most works, and the most words, kept in memory.
  private static let cacheSize = 16_384

  /// Opens the published generation of a folder.
  init(_ folder: IndexFolder) throws(IndexError) {
    guard let generation = try folder.publishedGeneration() else {
      throw .noIndex(in: folder.path)
    }
    let database = try folder.generationFolder(generation).open()
    self.database = database
    self.generation = generation
    revision = "\(generation).\(try database.revision())"
    let passages = Schema.document.prefix + Schema.passageDocument
    passageCount = try database.frequencies(ofTerms: [passages])[0]
    stemmers = try Self.stemmers(in: database)
    vocabulary = try Schema.vocabulary(of: database)
    stopWords = StopWords(vocabulary)
    forms = stemmers.map { [vocabulary] in StemForms(vocabulary, stemmer: $0) }
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
    return try stems(of: [(term, word)])[0]
  }

  /// The stems that each word has in the languages of the index, each once: one call of a stemmer
  /// for all that are not known yet.
  func stems(of words: [(term: String, word: String)]) throws(IndexError) -> [[String]] {
    let unknown = words.filter { stems[$0.word] == nil }
    guard !unknown.isEmpty else { return words.map { stems[$0.word] ?? [] } }
    let added = Dictionary(
      zip(unknown.map(\.word), try unknownStems(of: unknown)),
      uniquingKeysWith: { first, _ in first })
    let all = words.map { stems[$0.word] ?? added[$0.word] ?? [] }
    if stems.count + added.count > Self.cacheSize { stems = [:] }
    stems.merge(added) { first, _ in first }
    return all
  }

  /// The stems of words, none of them kept in memory.
  func unknownStems(
    of words: [(term: String, word: String)]
  ) throws(IndexError) -> [[String]] {
    var found = [[String]](repeating: [], count: words.count)
    func add(_ stem: String, to index: Int) {
      if !stem.isEmpty, !found[index].contains(stem) { found[index].append(stem) }
    }
    for (stemmer, forms) in zip(stemmers, forms) {
      var asked: [(index: Int, word: String)] = []
      for (index, (term, word)) in words.enumerated() {
        if let form = forms.form(of: term) {
          if form.isStem { add(form.text, to: index) } else { asked.append((index, form.text)) }
        } else {
          asked.append((index, word))
          if term != word { asked.append((index, term)) }
        }
      }
      guard !asked.isEmpty else { continue }
      let answered = try Stemming.stems(of: asked.map(\.word), stemmer: stemmer)
      for (question, stem) in zip(asked, answered) { add(stem, to: question.index) }
    }
    return found
  }

  /// Whether any document matches, so far as is known when the deadline passes.
  func hasMatch(
    _ program: QueryProgram, until deadline: Deadline
  ) throws(IndexError) -> Bool {
    var run = SearchRun(program)
    run.limit = 1
    run.wantsData = false
    return try run.run(on: database, until: deadline).count > 0
  }

  /// The words that the vocabulary gives a stem.
  func words(of stem: String) -> [String] { forms.flatMap { $0.words(of: stem) } }

  /// How words of a stem may begin otherwise than it does.
  func beginnings(of stem: String) -> [String] {
    forms.flatMap { $0.words(of: stem) + $0.beginnings(of: stem) }
  }

  /// The thesaurus of the vocabulary.
  func thesaurus() throws(IndexError) -> Thesaurus {
    if let loadedThesaurus { return loadedThesaurus }
    let thesaurus = try Thesaurus(vocabulary) { (token) throws(IndexError) in
      try stems(term: token.term, word: token.word)
    }
    loadedThesaurus = thesaurus
    return thesaurus
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
      try readHeldWorks()
      held?.complete(&passage)
    }
    return passage
  }

  /// Reads which works are held, if that has not been done.
  ///
  /// - Complexity: O(*n*) in the works, once for each revision.
  func readHeldWorks() throws(IndexError) {
    guard held == nil else { return }
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
  }
}
