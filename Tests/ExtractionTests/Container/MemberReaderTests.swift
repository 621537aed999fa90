// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CArchive
import Corpus
import Testing

@testable import Extraction

struct MemberReaderTests {
  /// The bytes of an archive, made by libarchive.
  static func archive(_ suffix: String, _ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let archive = archive_write_new()
    switch suffix {
    case "zip": archive_write_set_format_zip(archive)
    case "tar.gz":
      archive_write_set_format_ustar(archive)
      archive_write_add_filter_gzip(archive)
    default: archive_write_set_format_raw(archive)
    }
    switch suffix {
    case "gz": archive_write_add_filter_gzip(archive)
    case "xz": archive_write_add_filter_xz(archive)
    case "zst": archive_write_add_filter_zstd(archive)
    default: break
    }
    var buffer = [UInt8](repeating: 0, count: 8 << 20)
    var used = 0
    archive_write_set_bytes_in_last_block(archive, 1)
    archive_write_open_memory(archive, &buffer, buffer.count, &used)
    for (name, bytes) in files {
      let entry = archive_entry_new()
      archive_entry_set_pathname(entry, name)
      archive_entry_set_size(entry, Int64(bytes.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      archive_write_data(archive, bytes, bytes.count)
      archive_entry_free(entry)
    }
    archive_write_close(archive)
    archive_write_free(archive)
    return Array(buffer[..<used])
  }

  private func members(_ name: String, _ bytes: [UInt8]) -> [Member] {
    guard let reader = MemberReader(name: name, bytes: bytes) else { return [] }
    var members: [Member] = []
    while let member = reader.next(), members.count < 1_000 { members.append(member) }
    return members
  }

  @Test(arguments: ["gz", "xz", "zst"])
  func `a compressed file is the file that it was`(suffix: String) {
    let bytes = Self.archive(suffix, [("x", Array("Bread and roses.".utf8))])
    let members = members("strike.txt.\(suffix)", bytes)
    #expect(members.map(\.name) == ["strike.txt.\(suffix)"])
    #expect(members.map(\.key) == [nil])
    #expect(members.first?.bytes == Array("Bread and roses.".utf8))
    #expect(MemberReader.unpackedName(of: "strike.txt.\(suffix)") == "strike.txt")
  }

  @Test(arguments: ["zip", "tar.gz"])
  func `an archive holds its files, but those of the system and other archives`(suffix: String) {
    let bytes = Self.archive(
      suffix,
      [
        ("one.txt", Array("One.".utf8)), ("in/two.md", Array("Two.".utf8)),
        ("__MACOSX/one.txt", [1]), ("in/.hidden", [1]), ("more.zip", [0x50, 0x4B, 3, 4]),
        ("../three.txt", Array("Three.".utf8)),
      ])
    let members = members("box.\(suffix)", bytes)
    #expect(members.map(\.key) == ["one.txt", "in/two.md", "../three.txt", nil, nil])
    let codes = members.map { member in
      if case .failure(let diagnostic) = member.content { diagnostic.code } else { "" }
    }
    #expect(codes == ["", "", "", "hidden-file", "nested-archive"])
    #expect(members.first?.name == "box.\(suffix)/one.txt")
  }

  @Test func `what expands without end, or is cut off, is given up and said`() {
    let bomb = Self.archive("gz", [("x", [UInt8](repeating: 0x61, count: 300 << 20))])
    #expect(bomb.count < 1 << 20)
    for bytes in [bomb, Array(bomb.prefix(1_000))] {
      let members = members("x.txt.gz", bytes)
      #expect(members.count == 1)
      guard case .failure(let diagnostic)? = members.first?.content else {
        Issue.record("It was read.")
        continue
      }
      #expect(diagnostic.code == "unreadable-archive")
    }
  }

  @Test func `a line of JSON is a text, and the passages of a work are one`() {
    let lines = """
      {"_id":"a","text":"A."}

      {"id":"w/p1","kind":"body","text":"One.","source":{"work":"w"}}
      {"kind":"note", "text":"Note.", "id":"w/n1", "source":{"work":"w"}}
      {"id":"v/p1","kind":"body","text":"Two.","source":{"work":"v"}}
      {"id":3,"text":"B."}
      {"_id":"a","text":"A again."}
      """
    let members = members("x.jsonl", Array(lines.utf8))
    #expect(members.map(\.key) == ["a", "w", "v", "3", "a#7"])
    #expect(members.map(\.line) == [1, 3, 5, 6, 7])
    let packed = self.members(
      "x.jsonl.zst", Self.archive("zst", [("x", Array(lines.utf8))]))
    #expect(packed.map(\.bytes) == members.map(\.bytes))
  }
}
