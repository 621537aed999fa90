// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import IndexSchema

/// The folder of an index, and the names in it.
///
/// ```
/// XAPIANDB            stub file: says which generation is the index (any Xapian tool opens the
/// folder)
/// generation-000012/  the database, its proven contents and its checksums; never changed
/// generation-000011/  the previous one, a spare (`pamphlet rollback`)
/// building/           parts of the next generation; removed by the next writer
/// lock                held by the only writer
/// report.json         what could not be read, and what is watched (`IndexReport`)
/// ```
///
/// A new generation is published by renaming a new stub over the old one. The file system does this
/// atomically: readers see all of a change or nothing, and a process killed at any moment leaves
/// either the old or the new index. Only a missing stub (ENOENT) means that there is no index; any
/// other failure to read it is an error, and nothing is removed after an error.
struct IndexFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The stub file.
  var stub: String { path + "/XAPIANDB" }
  /// The lock file.
  var lock: String { path + "/lock" }
  /// The folder for unfinished work.
  var building: BuildingFolder { BuildingFolder(path: path + "/building") }

  /// The path of a generation.
  func generation(_ number: Int) -> String { "\(path)/\(GenerationName.name(number))" }

  /// The folder of a generation.
  func generationFolder(_ number: Int) -> GenerationFolder {
    GenerationFolder(path: generation(number))
  }

  /// The parsed stub; `nil` only if there is no stub.
  ///
  /// - Throws: `.storage` if it cannot be read, `.corrupt` if it is damaged or not ours.
  func readStub() throws(IndexError) -> StubFile? {
    guard let text = try FileCalls.read(stub, limit: StubFile.limit) else { return nil }
    if let stub = StubFile(text) { return stub }
    throw IndexError(
      .corrupt,
      "The file \(stub) is damaged or does not name a generation of an index.",
      remedy: .recover
    )
  }

  /// The number of the published generation; `nil` if the folder contains no index.
  func publishedGeneration() throws(IndexError) -> Int? {
    if let stub = try readStub() { return stub.generation }
    if let newest = try generations().last {
      throw IndexError(
        .corrupt,
        "The file \(stub), which names the published generation, is missing; the folder contains "
          + "\(GenerationName.name(newest)).",
        remedy: .recover
      )
    }
    return nil
  }

  /// The numbers of all folders named like a generation, ascending.
  func generations() throws(IndexError) -> [Int] {
    (try FileCalls.names(in: path) ?? []).compactMap { GenerationName.number($0) }.sorted()
  }

  /// The size of a generation on disk, in bytes.
  func byteCount(ofGeneration number: Int) throws(IndexError) -> Int {
    try generationFolder(number).sizes().values.reduce(0, +)
  }

  /// The number of the next generation: higher than all existing ones, published or not.
  func nextGeneration(after published: Int?) throws(IndexError) -> Int {
    let next = max(published ?? 0, try generations().last ?? 0) + 1
    guard next <= GenerationName.most else {
      throw IndexError(
        .storage, "\(path) cannot have a generation after number \(GenerationName.most).",
        hint: "Build the index in another folder.")
    }
    return next
  }

  /// Publishes a generation; its folder must be synced.
  ///
  /// The index folder is synced before and after the rename, so that after a power cut the stub
  /// never names a lost generation.
  func publish(_ stub: StubFile, _ access: IndexAccess) throws(IndexError) {
    try FileCalls.sync(path)
    let temporary = self.stub + ".new"
    try FileCalls.write(stub.text, to: temporary, access)
    guard rename(temporary, self.stub) == 0 else {
      throw FileCalls.failure("rename \(temporary) to \(self.stub)")
    }
    try FileCalls.sync(path)
  }

  /// Removes all generations older than the published one except its spare.
  ///
  /// Called after a publication; what cannot be removed now is removed after a later one. Folders
  /// that contain anything but files of a generation are kept.
  func removeOldGenerations(_ stub: StubFile) {
    guard let published = stub.generation, let numbers = try? generations() else { return }
    for number in numbers where number < published && number != stub.previous {
      let folder = generationFolder(number)
      guard let isOurs = try? folder.isOurs(), isOurs else { continue }
      FolderRemoval.remove(folder.path)
    }
  }
}
