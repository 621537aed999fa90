// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// Publishes an existing generation.
package enum IndexRecovery {
  /// The findings and actions of a recovery.
  package struct Report: Sendable, Hashable {
    /// The name of the generation published now.
    package var published: String
    /// Whether it was already published.
    package var wasPublished: Bool
    /// The damage of other generations, one sentence each.
    package var damage: [String]
  }

  /// Publishes the previous generation again.
  ///
  /// The current one becomes the spare, so rolling back twice changes nothing.
  ///
  /// - Returns: The names of the generations published now and before.
  /// - Throws: `.notFound` if there is no previous generation, `.corrupt` if it is damaged,
  ///   `.locked`, `.storage`; the index is then unchanged.
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
        hint: "A previous generation is kept from the second publication on.")
    }
    if let damage = try damage(previous, in: folder).first {
      throw GenerationFolder.damaged(damage + " It is not published.")
    }
    let access = try folder.access(told: nil, like: previous)
    try folder.publish(StubFile(generation: previous, previous: published), access)
    return (GenerationName.name(previous), GenerationName.name(published))
  }

  /// Publishes the newest undamaged generation, unless the published one is undamaged.
  ///
  /// - Throws: `.notFound` if every generation is damaged, `.locked`, `.storage`; nothing is removed.
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
      .notFound, "No generation in \(path) is undamaged. " + damage.joined(separator: " "),
      remedy: .rebuild)
  }

  /// The damage of a generation; empty if it can be published.
  private static func damage(
    _ number: Int, in folder: IndexFolder
  ) throws(IndexError) -> [String] {
    let generation = folder.generationFolder(number)
    guard try FileCalls.status(generation.path)?.isFolder == true else {
      return ["\(generation.path) is missing or not a folder."]
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
  /// The error for a folder without an index.
  static func noIndex(in path: String) -> IndexError {
    IndexError(
      .notFound,
      "There is no index in \(path).",
      remedy: .makeIndex
    )
  }
}
