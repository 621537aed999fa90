// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Extraction
import FetchedTexts

extension FolderFacts {
  /// How much of a page is read to compare it with others in its folder, in bytes.
  private static let headSize = 4_096
  /// How many pages of a folder are compared.
  private static let sampleSize = 200

  /// Facts gathered from the pages of each folder, keyed by the folder's path.
  static func facts(of files: [FoundFile]) -> [Substring: FolderFacts] {
    let suffixes = Format.html.suffixes.map { ".\($0)" }
    let pages = files.filter { file in
      let name = file.name.lowercased()
      return suffixes.contains { name.hasSuffix($0) }
    }
    var facts: [Substring: FolderFacts] = [:]
    for (folder, pages) in Dictionary(grouping: pages, by: \.folder) where pages.count >= 3 {
      let isIndex = { (file: FoundFile) in
        file.name.lowercased().split(separator: "/").last?.hasPrefix("index.") == true
      }
      let sample = pages.filter(isIndex) + pages.filter { !isIndex($0) }.prefix(sampleSize)
      facts[folder] = folderFacts(
        of: sample.compactMap { page in
          guard case .success(let head) = FileBytes.read(page, head: headSize) else { return nil }
          return (name: String(page.name.split(separator: "/").last ?? ""), head: head)
        }
      )
    }
    for folder in Set(files.map(\.folder)) {
      let addresses = FetchRecords(folder: String(folder)).addresses
      if !addresses.isEmpty { facts[folder, default: FolderFacts()].addresses = addresses }
    }
    for file in files where file.path.hasSuffix(ArchiveMetadata.suffix) {
      guard file.size <= largestStatement, case .success(let bytes) = FileBytes.read(file),
        let stated = ArchiveMetadata.metadata(bytes)
      else { continue }
      let last = file.path.split(separator: "/").last ?? ""
      let name = String(last.dropLast(ArchiveMetadata.suffix.count))
      facts[file.folder, default: FolderFacts()].scans[name] = stated
    }
    return facts
  }

  /// Largest size of a file that states facts of a scan, in bytes.
  private static let largestStatement = 1 << 20
}
