// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CZip

/// Writes parts into a zip archive in memory (libzip), always with the same bytes.
enum ZipPackage {
  /// The beginning of MS-DOS dates, 1 January 1980 (APPNOTE.TXT, 4.4.6), for all parts.
  private static let date: UInt16 = 1 << 5 | 1

  /// The archive; `nil` if memory is exhausted.
  static func bytes(of parts: [(name: String, text: String)]) -> [UInt8]? {
    // libzip reads the parts when it closes the archive.
    let contents = parts.map { part in
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.text.utf8.count)
      _ = buffer.initialize(from: part.text.utf8)
      return buffer
    }
    defer { for buffer in contents { buffer.deallocate() } }
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    defer { zip_source_free(target) }
    // Closing the archive would free the source that it was written to.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
      zip_source_free(target)
      return nil
    }
    for (part, content) in zip(parts, contents) {
      guard add(content, as: part.name, to: archive) else {
        zip_discard(archive)
        return nil
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      return nil
    }
    return read(target)
  }

  private static func add(
    _ content: UnsafeMutableBufferPointer<UInt8>, as name: String, to archive: OpaquePointer
  ) -> Bool {
    guard let source = zip_source_buffer(archive, content.baseAddress, UInt64(content.count), 0)
    else { return false }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_dostime(archive, UInt64(index), 0, date, 0) == 0
  }

  private static func read(_ source: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
    }
    return bytes.count == size ? bytes : nil
  }
}
