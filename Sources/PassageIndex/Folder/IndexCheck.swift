// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Checks the tables of an index; what they hold is checked by who wrote it.
package enum IndexCheck {
  /// Reads every block of every table of the published generation.
  ///
  /// - Returns: What is wrong; empty if nothing is.
  package static func faults(inIndexAt path: String) throws(IndexError) -> [String] {
    let folder = IndexFolder(path: path)
    guard let generation = try folder.publishedGeneration() else {
      throw IndexError(
        .notFound,
        "There is no index in \(path).",
        hint: "Make one with `pamphlet index PATH...`, or name its folder with `--index`."
      )
    }
    let (faults, report) = try Parts.check(folder.generation(generation))
    return faults == 0 ? [] : ["\(faults) faults in the tables: \(report)"]
  }
}
