// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import IndexSchema

/// The places of the works' records in their file.
struct WorksDirectory {
  private var ids: [String] = []
  /// The byte range of each record.
  private(set) var places: [Range<Int>] = []
  /// The byte range of the details of each work.
  private(set) var details: [Range<Int>] = []
  /// The totals over the works.
  private(set) var totals = WorkTotals()
  /// The index of the work that had an id before.
  private var former: [String: Int] = [:]

  init() {}

  /// The number of works.
  var count: Int { ids.count }

  /// Adds a work; works must be added in order of id.
  mutating func add(_ work: Work, at place: Range<Int>, details: Range<Int>) {
    for id in work.formerIDs { former[id] = ids.count }
    ids.append(work.id)
    places.append(place)
    self.details.append(details)
    totals.add(work)
  }

  /// The index of the work with an id; `nil` if there is none.
  func index(of id: String) -> Int? {
    let index = firstIndex { !$0.utf8.lexicographicallyPrecedes(id.utf8) }
    return index < ids.count && ids[index] == id ? index : nil
  }

  /// The present id of the work that had an id before; `nil` if none had.
  func id(ofWorkFormerly id: String) -> String? { former[id].map { ids[$0] } }

  /// The index of the first work whose id comes after `id`.
  func index(after id: String) -> Int {
    firstIndex { id.utf8.lexicographicallyPrecedes($0.utf8) }
  }

  /// Binary search: the index of the first id that satisfies a monotone predicate.
  private func firstIndex(where isBehind: (String) -> Bool) -> Int {
    var lower = 0
    var upper = ids.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBehind(ids[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}

extension WorksDirectory: Storable {
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    totals.works = try reader.readInt()
    totals.words = try reader.readInt()
    totals.pages = try reader.readInt()
    let languages = try reader.readArray { (reader) throws(DamagedBytes) in
      (try reader.readString(), try reader.readInt())
    }
    totals.languages = Dictionary(languages, uniquingKeysWith: { first, _ in first })
    let entries = try reader.readArray { (reader) throws(DamagedBytes) in
      (try reader.readString(), try reader.readRange(), try reader.readRange())
    }
    ids = entries.map(\.0)
    places = entries.map(\.1)
    details = entries.map(\.2)
    let former = try reader.readArray { (reader) throws(DamagedBytes) in
      (try reader.readString(), try reader.readInt())
    }
    guard former.allSatisfy({ ids.indices.contains($0.1) }) else { throw DamagedBytes() }
    self.former = Dictionary(former, uniquingKeysWith: { first, _ in first })
  }

  func write(to writer: inout ByteWriter) {
    writer.write(totals.works)
    writer.write(totals.words)
    writer.write(totals.pages)
    writer.write(totals.languages.sorted { $0.key < $1.key }) { writer, language in
      writer.write(language.key)
      writer.write(language.value)
    }
    writer.write(Array(ids.indices)) { writer, index in
      writer.write(ids[index])
      writer.write(places[index])
      writer.write(details[index])
    }
    writer.write(former.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }
}

/// The footer of a works file: the places and checksums of its sections.
struct WorksFooter {
  /// The byte range of a section and its checksum (XXH3, 64 bits).
  struct Section {
    var place: Range<Int>
    var checksum: UInt64
  }

  /// The size in bytes: three sections of three numbers each, and a final magic number.
  static let size = 10 * 8
  private static let mark: UInt64 = 0x5350_414D_504C_4554

  var directory: Section
  var heldWorks: Section
  var people: Section

  init(directory: Section, heldWorks: Section, people: Section) {
    self.directory = directory
    self.heldWorks = heldWorks
    self.people = people
  }

  /// Reads the footer from the last bytes of a file with the given size.
  init(_ bytes: [UInt8], fileSize: Int, _ path: String) throws(IndexError) {
    let numbers = stride(from: 0, to: Self.size, by: 8).map { offset in
      bytes[offset..<(offset + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    func section(_ first: Int) -> Section? {
      let (start, count) = (numbers[first], numbers[first + 1])
      guard start <= fileSize, count <= fileSize, start + count <= fileSize else { return nil }
      return Section(place: Int(start)..<Int(start + count), checksum: numbers[first + 2])
    }
    guard numbers[9] == Self.mark, let directory = section(0), let held = section(3),
      let people = section(6)
    else { throw WorksFile.damaged(path) }
    self.init(directory: directory, heldWorks: held, people: people)
  }

  /// The bytes of the footer: 64-bit numbers, little-endian.
  var bytes: [UInt8] {
    let numbers = [directory, heldWorks, people].flatMap {
      [UInt64($0.place.lowerBound), UInt64($0.place.count), $0.checksum]
    }
    return (numbers + [Self.mark]).flatMap { number in
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
  }
}
