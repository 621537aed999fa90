// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// What is known of a text that was fetched.
package struct FetchRecord: Codable, Sendable, Hashable {
  /// The address that was asked for.
  package var url: String
  /// The address from which it came, after redirections.
  package var final: String
  /// The name of the file, in the folder of texts.
  package var file: String
  /// The type that the host named.
  package var type: String?
  /// The tag by which the host knows this state of it.
  package var etag: String?
  /// The date of this state, as the host writes it.
  package var lastModified: String?
  /// How many bytes.
  package var size: Int
  /// The hash of the bytes (XXH3, 128 bits, hexadecimal).
  package var hash: String
  /// When it was fetched, in seconds since 1970.
  package var time: Int
}

/// The records of a folder of texts: `fetched.json` in it.
package struct FetchRecords: Sendable {
  private static let name = "fetched.json"
  private let path: String
  private(set) var byURL: [String: FetchRecord] = [:]

  /// Reads the records of a folder; what is damaged counts as not fetched.
  package init(folder: String) {
    path = "\(folder)/\(Self.name)"
    guard let data = FileManager.default.contents(atPath: path),
      let list = try? JSONDecoder().decode([FetchRecord].self, from: data)
    else { return }
    byURL = Dictionary(list.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
  }

  /// The record of an address.
  package subscript(url: String) -> FetchRecord? { byURL[url] }

  /// Adds a record, and writes all.
  mutating func add(_ record: FetchRecord) throws {
    byURL[record.url] = record
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let list = byURL.values.sorted { $0.url < $1.url }
    try encoder.encode(list).write(to: URL(filePath: path), options: .atomic)
  }

  /// Whether another address has a file of a name.
  func hasFile(_ name: String, besides url: String) -> Bool {
    byURL.values.contains { $0.file == name && $0.url != url }
  }
}
