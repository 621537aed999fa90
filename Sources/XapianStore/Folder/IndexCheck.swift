// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
package import IndexSchema

/// Checks the files and tables of an index; checking their contents is up to the target that wrote
/// them.
package enum IndexCheck {
  /// What is damaged in the published generation according to its checksums; empty if nothing is.
  ///
  /// Read-only, and without libxapian, which may crash on damaged tables.
  ///
  /// - Complexity: Reads every byte of the index once.
  package static func damage(inIndexAt path: String) throws(IndexError) -> [String] {
    try Checksums.damage(in: published(inIndexAt: path).path)
  }

  /// Whether the published generation is of a version that had neither checksums nor a file of works.
  package static func predatesChecksums(indexAt path: String) throws(IndexError) -> Bool {
    let folder = try published(inIndexAt: path).path
    for name in [Checksums.fileName, WorksFile.name] {
      if try FileCalls.status("\(folder)/\(name)") != nil { return false }
    }
    return true
  }

  /// The size of the published generation, in bytes.
  package static func size(ofIndexAt path: String) throws(IndexError) -> Int {
    try published(inIndexAt: path).sizes().values.reduce(0, +)
  }

  /// Reads every block of every table of the published generation, and compares the sums of its
  /// contents.
  ///
  /// libxapian may crash on a damaged index: call it in a process where that is harmless.
  ///
  /// - Returns: The faults; empty if there are none.
  package static func faults(inIndexAt path: String) throws(IndexError) -> [String] {
    let generation = try published(inIndexAt: path)
    var faults: [String] = []
    if access(generation.path + "/docdata.glass", W_OK) == 0 {
      let (count, report) = try Parts.check(generation.path)
      if count != 0 { faults.append("The tables have \(count) faults: \(report)") }
    } else {
      try Parts.readAll(generation.path)
    }
    guard let contents = try generation.contents() else { return faults }
    let found = try IndexSums.count(generation.path)
    let differences = contents.sums.differences(from: found)
    if !differences.isEmpty {
      faults.append(
        "The tables differ from what was published in: \(differences.joined(separator: ", ")).")
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
