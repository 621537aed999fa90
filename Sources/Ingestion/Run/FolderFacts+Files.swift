// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Extraction
import FoundationEssentials

extension FolderFacts {
  /// How much of a page is read to compare it with others in its folder, in bytes.
  private static let headSize = 4_096
  /// How many pages of a folder are compared.
  private static let sampleSize = 200

  /// Facts gathered from the pages of each folder, keyed by the folder's path.
  static func facts(of files: [FoundFile]) -> [Substring: FolderFacts] {
    let pages = files.filter { file in
      let name = file.name.lowercased()
      return name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
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
      let addresses = addresses(inFolder: folder)
      if !addresses.isEmpty { facts[folder, default: FolderFacts()].addresses = addresses }
    }
    return facts
  }

  /// A record of `fetched.json`, as written by `pamphlet fetch`.
  private struct Fetched: Decodable {
    var url: String
    var file: String
  }

  /// URLs of the files that were fetched into a folder, keyed by file name.
  private static func addresses(inFolder folder: Substring) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/fetched.json"),
      let records = try? JSONDecoder().decode([Fetched].self, from: data)
    else { return [:] }
    return Dictionary(records.map { ($0.file, $0.url) }, uniquingKeysWith: { first, _ in first })
  }
}
