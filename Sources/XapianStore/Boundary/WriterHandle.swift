// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import CXapian

/// An open database to write to, in one transaction.
///
/// Not `Sendable`: a Xapian database belongs to one thread at a time.
final class WriterHandle {
  private let writer: OpaquePointer

  /// Opens the database at a path and begins a transaction; nothing is seen by readers before
  /// `commit`, and nothing is kept if the handle is dropped.
  init(path: String) throws(IndexError) {
    let opened = try call("open the index at \(path) for writing") { error in
      withBytes(path) { cx_writer_open($0, error) }
    }
    guard let opened else {
      throw IndexError(.internalFault, "Opening \(path) returned neither a writer nor an error.")
    }
    writer = opened
    _ = try call("begin a change") { cx_writer_begin(writer, $0) }
  }

  deinit { cx_writer_close(writer) }

  /// Removes all documents that have one of the terms; `sums` then lacks what they held.
  func delete(
    documentsWithTerms terms: [String], from sums: inout IndexSums
  ) throws(IndexError) {
    var changed = sums.boundaryForm
    _ = try call("remove documents") { error in
      withBytes(terms) { cx_writer_delete(writer, $0, $1, &changed, error) }
    }
    sums = IndexSums(changed)
  }

  /// Adds documents; `sums` then has what they hold.
  func add(_ batch: Batch, to sums: inout IndexSums) throws(IndexError) {
    var changed = sums.boundaryForm
    _ = try call("add documents") { error in
      batch.withBoundaryForm { cx_writer_add(writer, $0, &changed, error) }
    }
    sums = IndexSums(changed)
  }

  /// Publishes the change.
  func commit() throws(IndexError) {
    _ = try call("publish a change") { cx_writer_commit(writer, $0) }
  }
}

/// The calls that make databases out of parts.
enum Parts {
  /// Writes a batch as a database of its own.
  ///
  /// - Returns: What it holds.
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

  /// Merges databases into a new one.
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

  /// Reads everything that a database holds.
  ///
  /// - Throws: `IndexError`: what cannot be read.
  static func readAll(_ path: String) throws(IndexError) {
    _ = try call("read all of \(path)") { error in withBytes(path) { cx_read_all($0, error) } }
  }

  /// Checks every table of a database; needs the right to write, though nothing is written.
  ///
  /// - Returns: How many faults there are, and what Xapian says of them.
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
