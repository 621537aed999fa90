// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema
import Processes
import Synchronization

/// The contents of an index as sums, which add up when databases are merged.
///
/// They prove a publication: what the writer was asked to write, document by document, is compared
/// with what libxapian finds in the merged tables, term by term. For positions only the number is
/// proven, for everything else the content.
struct IndexSums: Equatable, Sendable {
  /// The sums in the order of the members of `cx_sums`; overflow wraps around.
  private var values: [UInt64]

  /// The names of the sums, in the order of the members of `cx_sums`.
  static let names = [
    "documents", "data", "length", "postings", "terms", "occurrences", "positions", "termlists",
    "values", "spellings", "metadata",
  ]

  /// The sums of an empty index.
  init() { values = Array(repeating: 0, count: Self.names.count) }

  /// The sums filled in by a call.
  init(_ sums: cx_sums) {
    values = withUnsafeBytes(of: sums) { Array($0.bindMemory(to: UInt64.self)) }
    precondition(values.count == Self.names.count, "A sum of cx_sums has no name.")
  }

  /// The sums in the form for the boundary.
  var boundaryForm: cx_sums {
    values.withUnsafeBytes { $0.loadUnaligned(as: cx_sums.self) }
  }

  /// The sum with a name.
  subscript(_ name: String) -> UInt64 {
    get { Self.names.firstIndex(of: name).map { values[$0] } ?? 0 }
    set { if let index = Self.names.firstIndex(of: name) { values[index] = newValue } }
  }

  /// Adds the contents of another part, which must have the same metadata as the previous ones.
  mutating func add(_ other: IndexSums) {
    let metadata = self["metadata"] == 0 ? other["metadata"] : self["metadata"]
    for index in values.indices { values[index] &+= other.values[index] }
    self["metadata"] = metadata
  }

  /// The names of the sums that differ.
  func differences(from other: IndexSums) -> [String] {
    zip(Self.names, zip(values, other.values)).filter { $0.1.0 != $0.1.1 }.map(\.0)
  }

  /// Computes the sums of a database, on two threads if possible.
  static func count(_ path: String) throws(IndexError) -> IndexSums {
    let last = try call("count the documents of \(path)") { error in
      withBytes(path) { cx_last_document($0, error) }
    }
    let middle = last / 2
    let results = Mutex<(IndexSums, IndexError?)>((IndexSums(), nil))
    let next = Atomic(0)
    Threads.run(upTo: 2) {
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        guard part < 3 else { return }
        var sums = cx_sums()
        do throws(IndexError) {
          _ = try call("count the contents of \(path)") { error in
            withBytes(path) { path in
              switch part {
              case 0: cx_sum_documents(path, 0, middle, &sums, error)
              case 1: cx_sum_documents(path, middle + 1, last, &sums, error)
              default: cx_sum_terms(path, &sums, error)
              }
            }
          }
          results.withLock { $0.0.add(IndexSums(sums)) }
        } catch {
          results.withLock { $0.1 = $0.1 ?? error }
        }
      }
    }
    let (sums, failure) = results.withLock { $0 }
    if let failure { throw failure }
    return sums
  }
}
