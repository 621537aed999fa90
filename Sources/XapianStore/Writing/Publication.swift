// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema

/// Proves a new database and publishes it.
struct Publication {
  let folder: IndexFolder
  let access: IndexAccess

  /// Proves that a database contains what it should and is stored on disk.
  ///
  /// Every file is synced here, whatever libxapian did, because its compaction ignores the results
  /// of syncing. Then the files are dropped from the page cache and read again, so that both the
  /// sums and the checksums cover what the disk returns.
  ///
  /// - Parameters:
  ///   - expected: The expected contents.
  ///   - compactedSize: The size of its tables after their last compaction, in bytes; `nil` if that
  ///     is now.
  /// - Throws: `.storage` if the contents differ; nothing has been published then.
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
        "The new index is not what was written to it; different: \(differences.joined(separator: ", ")) "
          + "(documents: \(found["documents"]) of \(expected["documents"]); lists of positions: "
          + "\(found["positions"]) of \(expected["positions"])). It is not published; the index is "
          + "unchanged.",
        hint: "Try again; if it happens again, check the disk and the limit on open files."
      )
    }
    guard try Checksums.compute(files, in: database.path) == written else {
      throw IndexError(
        .storage,
        "The disk does not return what was written to \(database.path). It is not published; the "
          + "index is unchanged.", hint: "Check the disk.")
    }
    try seal(database, written, expected, compactedSize: compactedSize)
  }

  /// Records what was proven beside the tables, and sets the permissions of all files.
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

  /// Moves a proven database to its place and names it in the stub.
  ///
  /// - Parameter previous: The generation published so far, which becomes the spare.
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

  /// Drops a file from the page cache, as far as the system allows; failure is harmless.
  private func dropFromMemory(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    close(descriptor)
  }
}
