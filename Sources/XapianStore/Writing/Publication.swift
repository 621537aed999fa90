// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Glibc

/// Proves a database that has been built, and makes it the index.
struct Publication {
  let folder: IndexFolder
  let access: IndexAccess

  /// Proves that a database holds what it should, and that the disk has it.
  ///
  /// Every file is synced here, whatever libxapian did: its compaction does not look at what syncing
  /// returns. Then the files are dropped from memory and read back, so that what is counted and what
  /// the checksums cover is what the disk gives.
  ///
  /// - Parameters:
  ///   - expected: What it should hold.
  ///   - compactedSize: The bytes of its tables when they were last compacted; `nil` if that is now.
  /// - Throws: `.storage` if it holds anything else; nothing has been published then.
  func prove(
    _ database: GenerationFolder, holds expected: IndexSums, compactedSize: Int?
  ) throws(IndexError) {
    let files = try database.files()
    for name in files { try FileCalls.sync("\(database.path)/\(name)") }
    let written = try Checksums.compute(files, in: database.path)
    for name in files { dropFromMemory("\(database.path)/\(name)") }
    let found = try IndexSums.count(database.path)
    let differences = expected.differences(from: found)
    guard differences.isEmpty else {
      throw IndexError(
        .storage,
        "The new index is not what was written to it: \(differences.joined(separator: ", ")) differ "
          + "(documents: \(found["documents"]) of \(expected["documents"]); lists of positions: "
          + "\(found["positions"]) of \(expected["positions"])). It is not published; the index is "
          + "as it was.",
        hint: "Try again; if it happens again, look at the disk, and at the limit of open files."
      )
    }
    guard try Checksums.compute(files, in: database.path) == written else {
      throw IndexError(
        .storage,
        "The disk does not give back what was written to \(database.path). It is not published; the "
          + "index is as it was.", hint: "Look at the disk.")
    }
    try seal(database, written, expected, compactedSize: compactedSize)
  }

  /// Writes down what was proven, beside the tables, and gives all of it its permissions.
  private func seal(
    _ database: GenerationFolder, _ checksums: Checksums, _ sums: IndexSums, compactedSize: Int?
  ) throws(IndexError) {
    let sizes = try database.sizes()
    let contents = GenerationContents(
      sums: sums, compactedSize: compactedSize ?? sizes.values.reduce(0, +), sizes: sizes)
    try FileCalls.write(
      contents.text, to: "\(database.path)/\(GenerationContents.fileName)", access)
    var checksums = checksums
    checksums.byName.merge(
      try Checksums.compute([GenerationContents.fileName], in: database.path).byName
    ) { $1 }
    try FileCalls.write(checksums.text, to: "\(database.path)/\(Checksums.fileName)", access)
    for name in try FileCalls.names(in: database.path) ?? [] {
      try give("\(database.path)/\(name)", isFolder: false)
    }
    try give(database.path, isFolder: true)
    try FileCalls.sync(database.path)
  }

  /// Puts a proven database in its place and names it in the stub.
  ///
  /// - Parameter previous: The generation that has been published so far, which becomes the spare.
  func publish(_ database: GenerationFolder, after previous: Int?) throws(IndexError) {
    let number = try folder.nextGeneration(after: previous)
    let place = folder.generation(number)
    guard rename(database.path, place) == 0 else {
      throw FileCalls.failure("rename \(database.path) to \(place)")
    }
    let stub = StubFile(generation: number, previous: previous)
    try folder.publish(stub, access)
    folder.removeOldGenerations(stub)
  }

  private func give(_ path: String, isFolder: Bool) throws(IndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileCalls.failure("open \(path)") }
    defer { close(descriptor) }
    try access.give(to: descriptor, path, isFolder: isFolder)
    guard fsync(descriptor) == 0 else { throw FileCalls.failure("sync \(path)") }
  }

  /// Lets the system forget what it keeps of a file; where it does not, nothing is lost.
  private func dropFromMemory(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    close(descriptor)
  }
}
