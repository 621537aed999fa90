// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

/// An index in a local folder.
package final class LocalStore: PassageStore {
  private static let attempts = 3

  private let folder: IndexFolder
  private var snapshot: LocalSnapshot

  /// Opens the index in a folder.
  ///
  /// - Throws: `IndexError`: `.notFound`, `.incompatible`, `.corrupt` or `.storage`.
  package init(path: String) throws(IndexError) {
    folder = IndexFolder(path: path)
    snapshot = try Self.open(folder)
  }

  package func newest() throws(IndexError) -> any StoreSnapshot {
    if try folder.publishedGeneration() != snapshot.generation {
      snapshot = try Self.open(folder)
    }
    return snapshot
  }

  package func reopened() throws(IndexError) -> any StoreSnapshot {
    snapshot = try Self.open(folder)
    return snapshot
  }

  /// Opens the published generation, and retries if it is replaced between reading the stub and
  /// opening.
  private static func open(_ folder: IndexFolder) throws(IndexError) -> LocalSnapshot {
    for _ in 1..<attempts {
      let generation = try folder.publishedGeneration()
      do throws(IndexError) {
        return try LocalSnapshot(folder)
      } catch  where error.code != .incompatible {
        guard try folder.publishedGeneration() != generation else { throw error }
      }
    }
    return try LocalSnapshot(folder)
  }
}
