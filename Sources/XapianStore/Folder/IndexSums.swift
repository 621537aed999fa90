// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import CXapian
import Processes
import Synchronization

/// What an index holds, in sums that add up when databases are merged.
///
/// A publication is proven by them: what the writer was told to write, document by document, against
/// what libxapian finds in the merged tables, term by term. Of positions the number is proven, of
/// everything else the content.
struct IndexSums: Equatable, Sendable {
  /// The sums by their names, in the order of `cx_sums`; they wrap.
  private var values: [UInt64]

  /// The names of the sums, in the order of the members of `cx_sums`.
  static let names = [
    "documents", "data", "length", "postings", "terms", "occurrences", "positions", "termlists",
    "values", "spellings", "metadata",
  ]

  /// The sums of nothing.
  init() { values = Array(repeating: 0, count: Self.names.count) }

  /// The sums that a call has filled in.
  init(_ sums: cx_sums) {
    values = withUnsafeBytes(of: sums) { Array($0.bindMemory(to: UInt64.self)) }
    precondition(values.count == Self.names.count, "A sum of cx_sums has no name.")
  }

  /// The sums as the boundary takes them.
  var boundaryForm: cx_sums {
    values.withUnsafeBytes { $0.loadUnaligned(as: cx_sums.self) }
  }

  /// The sum with a name.
  subscript(_ name: String) -> UInt64 {
    get { Self.names.firstIndex(of: name).map { values[$0] } ?? 0 }
    set { if let index = Self.names.firstIndex(of: name) { values[index] = newValue } }
  }

  /// Adds what another part holds; its metadata must be the same as that of the parts before.
  mutating func add(_ other: IndexSums) {
    let metadata = self["metadata"] == 0 ? other["metadata"] : self["metadata"]
    for index in values.indices { values[index] &+= other.values[index] }
    self["metadata"] = metadata
  }

  /// The names of the sums that differ.
  func differences(from other: IndexSums) -> [String] {
    zip(Self.names, zip(values, other.values)).filter { $0.1.0 != $0.1.1 }.map(\.0)
  }

  /// Counts what a database holds, on two threads if they can be had.
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
          _ = try call("count what \(path) holds") { error in
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
