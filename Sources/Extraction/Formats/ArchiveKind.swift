// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What format of documents a zip archive is of, by the names of its members.
enum ArchiveKind: Sendable {
  case book, word, openDocument

  private static let archive: [UInt8] = [0x50, 0x4B, 3, 4]
  /// Where the name of the first member begins (APPNOTE.TXT, 4.3.7).
  private static let firstName = 30
  /// Bytes at the end that list the members.
  private static let directorySize = 1 << 16

  /// The format; `nil` if the bytes are no archive or one of anything else.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.archive) else { return nil }
    // The first member names the media type, uncompressed (EPUB 3.3, 4.3.3; ODF 1.3-2, 3.3).
    let head = bytes.dropFirst(Self.firstName)
    let mark = "mimetype"
    if head.starts(with: mark.utf8) {
      let type = String(decoding: head.dropFirst(mark.utf8.count).prefix(80), as: UTF8.self)
      if type.contains("application/epub+zip") {
        self = .book
        return
      }
      if type.contains("application/vnd.oasis.opendocument.text") {
        self = .openDocument
        return
      }
    }
    let names = String(decoding: bytes.suffix(Self.directorySize), as: UTF8.self)
    if names.contains("[Content_Types].xml"), names.contains("word/") {
      self = .word
    } else if names.contains("META-INF/container.xml") {
      self = .book
    } else {
      return nil
    }
  }
}
