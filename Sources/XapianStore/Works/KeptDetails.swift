// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import People

/// The details of the works of a new generation: those of new works, and those of the old
/// generation.
struct KeptDetails {
  private let old: WorksFile?
  private let new: [String: [UInt8]]
  /// Names that the catalogue said are of one person when the old generation was built.
  let catalogued: [[String]]

  /// - Parameter folder: The folder of the old generation; `nil` if there is none.
  init(in folder: String?, new: [String: [UInt8]]) throws(IndexError) {
    old = try folder.map { (folder) throws(IndexError) in try WorksFile(in: folder) }
    self.new = new
    catalogued = try old?.people().catalogued ?? []
  }

  /// The details of a work; it stays as old as it was.
  func details(_ work: Work) throws(IndexError) -> WorkDetails {
    guard let stored = new[work.id] else {
      return try old?.details(ofWork: work.id) ?? WorkDetails(of: work)
    }
    var details = try WorkDetails(bytes: stored)
    for id in [work.id] + work.formerIDs {
      guard let added = try old?.details(ofWork: id)?.added else { continue }
      details.added = min(details.added, added)
    }
    return details
  }
}
