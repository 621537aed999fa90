// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials
import Synchronization

/// The one writer of an index: gathers documents from many threads and publishes them at once.
///
/// What is written is in parts of a few hundred passages each, made by the threads that bring them
/// and merged at the end by one compaction: no B-tree grows past the caches, memory is bounded by
/// the parts in flight, and nothing is visible before `publish`. A small change to an index that is
/// there goes into it as one Xapian transaction instead.
package final class IndexWriter: Sendable {
  /// Up to how many bytes a change is small.
  private static let smallChange = 4 << 20
  /// How many parts are merged into a larger one, so that the last merge opens few files.
  private static let mergeWidth = 100

  private struct State {
    /// Batches that may yet go in by a transaction.
    var pending: [Batch] = []
    var pendingBytes = 0
    /// Databases to be merged.
    var parts: [String] = []
    /// Databases that have been merged out of parts once: to do it twice would cost more than to
    /// open some more of them at the end.
    var mergedParts: [String] = []
    var partsMade = 0
    var documents = 0
  }

  private let folder: IndexFolder
  private let lock: WriterLock
  private let generation: Int?
  private let state = Mutex(State())

  /// The vocabulary of the index: its own, or the one given for a new index.
  package let vocabulary: Vocabulary

  /// The works in the index as it was found, by id.
  package let works: [String: Work]

  /// Opens an index for writing, or a folder in which to make one.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - lockTimeout: How long to wait for another writer, in seconds; `nil` for ever.
  ///   - replacing: Whether to start from nothing, whatever the folder holds.
  ///   - vocabulary: The vocabulary of a new index; an index that is there keeps its own.
  /// - Throws: `IndexError`: `.locked`, `.incompatible`, `.corrupt` or `.storage`.
  package init(
    path: String,
    lockTimeout: Double? = 0,
    replacing: Bool = false,
    vocabulary: Vocabulary = Vocabulary()
  ) throws(IndexError) {
    folder = IndexFolder(path: path)
    try folder.make(path)
    lock = try WriterLock(folder, timeout: lockTimeout)
    let published = try folder.publishedGeneration()
    folder.sweep(keeping: published)
    try folder.make(folder.building)
    var works: [String: Work] = [:]
    if let published, !replacing {
      let searcher = try Searcher(path: path)
      try searcher.forEachWork { works[$0.id] = $0 }
      self.vocabulary = try searcher.vocabulary()
      generation = published
    } else {
      self.vocabulary = vocabulary
      generation = nil
    }
    self.works = works
    byPath = Dictionary(grouping: works.values, by: \.path)
    nextGeneration = (published ?? 0) + 1
  }

  private let nextGeneration: Int
  private let byPath: [String: [Work]]

  /// The works that were read from a file.
  package func works(atPath path: String) -> [Work] { byPath[path] ?? [] }

  /// The passages of a work as the index has them, in reading order.
  package func passages(ofWork id: String) throws(IndexError) -> [Passage] {
    guard let work = works[id] else { return [] }
    return try Searcher(path: folder.path).passages(
      ofWork: id,
      ordinals: 0..<work.passageCount
    )
  }

  /// Takes over a batch of documents; may be called from any thread.
  package func write(_ batch: consuming PassageBatch) throws(IndexError) {
    let batch = batch.batch
    guard batch.count > 0 else { return }
    let overflow: [Batch] = state.withLock { state in
      state.documents += batch.count
      let isSmall =
        state.parts.isEmpty && state.partsMade == 0
        && state.pendingBytes + batch.byteCount <= Self.smallChange
      if generation != nil, isSmall {
        state.pending.append(batch)
        state.pendingBytes += batch.byteCount
        return []
      }
      defer {
        state.pending = []
        state.pendingBytes = 0
      }
      return state.pending + [batch]
    }
    for batch in overflow { try writePart(batch) }
  }

  private func writePart(_ batch: Batch) throws(IndexError) {
    let path = nextPart()
    try Parts.write(batch, path: path, metadata: Schema.metadata(vocabulary))
    let full: [String] = state.withLock { state in
      state.parts.append(path)
      guard state.parts.count >= Self.mergeWidth else { return [] }
      defer { state.parts = [] }
      return state.parts
    }
    guard !full.isEmpty else { return }
    let merged = nextPart()
    try Parts.merge(full, into: merged)
    state.withLock { $0.mergedParts.append(merged) }
    for part in full { try? FileManager.default.removeItem(atPath: part) }
  }

  private func nextPart() -> String {
    state.withLock { state in
      state.partsMade += 1
      return "\(folder.building)/part-\(state.partsMade)"
    }
  }

  /// Publishes everything written, without the works named; readers see all of it or nothing.
  ///
  /// - Parameter removed: The ids of works to take out; those written again must be among them.
  /// - Returns: The new revision; `nil` if there was nothing to change.
  package func publish(removing removed: [String]) throws(IndexError) -> String? {
    let removed = removed.filter { works[$0] != nil }
    let (pending, parts, documents) = state.withLock { state in
      defer { state = State() }
      return (state.pending, state.mergedParts + state.parts, state.documents)
    }
    guard documents > 0 || !removed.isEmpty else { return nil }
    if let generation, parts.isEmpty {
      try change(folder.generation(generation), adding: pending, removing: removed)
    } else {
      try build(adding: parts, removing: removed)
    }
    return try Searcher(path: folder.path).revision()
  }

  /// Makes a change in place, as one transaction.
  private func change(
    _ path: String,
    adding batches: [Batch],
    removing removed: [String]
  ) throws(IndexError) {
    let writer = try WriterHandle(path: path)
    try writer.delete(documentsWithTerms: removed.map { Schema.work.prefix + $0 })
    for batch in batches { try writer.add(batch) }
    try writer.commit()
  }

  /// Builds a new generation out of the old one and the parts, and publishes it.
  private func build(
    adding parts: [String],
    removing removed: [String]
  ) throws(IndexError) {
    var sources = parts
    if let generation {
      var old = folder.generation(generation)
      if !removed.isEmpty {
        let copy = folder.building + "/old"
        do {
          try FileManager.default.copyItem(atPath: old, toPath: copy)
        } catch {
          throw IndexError(
            .storage,
            "The index cannot be copied to \(copy).",
            underlying: "\(error)"
          )
        }
        try change(copy, adding: [], removing: removed)
        old = copy
      }
      sources.insert(old, at: 0)
    }
    let merged = folder.building + "/merged"
    try Parts.merge(sources, into: merged)
    do {
      try FileManager.default.moveItem(atPath: merged, toPath: folder.generation(nextGeneration))
    } catch {
      throw IndexError(
        .storage,
        "The new index cannot be put in its place.",
        underlying: "\(error)"
      )
    }
    try folder.publish(nextGeneration)
    folder.sweep(keeping: nextGeneration)
  }
}
