// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// The texts that were fetched into a folder, as `fetched.json` in it lists them.
package struct FetchRecords: Sendable {
  private static let name = "fetched.json"

  private let path: String
  private var byURL: [String: FetchRecord] = [:]

  /// Reads the records of a folder; a missing or damaged file is an empty list.
  package init(folder: String) {
    path = "\(folder)/\(Self.name)"
    guard let data = FileManager.default.contents(atPath: path),
      let list = try? JSONDecoder().decode([FetchRecord].self, from: data)
    else { return }
    byURL = Dictionary(list.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
  }

  /// The record of an address.
  package subscript(url: String) -> FetchRecord? { byURL[url] }

  /// The address of each file.
  package var addresses: [String: String] {
    let records = byURL.values.sorted { $0.url < $1.url }
    return Dictionary(records.map { ($0.file, $0.url) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a record, and writes the file.
  package mutating func add(_ record: FetchRecord) throws {
    byURL[record.url] = record
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let list = byURL.values.sorted { $0.url < $1.url }
    try encoder.encode(list).write(to: URL(filePath: path), options: .atomic)
  }

  /// Whether another address has a file of this name.
  package func hasFile(_ name: String, besides url: String) -> Bool {
    byURL.values.contains { $0.file == name && $0.url != url }
  }
}
