// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
package import Corpus
import FoundationEssentials
import Synchronization

/// The one writer of an index: gathers documents from many threads and publishes them at once.
///
/// What is written is in parts of a few hundred passages each, made by the threads that bring them
/// and merged at the end by one compaction: no B-tree grows past the caches, memory is bounded by
/// the parts in flight, and nothing is visible before `publish`. A small change goes into a copy of
/// the published generation as one Xapian transaction instead. Either way the outcome is proven
/// (`Publication`) before it is published, and the generation before it is not touched.
package final class IndexWriter: Sendable {
  /// Up to how many bytes a change is small.
  private static let smallChange = 4 << 20
  /// How many times the size that they had when they were compacted tables may grow by small changes.
  private static let mostGrowth = 2
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
    /// What the parts hold.
    var sums = IndexSums()
    var documents = 0
    /// The works that are new or written again.
    var works: [Work] = []
  }

  private let folder: IndexFolder
  private let lock: WriterLock
  private let access: IndexAccess
  /// The generation that is the index.
  private let published: Int?
  /// The generation that the next one is made from; `nil` if it is made from nothing.
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
  ///   - access: Who may read the index; `nil` for those who may now.
  /// - Throws: `IndexError`: `.locked`, `.incompatible`, `.corrupt` or `.storage`; what the folder
  ///   holds is as it was then.
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

  /// Whether what is published replaces an index that is there, instead of adding to it.
  package var isReplacing: Bool { generation == nil && published != nil }

  /// The works that were read from a file.
  package func works(atPath path: String) -> [Work] { byPath[path] ?? [] }

  /// The passages of a work as the index has them, in reading order.
  package func passages(ofWork id: String) throws(IndexError) -> [Passage] {
    guard let work = works[id] else { return [] }
    return try LocalSnapshot(folder).passages(ofWork: id, ordinals: 0..<work.passageCount)
  }

  /// Takes over passages and works; may be called from any thread.
  package func write(_ batch: Batch, _ newWorks: [Work]) throws(IndexError) {
    state.withLock { $0.works += newWorks }
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

  /// Publishes everything written, without the works named; readers see all of it or nothing.
  ///
  /// - Parameter removed: The ids of works to take out; those written again must be among them.
  /// - Returns: The new revision; `nil` if there was nothing to change.
  /// - Throws: `.storage` or `.corrupt`; the index is as it was then.
  package func publish(removing removed: [String]) throws(IndexError) -> String? {
    let removed = Set(removed).filter { works[$0] != nil }.sorted()
    let (documents, hasParts, newWorks) = state.withLock { state in
      (state.documents, state.partsMade > 0, state.works)
    }
    guard documents > 0 || !newWorks.isEmpty || !removed.isEmpty else { return nil }
    let held = heldWorks(without: removed, and: newWorks)
    var base: (folder: GenerationFolder, contents: GenerationContents)?
    // Where everything is written again, nothing of the old generation is needed.
    if let generation, documents == 0 || removed.count < works.count || works.isEmpty {
      base = try wholeGeneration(generation)
    }
    let next = GenerationFolder(path: folder.building.path + "/next")
    let publication = Publication(folder: folder, access: access)
    if let base, !hasParts, base.contents.size <= Self.mostGrowth * base.contents.compactedSize {
      let sums = try amend(base.folder, base.contents.sums, into: next, removing: removed)
      try WorksFile.write(held, in: next.path)
      try publication.prove(next, holds: sums, compactedSize: base.contents.compactedSize)
    } else {
      let sums = try merge(base?.folder, base?.contents.sums, into: next, removing: removed)
      try WorksFile.write(held, in: next.path)
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

  /// A generation, after a look at every byte of it: damage must not be handed on.
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

  /// Makes a change as one transaction in a copy of a generation.
  ///
  /// - Returns: What the copy should hold then.
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

  /// Merges a generation, if there is one, and the parts into a new database.
  ///
  /// - Returns: What it should hold.
  private func merge(
    _ base: GenerationFolder?, _ baseSums: IndexSums?, into merged: GenerationFolder,
    removing removed: [String]
  ) throws(IndexError) -> IndexSums {
    let pending = state.withLock { state in
      defer { state.pending = [] }
      return state.pending
    }
    for batch in pending { try writePart(batch) }
    // Works without a passage make an index too.
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
