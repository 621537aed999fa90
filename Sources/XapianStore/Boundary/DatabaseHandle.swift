// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

/// A database opened for reading.
///
/// Not `Sendable`: Xapian's reference counts are plain integers, so even copying a handle on two
/// threads is a data race.
final class DatabaseHandle {
  private let database: OpaquePointer

  /// Opens a database, or its stub file, at a path.
  init(path: String) throws(IndexError) {
    let opened = try call("open the index at \(path)") { error in
      withBytes(path) { cx_database_open($0, error) }
    }
    guard let opened else {
      throw IndexError(.internalFault, "Opening \(path) returned neither a database nor an error.")
    }
    database = opened
  }

  deinit { cx_database_close(database) }

  /// Checks that all tables are open, because libxapian silently skips optional ones that it cannot
  /// open.
  func verifyOpen(hasPositions: Bool, hasSpellings: Bool) throws(IndexError) {
    _ = try call("open every table of the index") {
      cx_database_verify_open(database, hasPositions, hasSpellings, $0)
    }
  }

  /// The revision number.
  func revision() throws(IndexError) -> UInt64 {
    try call("read the revision") { cx_database_revision(database, $0) }
  }

  /// The number of documents.
  func documentCount() throws(IndexError) -> Int {
    Int(try call("count the passages") { cx_database_count(database, $0) })
  }

  /// The documents with these numbers, in the order given.
  func documents(_ numbers: [UInt32]) throws(IndexError) -> ResultBlock {
    try ResultBlock("read documents") { error in
      numbers.withUnsafeBufferPointer { numbers in
        numbers.baseAddress.flatMap { cx_documents(database, $0, numbers.count, error) }
      }
    }
  }

  /// The values in a slot of the documents with these numbers, in the order given.
  func values(_ slot: UInt32, of numbers: [UInt32]) throws(IndexError) -> ResultBlock {
    try ResultBlock("read values") { error in
      numbers.withUnsafeBufferPointer { numbers in
        numbers.baseAddress.flatMap { cx_values(database, slot, $0, numbers.count, error) }
      }
    }
  }

  /// The first document with each term; empty bytes if there is none.
  func documents(withTerms terms: [String]) throws(IndexError) -> ResultBlock {
    try ResultBlock("read documents") { error in
      withBytes(terms) { cx_documents_with_terms(database, $0, $1, error) }
    }
  }

  /// The terms with a prefix, sorted, with their frequencies.
  func terms(withPrefix prefix: String, limit: Int) throws(IndexError) -> [TermCount] {
    let block = try ResultBlock("read terms") { error in
      withBytes(prefix) { prefix in
        withBytes("") { cx_terms_with_prefix(database, prefix, $0, limit, error) }
      }
    }
    return try block.map { (item, bytes) throws(IndexError) in
      TermCount(term: String(decoding: bytes, as: UTF8.self), frequency: Int(item.frequency))
    }
  }

  /// The terms that match a pattern or a fuzzy word.
  func expansion(
    of question: ExpansionQuestion, microseconds: Int
  ) throws(IndexError) -> ResultBlock {
    try ResultBlock("search for words like “\(question.text)”") { error in
      withBytes(question.text) { pattern in
        withBytes(question.prefix) { prefix in
          var expansion = cx_expansion(
            kind: question.distance == nil ? .glob : .edit,
            prefix: prefix,
            pattern: pattern,
            distance: UInt32(clamping: question.distance ?? 0),
            limit: UInt32(clamping: question.limit),
            examine: UInt32(clamping: ExpansionQuestion.examined),
            microseconds: UInt32(clamping: microseconds)
          )
          return cx_expand(database, &expansion, error)
        }
      }
    }
  }

  /// The number of documents that contain each term.
  func frequencies(ofTerms terms: [String]) throws(IndexError) -> [Int] {
    let block = try ResultBlock("read term frequencies") { error in
      withBytes(terms) { cx_term_frequencies(database, $0, $1, error) }
    }
    return block.withItems { $0.map { Int($0.frequency) } }
  }

  /// The indexed word whose spelling is closest to `word`.
  func spelling(of word: String, distance: UInt32 = 2) throws(IndexError) -> String? {
    let block = try ResultBlock("search for spellings") { error in
      withBytes(word) { cx_spelling(database, $0, distance, error) }
    }
    return block.strings.first
  }

  /// A value of the index's metadata; `nil` if it is not set.
  func metadata(_ key: String) throws(IndexError) -> String? {
    let block = try ResultBlock("read the index's metadata") { error in
      withBytes(key) { cx_metadata_get(database, $0, error) }
    }
    return block.strings.first
  }

  /// Runs a search.
  func run(_ search: inout cx_search) throws(IndexError) -> ResultBlock {
    try ResultBlock("search") { cx_search_run(database, &search, $0) }
  }
}
