// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import Glibc

/// The folder of an index, and the names in it.
///
/// ```
/// XAPIANDB            stub file: says which generation is the index (any Xapian tool opens the folder)
/// generation-000012/  the database, what it holds and its checksums; never changed
/// generation-000011/  the one before, a spare (`pamphlet rollback`)
/// building/           parts of the next generation; swept away by the next writer
/// lock                held by the one writer
/// ```
///
/// A new generation is published by renaming a new stub over the old one, which the file system does
/// as a whole or not at all: a reader sees all of a change or nothing, and a process killed at any
/// moment leaves the old index or the new. Only a stub that is not there (ENOENT) means that there is
/// no index; every other failure to read it is an error, and after an error nothing is removed.
struct IndexFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The stub file.
  var stub: String { path + "/XAPIANDB" }
  /// The lock file.
  var lock: String { path + "/lock" }
  /// The folder of unfinished work.
  var building: BuildingFolder { BuildingFolder(path: path + "/building") }

  /// The path of a generation.
  func generation(_ number: Int) -> String { "\(path)/\(GenerationName.name(number))" }

  /// The folder of a generation.
  func generationFolder(_ number: Int) -> GenerationFolder {
    GenerationFolder(path: generation(number))
  }

  /// What the stub says; `nil` only if there is no stub.
  ///
  /// - Throws: `.storage` if it cannot be read, `.corrupt` if it is damaged or not one of ours.
  func readStub() throws(IndexError) -> StubFile? {
    guard let text = try FileCalls.read(stub, limit: StubFile.limit) else { return nil }
    if let stub = StubFile(text) { return stub }
    throw IndexError(
      .corrupt,
      "The file \(stub) does not name a generation of an index, or is damaged.",
      remedy: .recover
    )
  }

  /// The number of the published generation; `nil` if the folder holds no index.
  func publishedGeneration() throws(IndexError) -> Int? {
    if let stub = try readStub() { return stub.generation }
    if let newest = try generations().last {
      throw IndexError(
        .corrupt,
        "The file \(stub), which says which generation is the index, is missing; the folder holds "
          + "\(GenerationName.name(newest)).",
        remedy: .recover
      )
    }
    return nil
  }

  /// The numbers of the generations in the folder, ascending: of all that have such a name.
  func generations() throws(IndexError) -> [Int] {
    (try FileCalls.names(in: path) ?? []).compactMap { GenerationName.number($0) }.sorted()
  }

  /// The bytes that a generation takes on disk.
  func byteCount(ofGeneration number: Int) throws(IndexError) -> Int {
    try generationFolder(number).sizes().values.reduce(0, +)
  }

  /// The number of the next generation: above all that are there, published or not.
  func nextGeneration(after published: Int?) throws(IndexError) -> Int {
    let next = max(published ?? 0, try generations().last ?? 0) + 1
    guard next <= GenerationName.most else {
      throw IndexError(
        .storage, "There is no number for a generation after \(GenerationName.most) in \(path).",
        hint: "Build the index in another folder.")
    }
    return next
  }

  /// Makes a generation the index; its folder must be synced.
  ///
  /// The folder is synced before and after the rename, so that the stub never names what a power cut
  /// takes away.
  func publish(_ stub: StubFile, _ access: IndexAccess) throws(IndexError) {
    try FileCalls.sync(path)
    let temporary = self.stub + ".new"
    try FileCalls.write(stub.text, to: temporary, access)
    guard rename(temporary, self.stub) == 0 else {
      throw FileCalls.failure("rename \(temporary) to \(self.stub)")
    }
    try FileCalls.sync(path)
  }

  /// Removes the generations older than the published one and not its spare.
  ///
  /// Called after a publication; what cannot be removed now is removed after a later one. A folder
  /// that holds anything else than files of a generation stays.
  func removeOldGenerations(_ stub: StubFile) {
    guard let published = stub.generation, let numbers = try? generations() else { return }
    for number in numbers where number < published && number != stub.previous {
      let folder = generationFolder(number)
      guard let isOurs = try? folder.isOurs(), isOurs else { continue }
      FolderRemoval.remove(folder.path)
    }
  }
}
