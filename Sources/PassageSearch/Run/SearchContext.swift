// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
import IndexSchema
import QueryLanguage
import XapianStore

/// Data read once per snapshot and used for all its queries.
final class SearchContext {
  /// The maximum number of words whose stems are cached.
  private static let cacheSize = 16_384

  /// The index.
  let snapshot: any StoreSnapshot
  /// The stop words of the index's vocabulary.
  let stopWords: StopWords

  private let forms: [StemForms]
  private var stems: [String: [String]] = [:]
  private var loadedThesaurus: Thesaurus?
  private var held: HeldWorks?
  /// The maximum number of works whose division is cached.
  static let dividedWorksSize = 512
  /// The works that were read lately, divided.
  var dividedWorks: [String: DividedWork] = [:]
  /// All works in short, once asked for.
  var catalogue: WorkCatalogue?
  /// The works that are cited, once asked for.
  var citedWorks: (works: [CitedWork], withoutTitle: Int)?
  /// The indices of people by the forms of their names that nobody else has, once asked for.
  var peopleByForm: [String: Int]?

  init(_ snapshot: any StoreSnapshot) {
    self.snapshot = snapshot
    let vocabulary = snapshot.vocabulary
    stopWords = StopWords(vocabulary)
    forms = snapshot.stemmers.map { StemForms(vocabulary, stemmer: $0) }
  }

  /// The stems of a word in the languages of the index, without duplicates.
  func stems(term: String, word: String) throws(IndexError) -> [String] {
    if let known = stems[word] { return known }
    return try stems(of: [(term, word)])[0]
  }

  /// The stems of each word in the languages of the index, without duplicates; all uncached words
  /// are stemmed in one call.
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

  /// The stems of words, without caching.
  func unknownStems(
    of words: [(term: String, word: String)]
  ) throws(IndexError) -> [[String]] {
    var found = [[String]](repeating: [], count: words.count)
    func add(_ stem: String, to index: Int) {
      if !stem.isEmpty, !found[index].contains(stem) { found[index].append(stem) }
    }
    for (stemmer, forms) in zip(snapshot.stemmers, forms) {
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

  /// The words to which the vocabulary assigns a stem.
  func words(of stem: String) -> [String] { forms.flatMap { $0.words(of: stem) } }

  /// The beginnings of words with a stem that differ from the stem's own.
  func beginnings(of stem: String) -> [String] {
    forms.flatMap { $0.words(of: stem) + $0.beginnings(of: stem) }
  }

  /// The thesaurus of the index's vocabulary, loaded on first use.
  func thesaurus() throws(IndexError) -> Thesaurus {
    if let loadedThesaurus { return loadedThesaurus }
    let thesaurus = try Thesaurus(snapshot.vocabulary) { (token) throws(IndexError) in
      try stems(term: token.term, word: token.word)
    }
    loadedThesaurus = thesaurus
    return thesaurus
  }

  /// Completes a passage with the ids of the works it cites that are in the library.
  func completed(_ passage: Passage) throws(IndexError) -> Passage {
    guard !passage.quotations.isEmpty || !passage.references.isEmpty else { return passage }
    try readHeldWorks()
    var passage = passage
    held?.complete(&passage)
    return passage
  }

  /// Reads which works are in the library, unless already read.
  func readHeldWorks() throws(IndexError) {
    if held == nil { held = try snapshot.heldWorks() }
  }
}
