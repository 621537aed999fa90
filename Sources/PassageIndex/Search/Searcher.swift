// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import Corpus

/// Answers questions from one open index; one borrower at a time.
///
/// Not `Sendable`: a Xapian database belongs to one thread at a time. Where several tasks search,
/// each thread has its own. Every method answers from one generation, the newest when it is called;
/// generations never change, and one that is removed meanwhile stays until it is closed. What fails
/// is asked once more of the index opened anew, as a whole, at most three times.
package final class Searcher {
  private static let attempts = 3

  let folder: IndexFolder
  /// How plain words are ranked: as users get it, unless it is being measured.
  package var ranking = Ranking.standard
  private var snapshot: Snapshot

  /// Opens the index in a folder.
  package init(path: String) throws(IndexError) {
    folder = IndexFolder(path: path)
    snapshot = try Self.open(folder)
  }

  /// Opens the published generation, again if it is replaced between being named and being opened.
  private static func open(_ folder: IndexFolder) throws(IndexError) -> Snapshot {
    for _ in 1..<attempts {
      let generation = try folder.publishedGeneration()
      do throws(IndexError) {
        return try Snapshot(folder)
      } catch  where error.code != .incompatible {
        guard try folder.publishedGeneration() != generation else { throw error }
      }
    }
    return try Snapshot(folder)
  }

  /// Asks a question of the newest revision.
  func answer<Answer>(
    _ question: (Snapshot) throws(IndexError) -> Answer
  ) throws(IndexError) -> Answer {
    for _ in 1..<Self.attempts {
      do throws(IndexError) {
        try refresh()
        return try question(snapshot)
      } catch  where error.code == .modified || error.code == .storage {
        // The generation went away while it was opened, or an open failed that may not fail again.
        snapshot = try Self.open(folder)
      }
    }
    try refresh()
    return try question(snapshot)
  }

  private func refresh() throws(IndexError) {
    if try folder.publishedGeneration() != snapshot.generation {
      snapshot = try Self.open(folder)
    }
  }

  /// Takes the newest revision of the index, and reads what it would read for the first answer, so
  /// that no answer has to wait for that.
  package func prepare() throws(IndexError) {
    try answer { (snapshot) throws(IndexError) in try snapshot.readHeldWorks() }
  }

  /// The number of the generation that answered last.
  package var generation: Int { snapshot.generation }

  /// The newest revision of the index.
  package func revision() throws(IndexError) -> String {
    try answer { (snapshot) throws(IndexError) in snapshot.revision }
  }

  /// The vocabulary that the index was built with.
  package func vocabulary() throws(IndexError) -> Vocabulary {
    try answer { (snapshot) throws(IndexError) in snapshot.vocabulary }
  }

  /// The work with an id.
  package func work(_ id: String) throws(IndexError) -> Work? {
    try answer { (snapshot) throws(IndexError) in try snapshot.works([id])[id] }
  }

  /// The works whose id comes after `after`, in the order of their ids.
  package func works(after: String? = nil, limit: Int) throws(IndexError) -> [Work] {
    try answer { (snapshot) throws(IndexError) in
      let prefix = Schema.work.prefix
      let terms = try snapshot.database.terms(
        withPrefix: prefix,
        after: after.map { prefix + $0 } ?? "",
        limit: limit
      )
      let ids = terms.strings.map { String($0.dropFirst(prefix.count)) }
      let works = try snapshot.works(ids)
      return ids.compactMap { works[$0] }
    }
  }

  /// Goes through all works, in the order of their ids.
  package func forEachWork(_ body: (Work) throws(IndexError) -> Void) throws(IndexError) {
    var last: String?
    while true {
      let page = try works(after: last, limit: 200)
      for work in page { try body(work) }
      guard let final = page.last else { return }
      last = final.id
    }
  }

  /// The words of the index that begin as the last word of `text` does, each with what stands
  /// before it in `text`; the most frequent first.
  package func completions(of text: String, limit: Int) throws(IndexError) -> [String] {
    var tokenizer = Tokenizer()
    guard let last = tokenizer.tokens(in: text).last, last.term.utf8.count >= 2,
      last.range.upperBound == text.unicodeScalars.count
    else { return [] }
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(last.range.lowerBound)))
    return try answer { (snapshot) throws(IndexError) in
      let block = try snapshot.database.terms(
        withPrefix: last.term,
        limit: SearchLimits.expansion * 4
      )
      let words = try block.map { (item, bytes) throws(IndexError) in
        (String(decoding: bytes, as: UTF8.self), item.frequency)
      }
      return words.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limit).map { before + $0.0 }
    }
  }

  /// What the index holds, in numbers.
  ///
  /// - Complexity: O(*n*) in the works, once for each revision.
  package func statistics() throws(IndexError) -> IndexStatistics {
    try answer { (snapshot) throws(IndexError) in
      if let known = snapshot.statistics { return known }
      let kinds = Passage.Kind.allCases
      let counts = try snapshot.database.frequencies(
        ofTerms: [Schema.workDocument, Schema.passageDocument].map { Schema.document.prefix + $0 }
          + kinds.map { Schema.kind.prefix + $0.rawValue }
      )
      var statistics = IndexStatistics(
        works: counts[0],
        passages: counts[1],
        kinds: Dictionary(uniqueKeysWithValues: zip(kinds, counts.dropFirst(2))),
        languages: [:],
        words: 0,
        pages: 0,
        bytes: try folder.byteCount(ofGeneration: snapshot.generation),
        revision: snapshot.revision
      )
      var last: UInt32 = 0
      while true {
        let block = try snapshot.database.documents(
          ofTerm: Schema.document.prefix + Schema.workDocument,
          after: last,
          limit: 500
        )
        let page = try block.map { (item, bytes) throws(IndexError) in
          (item.document, try Work(stored: bytes))
        }
        for (_, work) in page {
          statistics.languages[work.metadata.language?.value ?? "", default: 0] += 1
          statistics.words += work.wordCount
          statistics.pages += work.pageCount
        }
        guard let final = page.last else {
          snapshot.statistics = statistics
          return statistics
        }
        last = final.0
      }
    }
  }
}
