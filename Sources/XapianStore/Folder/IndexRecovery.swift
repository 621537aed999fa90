// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// Publishes a generation that is there already.
package enum IndexRecovery {
  /// What a recovery found and did.
  package struct Report: Sendable, Hashable {
    /// The name of the generation that is the index now.
    package var published: String
    /// Whether it was so before.
    package var wasPublished: Bool
    /// What is damaged in others, a sentence each.
    package var damage: [String]
  }

  /// Makes the generation that was published before the present one the index again.
  ///
  /// The present one is the spare then: to roll back twice changes nothing.
  ///
  /// - Returns: The names of the generation that is the index now, and of the one that was.
  /// - Throws: `.notFound` if there is no generation before, `.corrupt` if it is damaged, `.locked`,
  ///   `.storage`; the index is as it was then.
  package static func rollBack(
    indexAt path: String, lockTimeout: Double? = 0
  ) throws(IndexError) -> (now: String, before: String) {
    let folder = IndexFolder(path: path)
    guard try folder.publishedGeneration() != nil else { throw .noIndex(in: path) }
    let lock = try WriterLock(folder, timeout: lockTimeout)
    defer { withExtendedLifetime(lock) {} }
    guard let stub = try folder.readStub(), let published = stub.generation else {
      throw .noIndex(in: path)
    }
    guard let previous = stub.previous,
      try FileCalls.status(folder.generation(previous)) != nil
    else {
      throw IndexError(
        .notFound, "There is no generation before \(GenerationName.name(published)) in \(path).",
        hint: "It is kept from the second publication on.")
    }
    if let damage = try damage(previous, in: folder).first {
      throw GenerationFolder.damaged(damage + " It is not published.")
    }
    let access = try folder.access(told: nil, like: previous)
    try folder.publish(StubFile(generation: previous, previous: published), access)
    return (GenerationName.name(previous), GenerationName.name(published))
  }

  /// Publishes the newest generation that is whole, unless the published one is.
  ///
  /// - Throws: `.notFound` if no generation is whole, `.locked`, `.storage`; nothing is removed.
  package static func recover(
    indexAt path: String, lockTimeout: Double? = 0
  ) throws(IndexError) -> Report {
    let folder = IndexFolder(path: path)
    let generations = try folder.generations()
    guard !generations.isEmpty else { throw .noIndex(in: path) }
    let lock = try WriterLock(folder, timeout: lockTimeout)
    defer { withExtendedLifetime(lock) {} }
    var stub: StubFile?
    var damage: [String] = []
    do throws(IndexError) {
      stub = try folder.readStub()
      if stub == nil { damage.append("The file \(folder.stub) is missing.") }
    } catch  where error.code == .corrupt {
      damage.append(error.message)
    }
    let first = [stub?.generation, stub?.previous].compactMap(\.self)
    for number in first + generations.reversed().filter({ !first.contains($0) }) {
      let found = try self.damage(number, in: folder)
      damage += found
      guard found.isEmpty else { continue }
      let name = GenerationName.name(number)
      if number == stub?.generation {
        return Report(published: name, wasPublished: true, damage: damage)
      }
      let access = try folder.access(told: nil, like: number)
      try folder.publish(StubFile(generation: number), access)
      return Report(published: name, wasPublished: false, damage: damage)
    }
    throw IndexError(
      .notFound, "No generation in \(path) is whole. " + damage.joined(separator: " "),
      remedy: .rebuild)
  }

  /// What is wrong with a generation; empty if it can be published.
  private static func damage(
    _ number: Int, in folder: IndexFolder
  ) throws(IndexError) -> [String] {
    let generation = folder.generationFolder(number)
    guard try FileCalls.status(generation.path)?.isFolder == true else {
      return ["\(generation.path) is not there, or not a folder."]
    }
    let damage = try Checksums.damage(in: generation.path)
    guard damage.isEmpty else { return damage }
    do throws(IndexError) {
      _ = try generation.open()
      return []
    } catch  where error.code == .incompatible || error.code == .corrupt {
      return [error.message]
    }
  }
}

extension IndexError {
  /// There is no index in a folder.
  static func noIndex(in path: String) -> IndexError {
    IndexError(
      .notFound,
      "There is no index in \(path).",
      remedy: .makeIndex
    )
  }
}
