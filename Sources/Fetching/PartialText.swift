// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXXHash
import FoundationEssentials

/// What of a text came before the connection broke, with the tag of the state that it is of.
struct PartialText: Sendable {
  private let path: String

  init(url: String, folder: String) {
    let hash = Array(url.utf8).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    path = "\(folder)/.\(String(hash, radix: 16)).part"
  }

  /// How many bytes there are, and of which state; `nil` if there are none.
  var state: (size: Int, validator: String)? {
    guard let validator = FileManager.default.contents(atPath: "\(path).tag"),
      let data = FileManager.default.contents(atPath: path), !data.isEmpty
    else { return nil }
    return (data.count, String(decoding: validator, as: UTF8.self))
  }

  /// The bytes.
  var bytes: [UInt8] { FileManager.default.contents(atPath: path).map { Array($0) } ?? [] }

  /// Keeps bytes for the next time; if that fails, it begins anew.
  func keep(_ bytes: [UInt8], validator: String) {
    guard !bytes.isEmpty else { return }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
      try Data(validator.utf8).write(to: URL(filePath: "\(path).tag"), options: .atomic)
    } catch {
      remove()
    }
  }

  /// Forgets them.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: "\(path).tag")
  }
}
