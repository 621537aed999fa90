// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

/// A database opened for writing, in one transaction.
///
/// Not `Sendable`: a Xapian database must be used by one thread at a time.
final class WriterHandle {
  private let writer: OpaquePointer

  /// Opens the database at a path and begins a transaction.
  ///
  /// Readers see nothing before `commit`, and everything is discarded if the handle is released
  /// first.
  init(path: String) throws(IndexError) {
    let opened = try call("open the index at \(path) for writing") { error in
      withBytes(path) { cx_writer_open($0, error) }
    }
    guard let opened else {
      throw IndexError(.internalFault, "Opening \(path) returned neither a writer nor an error.")
    }
    writer = opened
    _ = try call("begin a transaction") { cx_writer_begin(writer, $0) }
  }

  deinit { cx_writer_close(writer) }

  /// Deletes all documents with any of the terms, subtracting their contents from `sums`.
  func delete(
    documentsWithTerms terms: [String], from sums: inout IndexSums
  ) throws(IndexError) {
    var changed = sums.boundaryForm
    _ = try call("delete documents") { error in
      withBytes(terms) { cx_writer_delete(writer, $0, $1, &changed, error) }
    }
    sums = IndexSums(changed)
  }

  /// Adds documents, adding their contents to `sums`.
  func add(_ batch: Batch, to sums: inout IndexSums) throws(IndexError) {
    var changed = sums.boundaryForm
    _ = try call("add documents") { error in
      batch.withBoundaryForm { cx_writer_add(writer, $0, &changed, error) }
    }
    sums = IndexSums(changed)
  }

  /// Commits the transaction.
  func commit() throws(IndexError) {
    _ = try call("commit a transaction") { cx_writer_commit(writer, $0) }
  }
}

/// Calls that build databases from parts.
enum Parts {
  /// Writes a batch as a separate database.
  ///
  /// - Returns: The sums of its contents.
  @discardableResult
  static func write(
    _ batch: Batch,
    path: String,
    metadata: [(key: String, value: String)]
  ) throws(IndexError) -> IndexSums {
    var sums = cx_sums()
    _ = try call("write a part of the index at \(path)") { error in
      batch.withBoundaryForm { batch in
        withBytes(path) { path in
          withBytes(metadata.flatMap { [$0.key, $0.value] }) { strings, _ in
            let metadata = metadata.indices.map {
              cx_metadata(key: strings[2 * $0], value: strings[2 * $0 + 1])
            }
            return cx_write_part(path, batch, metadata, metadata.count, &sums, error)
          }
        }
      }
    }
    return IndexSums(sums)
  }

  /// Merges several databases into a new one.
  static func merge(
    _ sources: [String],
    into destination: String
  ) throws(IndexError) {
    _ = try call("merge \(sources.count) parts into \(destination)") { error in
      withBytes(sources) { sources, count in
        withBytes(destination) { cx_compact(sources, count, $0, error) }
      }
    }
  }

  /// Reads the entire contents of a database.
  ///
  /// - Throws: `IndexError` if something cannot be read.
  static func readAll(_ path: String) throws(IndexError) {
    _ = try call("read all of \(path)") { error in withBytes(path) { cx_read_all($0, error) } }
  }

  /// Checks every table of a database; requires write permission, although nothing is written.
  ///
  /// - Returns: The number of faults and Xapian's report.
  static func check(_ path: String) throws(IndexError) -> (faults: Int, report: String) {
    var report = [CChar](repeating: 0, count: 16_384)
    let faults = try call("check the tables of \(path)") { error in
      withBytes(path) { cx_check($0, &report, report.count, error) }
    }
    return (
      faults,
      String(decoding: report.map { UInt8(bitPattern: $0) }.prefix { $0 != 0 }, as: UTF8.self)
    )
  }
}
