// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import QueryLanguage
package import XapianStore

/// Answers questions from one open index; one borrower at a time.
///
/// Not `Sendable`: a Xapian database belongs to one thread at a time. Where several tasks search,
/// each thread has its own. Every method answers from one generation, the newest when it is called;
/// generations never change, and one that is removed meanwhile stays until it is closed. What fails
/// is asked once more of the index opened anew, as a whole, at most three times.
package final class Searcher {
  private static let attempts = 3

  private let store: any PassageStore
  /// How plain words are ranked: as users get it, unless it is being measured.
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

  /// Asks a question of the newest state of the index.
  func answer<Answer>(
    _ question: (SearchContext) throws(IndexError) -> Answer
  ) throws(IndexError) -> Answer {
    for _ in 1..<Self.attempts {
      do throws(IndexError) {
        take(try store.newest())
        return try question(context)
      } catch  where error.code == .modified || error.code == .storage {
        // The generation went away while it was opened, or an open failed that may not fail again.
        take(try store.reopened())
      }
    }
    take(try store.newest())
    return try question(context)
  }

  private func take(_ snapshot: any StoreSnapshot) {
    if snapshot !== context.snapshot { context = SearchContext(snapshot) }
  }

  /// Takes the newest state of the index, and reads what it would read for the first answer, so that
  /// no answer has to wait for that.
  package func prepare() throws(IndexError) {
    try answer { (context) throws(IndexError) in try context.readHeldWorks() }
  }

  /// The number of the generation that answered last.
  package var generation: Int { context.snapshot.generation }

  /// The newest revision of the index.
  package func revision() throws(IndexError) -> String {
    try answer { (context) throws(IndexError) in context.snapshot.revision }
  }

  /// The vocabulary that the index was built with.
  package func vocabulary() throws(IndexError) -> Vocabulary {
    try answer { (context) throws(IndexError) in context.snapshot.vocabulary }
  }

  /// The work with an id; `nil` if there is none.
  package func work(_ id: String) throws(IndexError) -> Work? {
    try answer { (context) throws(IndexError) in try context.snapshot.works([id])[0] }
  }

  /// The works whose id comes after `after`, in the order of their ids.
  package func works(after: String? = nil, limit: Int) throws(IndexError) -> [Work] {
    try answer { (context) throws(IndexError) in
      try context.snapshot.works(after: after, limit: limit)
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
    return try answer { (context) throws(IndexError) in
      let answers = try context.snapshot.answers(
        to: [.terms(prefix: last.term, limit: SearchLimits.expansion * 4)], until: .none)
      guard case .terms(let words)? = answers.first else { return [] }
      return words.sorted { ($1.frequency, $0.term) < ($0.frequency, $1.term) }
        .prefix(limit).map { before + $0.term }
    }
  }

  /// What the index holds, in numbers.
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
