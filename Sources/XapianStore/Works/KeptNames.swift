// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import People

/// The names in the works of a new generation: those of new works, and those of the old generation.
struct KeptNames {
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

  /// The stored form of the names in a work.
  func names(_ work: Work) throws(IndexError) -> [UInt8] {
    if let names = new[work.id] { return names }
    return try old?.names(inWork: work.id) ?? WorkNames(of: work).stored
  }
}
