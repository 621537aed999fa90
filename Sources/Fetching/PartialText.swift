// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
import FoundationEssentials

/// The part of a text that arrived before the connection broke, with the validator of its version.
struct PartialText: Sendable {
  private let path: String

  init(url: String, folder: String) {
    let hash = Array(url.utf8).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    path = "\(folder)/.\(String(hash, radix: 16)).part"
  }

  /// The number of bytes and their validator; `nil` if nothing is kept.
  var state: (size: Int, validator: String)? {
    guard let validator = FileManager.default.contents(atPath: "\(path).tag"),
      let data = FileManager.default.contents(atPath: path), !data.isEmpty
    else { return nil }
    return (data.count, String(decoding: validator, as: UTF8.self))
  }

  /// The bytes that are kept.
  var bytes: [UInt8] { FileManager.default.contents(atPath: path).map { Array($0) } ?? [] }

  /// Keeps bytes for the next run; if they cannot be written, that starts from the beginning.
  func keep(_ bytes: [UInt8], validator: String) {
    guard !bytes.isEmpty else { return }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
      try Data(validator.utf8).write(to: URL(filePath: "\(path).tag"), options: .atomic)
    } catch {
      remove()
    }
  }

  /// Deletes what is kept.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: "\(path).tag")
  }
}
