// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CZip

/// Reads files in a zip archive (libzip), with limits since an archive can expand to any size.
final class ZipArchive {
  /// Maximum size in bytes of one file, and of all files together.
  private static let largestFile = 64 << 20
  private static let largestTotal = 512 << 20

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableRawPointer
  private var total = 0
  /// Names of the files, as stored.
  let names: ArchiveNames
  /// Maximum number of files whose names are considered.
  private static let mostFiles: Int64 = 100_000

  /// Opens an archive; `nil` if the data is not one.
  init?(_ data: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(data.count, 1), alignment: 1)
    copy.copyMemory(from: data, byteCount: data.count)
    bytes = copy
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(bytes, UInt64(data.count), 0, &error) else {
      bytes.deallocate()
      return nil
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      bytes.deallocate()
      return nil
    }
    archive = opened
    let count = max(0, min(zip_get_num_entries(opened, 0), Self.mostFiles))
    names = ArchiveNames(
      (0..<UInt64(count)).compactMap { zip_get_name(opened, $0, 0).map { String(cString: $0) } })
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Contents of a file; `nil` if it is missing, unreadable or too large.
  func read(_ name: String) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_stat(archive, name, 0, &status) == 0, status.size <= UInt64(Self.largestFile),
      total + Int(status.size) <= Self.largestTotal,
      let file = zip_fopen_index(archive, status.index, 0)
    else { return nil }
    defer { zip_fclose(file) }
    let size = Int(status.size)
    var isWhole = false
    let data = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
      count = 0
      while count < size {
        let read = zip_fread(file, buffer.baseAddress?.advanced(by: count), UInt64(size - count))
        if read <= 0 { break }
        count += Int(read)
      }
      isWhole = count == size
    }
    total += size
    return isWhole ? data : nil
  }
}
