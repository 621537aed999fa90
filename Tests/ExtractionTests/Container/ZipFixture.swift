// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CZip
import FoundationEssentials
import Glibc
import Testing

/// Zip archives for tests.
enum ZipFixture {
  /// A zip archive of files, made by libzip.
  static func archive(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.path + "/pamphlet-\(UUID().uuidString).zip"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var error: Int32 = 0
    let zip = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error))
    for (name, text) in files {
      let bytes = Array(text.utf8)
      let copy = UnsafeMutableRawPointer(malloc(max(bytes.count, 1)))
      copy?.copyMemory(from: bytes, byteCount: bytes.count)
      let source = zip_source_buffer(zip, copy, UInt64(bytes.count), 1)
      zip_file_add(zip, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    }
    try #require(zip_close(zip) == 0)
    return Array(FileManager.default.contents(atPath: path) ?? Data())
  }
}
