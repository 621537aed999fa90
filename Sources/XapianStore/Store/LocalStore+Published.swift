// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
package import IndexSchema

extension LocalStore {
  /// The published generation of a folder; `nil` if there is none.
  package static func publishedGeneration(at path: String) throws(IndexError) -> Int? {
    try IndexFolder(path: path).publishedGeneration()
  }

  /// A value that changes when a file of the published generation does: its files' sizes, times and
  /// inode numbers.
  package static func fingerprint(at path: String) throws(IndexError) -> [String] {
    let folder = IndexFolder(path: path)
    guard let generation = try folder.publishedGeneration() else { return [] }
    let files = folder.generation(generation)
    var facts = [files]
    for name in try FileCalls.names(in: files) ?? [] {
      guard let status = try FileCalls.status("\(files)/\(name)") else { continue }
      let time = status.st_mtim
      facts.append("\(name) \(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)")
    }
    return facts
  }
}
