// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CArchive
import Glibc
import TextFolding

/// Reads the entries of a compressed file or archive, in order (libarchive).
///
/// Limits apply because a small file can expand to any size; reading stops when one is exceeded.
final class ArchiveReader {
  /// Output up to this many bytes is accepted at any expansion ratio.
  private static let alwaysAllowed = 64 << 20
  /// Maximum expansion ratio; text shrinks to about a tenth of its size, hardly any further.
  private static let maximumExpansion = 250
  /// Maximum number of entries in an archive.
  private static let maximumEntries = 500_000

  private let archive: OpaquePointer
  private let bytes: [UInt8]
  private var entries = 0
  private var total = 0
  private var block = [UInt8](repeating: 0, count: 256 << 10)
  /// Reason for which reading stopped; `nil` if there was no problem.
  private(set) var failure: String?

  /// Opens a file; `nil` if it is neither compressed nor an archive.
  init?(_ bytes: [UInt8]) {
    guard Self.isPacked(bytes), let archive = archive_read_new() else { return nil }
    self.bytes = bytes
    self.archive = archive
    // Formats are enabled one by one: libarchive's “all” runs external programs for the others.
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_lzma(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_lz4(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_7zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    let status = self.bytes.withUnsafeBytes {
      archive_read_open_memory(archive, $0.baseAddress, $0.count)
    }
    if status != ARCHIVE_OK { fail() }
  }

  deinit { archive_read_free(archive) }

  /// Whether the bytes begin like a compressed file or archive.
  static func isPacked(_ bytes: [UInt8]) -> Bool {
    Packing.all.contains { bytes.starts(with: $0.signature) }
  }

  /// The name of the next file; `nil` after the last or after a failure.
  ///
  /// A file that is merely compressed has a single entry without a name.
  func nextEntry() -> (name: String?, isEncrypted: Bool)? {
    while failure == nil {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return nil }
      guard status >= ARCHIVE_WARN, let entry else {
        fail()
        return nil
      }
      entries += 1
      guard entries <= Self.maximumEntries else {
        failure = "it has more than \(Self.maximumEntries) files"
        return nil
      }
      guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
      let isRaw = archive_format(archive) == ARCHIVE_FORMAT_RAW
      let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      return (
        isRaw
          ? nil
          : name.map { EscapedName.text(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
            ?? "entry-\(entries)",
        archive_entry_is_encrypted(entry) != 0
      )
    }
    return nil
  }

  /// Appends the next bytes of the entry to a buffer.
  ///
  /// - Returns: False at the end of the entry or after a failure.
  func read(into buffer: inout [UInt8]) -> Bool {
    guard failure == nil else { return false }
    let count = archive_read_data(archive, &block, block.count)
    if count < 0 {
      fail()
      return false
    }
    total += count
    if total > Self.alwaysAllowed, total / Self.maximumExpansion > bytes.count {
      failure = "it expands to more than \(Self.maximumExpansion) times its size"
      return false
    }
    buffer.append(contentsOf: block[..<count])
    return count > 0
  }

  private func fail() {
    failure = archive_error_string(archive).map { String(cString: $0) } ?? "it is damaged"
  }
}
