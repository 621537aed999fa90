// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding

extension CitedWorkGatherer: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init()
    withoutTitle = try reader.readInt()
    let works = try reader.readArray { (reader) throws(DamagedBytes) in
      let authors = try reader.readArray { (reader) throws(DamagedBytes) in
        try reader.readString()
      }
      let title = try reader.readString()
      return CitedWork(
        authors: authors, title: title,
        container: try reader.readOptional { (reader) throws(DamagedBytes) in
          try reader.readString()
        },
        variants: [
          .init(authors: authors, title: title, references: try reader.readInt(), rule: .first)
        ],
        editions: Dictionary(
          try reader.readArray { (reader) throws(DamagedBytes) in
            (try reader.readInt(), try reader.readInt())
          }, uniquingKeysWith: +),
        volumes: try reader.readCounts(), citing: try reader.readCounts(),
        through: try reader.readCounts(), held: [])
    }
    for work in works { set(work) }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(withoutTitle)
    writer.write(records) { writer, work in
      writer.write(work.authors) { $0.write($1) }
      writer.write(work.title)
      writer.write(work.container) { $0.write($1) }
      writer.write(work.variants[0].references)
      writer.write(work.editions.sorted { $0.key < $1.key }) { writer, edition in
        writer.write(edition.key)
        writer.write(edition.value)
      }
      writer.write(counts: work.volumes)
      writer.write(counts: work.citing)
      writer.write(counts: work.through)
    }
  }
}

extension ByteReader {
  fileprivate mutating func readCounts() throws(DamagedBytes) -> [String: Int] {
    Dictionary(
      try readArray { (reader) throws(DamagedBytes) in
        (try reader.readString(), try reader.readInt())
      }, uniquingKeysWith: +)
  }
}

extension ByteWriter {
  fileprivate mutating func write(counts: [String: Int]) {
    write(counts.sorted { $0.key < $1.key }) { writer, count in
      writer.write(count.key)
      writer.write(count.value)
    }
  }
}
