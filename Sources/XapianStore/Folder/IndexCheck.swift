// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import Glibc

/// Checks the files and the tables of an index; what they hold is checked by who wrote it.
package enum IndexCheck {
  /// What is damaged in the published generation, by the checksums of its files; empty if nothing is.
  ///
  /// Reads without libxapian, which may crash on damaged tables. Only reads.
  ///
  /// - Complexity: Reads every byte of the index once.
  package static func damage(inIndexAt path: String) throws(IndexError) -> [String] {
    try Checksums.damage(in: published(inIndexAt: path).path)
  }

  /// The bytes of the published generation.
  package static func size(ofIndexAt path: String) throws(IndexError) -> Int {
    try published(inIndexAt: path).sizes().values.reduce(0, +)
  }

  /// Reads every block of every table of the published generation, and counts what they hold.
  ///
  /// On a damaged index libxapian may crash: call it where that does no harm.
  ///
  /// - Returns: What is wrong; empty if nothing is.
  package static func faults(inIndexAt path: String) throws(IndexError) -> [String] {
    let generation = try published(inIndexAt: path)
    var faults: [String] = []
    if access(generation.path + "/docdata.glass", W_OK) == 0 {
      let (count, report) = try Parts.check(generation.path)
      if count != 0 { faults.append("\(count) faults in the tables: \(report)") }
    } else {
      try Parts.readAll(generation.path)
    }
    guard let contents = try generation.contents() else { return faults }
    let found = try IndexSums.count(generation.path)
    let differences = contents.sums.differences(from: found)
    if !differences.isEmpty {
      faults.append(
        "The tables do not hold what was published: \(differences.joined(separator: ", ")) differ.")
    }
    return faults
  }

  private static func published(
    inIndexAt path: String
  ) throws(IndexError) -> GenerationFolder {
    let folder = IndexFolder(path: path)
    guard let generation = try folder.publishedGeneration() else { throw .noIndex(in: path) }
    return folder.generationFolder(generation)
  }
}
