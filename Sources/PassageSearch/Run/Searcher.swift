// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import XapianStore

/// Answers queries from one open index, for one caller at a time.
///
/// Not `Sendable`: a Xapian database must be used by one thread at a time; for parallel searches,
/// each thread has its own searcher. Every method answers from one generation, the newest at the
/// time of the call. Generations never change, and a removed one stays readable until it is closed.
/// If a query fails, it is repeated as a whole on the reopened index, up to three attempts.
package final class Searcher {
  private static let attempts = 3

  private let store: any PassageStore
  /// The ranking of plain words; `standard` except in measurements.
  package var ranking = Ranking.standard
  private var context: SearchContext

  /// Opens the index in a folder.
  package convenience init(path: String) throws(IndexError) {
    try self.init(LocalStore(path: path))
  }

  /// Answers from a store.
  package init(_ store: any PassageStore) throws(IndexError) {
    self.store = store
    context = SearchContext(try store.newest())
  }

  /// Runs a query on the newest generation of the index.
  func answer<Answer>(
    _ question: (SearchContext) throws(IndexError) -> Answer
  ) throws(IndexError) -> Answer {
    for _ in 1..<Self.attempts {
      do throws(IndexError) {
        take(try store.newest())
        return try question(context)
      } catch  where error.code == .modified || error.code == .storage {
        // The generation was removed while being opened, or opening failed for a reason that may be
        // temporary.
        take(try store.reopened())
      }
    }
    take(try store.newest())
    return try question(context)
  }

  private func take(_ snapshot: any StoreSnapshot) {
    if snapshot !== context.snapshot { context = SearchContext(snapshot) }
  }

  /// Opens the newest generation and loads what the first answer would have to wait for.
  package func prepare() throws(IndexError) {
    try answer { (context) throws(IndexError) in try context.readHeldWorks() }
  }

  /// The generation that answered last.
  package var generation: Int { context.snapshot.generation }

  /// The newest revision of the index.
  package func revision() throws(IndexError) -> String {
    try answer { (context) throws(IndexError) in context.snapshot.revision }
  }

  /// The vocabulary that the index was built with.
  package func vocabulary() throws(IndexError) -> Vocabulary {
    try answer { (context) throws(IndexError) in context.snapshot.vocabulary }
  }

  /// The work that has an id, or had it before its facts were corrected; `nil` if there is none.
  package func work(_ id: String) throws(IndexError) -> Work? {
    try answer { (context) throws(IndexError) in try context.work(id) }
  }

  /// The works whose ids come after `after`, in order of id.
  package func works(after: String? = nil, limit: Int) throws(IndexError) -> [Work] {
    try answer { (context) throws(IndexError) in
      try context.snapshot.works(after: after, limit: limit)
    }
  }

  /// Iterates over all works in order of id.
  package func forEachWork(_ body: (Work) throws(IndexError) -> Void) throws(IndexError) {
    var last: String?
    while true {
      let page = try works(after: last, limit: 200)
      for work in page { try body(work) }
      guard let final = page.last else { return }
      last = final.id
    }
  }

  /// Completions of the last word of `text` from the words of the index, each with the text before
  /// it; the most frequent first.
  package func completions(of text: String, limit: Int) throws(IndexError) -> [String] {
    var tokenizer = Tokenizer()
    guard let last = tokenizer.tokens(in: text).last, last.term.utf8.count >= 2,
      last.range.upperBound == text.unicodeScalars.count
    else { return [] }
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(last.range.lowerBound)))
    return try answer { (context) throws(IndexError) in
      let answers = try context.snapshot.answers(
        to: [.terms(prefix: last.term, limit: SearchLimits.expansion * 4)], until: .none)
      guard case .terms(let words)? = answers.first else { return [] }
      return words.sorted { ($1.frequency, $0.term) < ($0.frequency, $1.term) }
        .prefix(limit).map { before + $0.term }
    }
  }

  /// Counts the contents of the index.
  package func statistics() throws(IndexError) -> IndexStatistics {
    try answer { (context) throws(IndexError) in
      let kinds = Passage.Kind.allCases
      let terms = kinds.map { Schema.kind.prefix + $0.rawValue }
      let answers = try context.snapshot.answers(to: [.frequencies(terms)], until: .none)
      var counts: [Int] = []
      if case .frequencies(let found)? = answers.first { counts = found }
      let totals = context.snapshot.totals
      return IndexStatistics(
        works: totals.works,
        passages: context.snapshot.passageCount,
        kinds: Dictionary(uniqueKeysWithValues: zip(kinds, counts)),
        languages: totals.languages,
        words: totals.words,
        pages: totals.pages,
        bytes: try context.snapshot.byteCount(),
        revision: context.snapshot.revision
      )
    }
  }
}
