// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CArchive

/// The members of a zip archive, read by libarchive.
enum PlainArchive {
  /// Largest size of all members together, in bytes.
  private static let largest = 256 << 20
  private static let most = 20_000

  /// The members whose names are wanted, by name; `nil` if it is not an archive.
  static func members(
    of bytes: [UInt8], where isWanted: (String) -> Bool
  ) -> [String: [UInt8]]? {
    guard let archive = archive_read_new() else { return nil }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    return bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        return nil
      }
      var members: [String: [UInt8]] = [:]
      var room = largest
      var entry: OpaquePointer?
      for _ in 0..<most {
        guard archive_read_next_header(archive, &entry) >= ARCHIVE_WARN else { break }
        let path = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        guard let name = path.map({ String(cString: $0) }), isWanted(name) else { continue }
        members[name] = contents(archive, room: &room)
      }
      return members
    }
  }

  private static func contents(_ archive: OpaquePointer, room: inout Int) -> [UInt8] {
    var contents: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while room > 0 {
      let count = archive_read_data(archive, &block, min(block.count, room))
      guard count > 0 else { break }
      contents.append(contentsOf: block[..<count])
      room -= count
    }
    return contents
  }

  /// Reads the words of some XML members, one after the other in the order of their names.
  static func read(_ bytes: [UInt8], where isWanted: (String) -> Bool) -> PlainReading {
    guard let members = members(of: bytes, where: isWanted) else {
      return PlainReading(failure: "The archive could not be read by libarchive.")
    }
    var reading = PlainReading()
    for name in members.keys.sorted() {
      guard let member = members[name] else { continue }
      let part = PlainMarkup.read(xml: member, place: name)
      guard part.failure == nil else { return part }
      reading.paragraphs += part.paragraphs
    }
    return reading
  }
}
