// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CArchive

/// Reads what is packed in a compressed file or an archive, one entry after another (libarchive).
///
/// Bounded, for a small file can promise any size: what expands too far is given up.
final class ArchiveReader {
  /// Below so many bytes any ratio is believed.
  private static let leastSuspect = 64 << 20
  /// How many times its size a file of texts may become; text shrinks to a tenth, not further.
  private static let mostExpansion = 250
  /// The most entries of one archive.
  private static let mostEntries = 500_000

  private let archive: OpaquePointer
  private let bytes: [UInt8]
  private var entries = 0
  private var total = 0
  private var block = [UInt8](repeating: 0, count: 256 << 10)
  /// What went wrong; nothing more is read then.
  private(set) var failure: String?

  /// Opens a file; `nil` if it is neither compressed nor an archive.
  init?(_ bytes: [UInt8]) {
    guard Self.isPacked(bytes), let archive = archive_read_new() else { return nil }
    self.bytes = bytes
    self.archive = archive
    // Each by name: libarchive's “all” would call programs for the formats that it cannot read.
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

  /// Whether bytes begin as a compressed file or an archive does.
  static func isPacked(_ bytes: [UInt8]) -> Bool {
    Packing.all.contains { bytes.starts(with: $0.signature) }
  }

  /// The name of the next file; `nil` behind the last, or if something went wrong.
  ///
  /// A file that is only compressed has one entry, without a name.
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
      guard entries <= Self.mostEntries else {
        failure = "it has more than \(Self.mostEntries) files"
        return nil
      }
      guard archive_entry_filetype(entry) & 0o170000 == 0o100000 else { continue }
      let isRaw = archive_format(archive) == ARCHIVE_FORMAT_RAW
      let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      return (
        isRaw ? nil : name.map { String(cString: $0) } ?? "entry-\(entries)",
        archive_entry_is_encrypted(entry) != 0
      )
    }
    return nil
  }

  /// Adds the next bytes of the entry to a buffer.
  ///
  /// - Returns: `false` at its end, or if something went wrong.
  func read(into buffer: inout [UInt8]) -> Bool {
    guard failure == nil else { return false }
    let count = archive_read_data(archive, &block, block.count)
    if count < 0 {
      fail()
      return false
    }
    total += count
    if total > Self.leastSuspect, total / Self.mostExpansion > bytes.count {
      failure = "it expands to more than \(Self.mostExpansion) times its size"
      return false
    }
    buffer.append(contentsOf: block[..<count])
    return count > 0
  }

  private func fail() {
    failure = archive_error_string(archive).map { String(cString: $0) } ?? "it is damaged"
  }
}
