// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CitedWorks
import Corpus
import IndexSchema
import QueryLanguage
import XapianStore

/// What is learnt once of a snapshot and used for every question to it.
final class SearchContext {
  /// The most words whose stems are kept in memory.
  private static let cacheSize = 16_384

  /// The index.
  let snapshot: any StoreSnapshot
  /// The stop words of its vocabulary.
  let stopWords: StopWords

  private let forms: [StemForms]
  private var stems: [String: [String]] = [:]
  private var loadedThesaurus: Thesaurus?
  private var held: HeldWorks?

  init(_ snapshot: any StoreSnapshot) {
    self.snapshot = snapshot
    let vocabulary = snapshot.vocabulary
    stopWords = StopWords(vocabulary)
    forms = snapshot.stemmers.map { StemForms(vocabulary, stemmer: $0) }
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

  /// The words that the vocabulary gives a stem.
  func words(of stem: String) -> [String] { forms.flatMap { $0.words(of: stem) } }

  /// How words of a stem may begin otherwise than it does.
  func beginnings(of stem: String) -> [String] {
    forms.flatMap { $0.words(of: stem) + $0.beginnings(of: stem) }
  }

  /// The thesaurus of the vocabulary.
  func thesaurus() throws(IndexError) -> Thesaurus {
    if let loadedThesaurus { return loadedThesaurus }
    let thesaurus = try Thesaurus(snapshot.vocabulary) { (token) throws(IndexError) in
      try stems(term: token.term, word: token.word)
    }
    loadedThesaurus = thesaurus
    return thesaurus
  }

  /// A passage as it leaves the index: with the ids of the works of the library that it cites.
  func completed(_ passage: Passage) throws(IndexError) -> Passage {
    guard !passage.quotations.isEmpty || !passage.references.isEmpty else { return passage }
    try readHeldWorks()
    var passage = passage
    held?.complete(&passage)
    return passage
  }

  /// Reads which works are held, if that has not been done.
  func readHeldWorks() throws(IndexError) {
    if held == nil { held = try snapshot.heldWorks() }
  }
}
