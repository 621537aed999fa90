// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import FoundationEssentials
package import IndexSchema
import People
import Synchronization

/// The only writer of an index: collects documents from many threads and publishes them together.
///
/// Documents are written in parts of a few hundred passages, by the threads that supply them, and
/// merged at the end in a single compaction: no B-tree outgrows the caches, memory is bounded by
/// the parts in progress, and nothing is visible before `publish`. A small change is instead
/// applied to a copy of the published generation in a Xapian transaction. Either way the result is
/// proven (`Publication`) before it is published, and the previous generation is not touched.
package final class IndexWriter: Sendable {
  /// The maximum size of a small change, in bytes.
  private static let smallChange = 4 << 20
  /// The maximum growth of the tables by small changes, as a multiple of their compacted size.
  private static let mostGrowth = 2
  /// The number of parts merged into a larger one, so that the final merge opens few files.
  private static let mergeWidth = 100

  private struct State {
    /// Batches that may still be written in a transaction.
    var pending: [Batch] = []
    var pendingBytes = 0
    /// Databases to be merged.
    var parts: [String] = []
    /// Databases already merged from parts; merging them twice would cost more than opening a few
    /// more in the final merge.
    var mergedParts: [String] = []
    var partsMade = 0
    /// The sums of the parts' contents.
    var sums = IndexSums()
    var documents = 0
    /// The new and rewritten works.
    var works: [Work] = []
    /// The stored form of their details, by id.
    var details: [String: [UInt8]] = [:]
  }

  private let folder: IndexFolder
  private let lock: WriterLock
  private let access: IndexAccess
  /// The published generation.
  private let published: Int?
  /// The generation that the next one is based on; `nil` if it starts empty.
  private let generation: Int?
  private let state = Mutex(State())

  /// The vocabulary of the index: its own, or the given one for a new index.
  package let vocabulary: Vocabulary

  /// The works in the index when it was opened, by id.
  package let works: [String: Work]

  /// Opens an index for writing, or a folder in which to create one.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - lockTimeout: The maximum time to wait for another writer, in seconds; `nil` for no limit.
  ///   - replacing: Whether to start with an empty index, whatever the folder contains.
  ///   - vocabulary: The vocabulary of a new index; an existing index keeps its own.
  ///   - access: Who may read the index; `nil` to leave this unchanged.
  /// - Throws: `IndexError`: `.locked`, `.incompatible`, `.corrupt` or `.storage`; the folder is
  ///   then unchanged.
  package init(
    path: String,
    lockTimeout: Double? = 0,
    replacing: Bool = false,
    vocabulary: Vocabulary = Vocabulary(),
    access: IndexAccess? = nil
  ) throws(IndexError) {
    folder = IndexFolder(path: path)
    try folder.prepareForWriting(access, replacing: replacing)
    lock = try WriterLock(folder, timeout: lockTimeout)
    let stub = try folder.stubForWriting(replacing: replacing)
    published = stub?.generation
    self.access = try folder.access(told: access, like: published)
    if stub == nil { try folder.claim(self.access) }
    try folder.building.makeAnew()
    var works: [String: Work] = [:]
    if let published, !replacing {
      let snapshot = try LocalSnapshot(folder)
      for work in try snapshot.works(after: nil, limit: .max) { works[work.id] = work }
      self.vocabulary = snapshot.vocabulary
      generation = published
    } else {
      self.vocabulary = vocabulary
      generation = nil
    }
    self.works = works
    byPath = Dictionary(grouping: works.values, by: \.path)
  }

  private let byPath: [String: [Work]]

  /// Whether publishing replaces an existing index instead of extending it.
  package var isReplacing: Bool { generation == nil && published != nil }

  /// The works that were read from a file.
  package func works(atPath path: String) -> [Work] { byPath[path] ?? [] }

  /// The passages of a work as stored in the index, in reading order.
  package func passages(ofWork id: String) throws(IndexError) -> [Passage] {
    guard let work = works[id] else { return [] }
    return try LocalSnapshot(folder).passages(ofWork: id, ordinals: 0..<work.passageCount)
  }

  /// Writes passages and works; can be called from any thread.
  ///
  /// - Parameter details: The details of the works, by id.
  package func write(
    _ batch: Batch, _ newWorks: [Work], details: [String: WorkDetails]
  ) throws(IndexError) {
    let stored = details.mapValues(\.stored)
    state.withLock { state in
      state.works += newWorks
      state.details.merge(stored) { $1 }
    }
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
    let sums = try Parts.write(batch, path: path, metadata: Schema.metadata(vocabulary))
    let full: [String] = state.withLock { state in
      state.sums.add(sums)
      state.parts.append(path)
      guard state.parts.count >= Self.mergeWidth else { return [] }
      defer { state.parts = [] }
      return state.parts
    }
    guard !full.isEmpty else { return }
    let merged = nextPart()
    try Parts.merge(full, into: merged)
    state.withLock { $0.mergedParts.append(merged) }
    for part in full { FolderRemoval.remove(part) }
  }

  private func nextPart() -> String {
    state.withLock { state in
      state.partsMade += 1
      return "\(folder.building.path)/part-\(state.partsMade)"
    }
  }

  /// Publishes everything written and removes the given works; readers see all of it or nothing.
  ///
  /// - Parameters:
  ///   - removed: The ids of works to remove, including those written again.
  ///   - catalogued: Names that the catalogue says are of one person; `nil` for those of the index.
  /// - Returns: The new revision; `nil` if there was nothing to change.
  /// - Throws: `.storage` or `.corrupt`; the index is then unchanged.
  package func publish(
    removing removed: [String], catalogued: [[String]]? = nil
  ) throws(IndexError) -> String? {
    let removed = Set(removed).filter { works[$0] != nil }.sorted()
    let (documents, hasParts, newWorks, newDetails) = state.withLock { state in
      (state.documents, state.partsMade > 0, state.works, state.details)
    }
    let kept = try KeptDetails(in: generation.map(folder.generation), new: newDetails)
    let catalogued = catalogued ?? kept.catalogued
    guard
      documents > 0 || !newWorks.isEmpty || !removed.isEmpty
        || generation != nil && catalogued != kept.catalogued
    else { return nil }
    let held = heldWorks(without: removed, and: newWorks)
    var base: (folder: GenerationFolder, contents: GenerationContents)?
    // If every work is written again, the old generation is not needed.
    if let generation, documents == 0 || removed.count < works.count || works.isEmpty {
      base = try wholeGeneration(generation)
    }
    let next = GenerationFolder(path: folder.building.path + "/next")
    let publication = Publication(folder: folder, access: access)
    if let base, !hasParts, base.contents.size <= Self.mostGrowth * base.contents.compactedSize {
      let sums = try amend(base.folder, base.contents.sums, into: next, removing: removed)
      try WorksFile.write(held, catalogued: catalogued, in: next.path, details: kept.details)
      try publication.prove(next, holds: sums, compactedSize: base.contents.compactedSize)
    } else {
      let sums = try merge(base?.folder, base?.contents.sums, into: next, removing: removed)
      try WorksFile.write(held, catalogued: catalogued, in: next.path, details: kept.details)
      try publication.prove(next, holds: sums, compactedSize: nil)
    }
    try publication.publish(next, after: published)
    folder.building.remove()
    return try LocalSnapshot(folder).revision
  }

  /// The works of the new generation.
  private func heldWorks(without removed: [String], and added: [Work]) -> [Work] {
    var held = generation == nil ? [:] : works
    for id in removed { held[id] = nil }
    for work in added { held[work.id] = work }
    return Array(held.values)
  }

  /// A generation whose every byte has been checked, so that damage is not passed on.
  private func wholeGeneration(
    _ number: Int
  ) throws(IndexError) -> (GenerationFolder, GenerationContents) {
    let generation = folder.generationFolder(number)
    if let damage = try Checksums.damage(in: generation.path).first {
      throw GenerationFolder.damaged(damage + " Nothing has been changed.")
    }
    guard let contents = try generation.contents() else {
      throw GenerationFolder.damaged(
        "The file \(generation.path)/\(GenerationContents.fileName) is missing.")
    }
    return (generation, contents)
  }

  /// Applies a change as one transaction to a copy of a generation.
  ///
  /// - Returns: The expected contents of the copy.
  private func amend(
    _ base: GenerationFolder, _ sums: IndexSums, into copy: GenerationFolder,
    removing removed: [String]
  ) throws(IndexError) -> IndexSums {
    try base.copy(to: copy)
    let batches = state.withLock { state in
      defer { state = State() }
      return state.pending
    }
    var sums = sums
    let writer = try WriterHandle(path: copy.path)
    try writer.delete(
      documentsWithTerms: removed.map { Schema.work.prefix + $0 }, from: &sums)
    for batch in batches { try writer.add(batch, to: &sums) }
    try writer.commit()
    return sums
  }

  /// Merges a generation, if any, and the parts into a new database.
  ///
  /// - Returns: The expected contents of the database.
  private func merge(
    _ base: GenerationFolder?, _ baseSums: IndexSums?, into merged: GenerationFolder,
    removing removed: [String]
  ) throws(IndexError) -> IndexSums {
    let pending = state.withLock { state in
      defer { state.pending = [] }
      return state.pending
    }
    for batch in pending { try writePart(batch) }
    // An index may also have works without passages.
    if base == nil, state.withLock({ $0.parts.isEmpty && $0.mergedParts.isEmpty }) {
      try writePart(Batch(vocabulary: vocabulary))
    }
    let (parts, partSums) = state.withLock { state in
      defer { state = State() }
      return (state.mergedParts + state.parts, state.sums)
    }
    guard let base, var sums = baseSums else {
      try Parts.merge(parts, into: merged.path)
      return partSums
    }
    var old = base
    if !removed.isEmpty {
      old = GenerationFolder(path: folder.building.path + "/old")
      sums = try amend(base, sums, into: old, removing: removed)
    }
    try Parts.merge([old.path] + parts, into: merged.path)
    sums.add(partSums)
    return sums
  }
}
