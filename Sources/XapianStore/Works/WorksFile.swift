// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import CXXHash
import CitedWorks
import Corpus
import Glibc
import IndexSchema
import People

/// The works of a generation: the file `works` beside its tables.
///
/// It consists of records, each a work with its checksum and then its details with theirs, sorted
/// by the bytes of their ids; a directory with the ids, the places of the records and the totals; what
/// is computed of all works when the generation is built, the data to recognise cited works
/// (`HeldWorks`) and the people (`PeopleTable`); and a footer of fixed size with the places and
/// checksums (XXH3, 64 bits) of the last three.
///
/// Works are not in the database, so that its number of documents is the number of passages, works
/// can be listed without a posting list, and other kinds of store can use the same file.
final class WorksFile {
  /// The name of the file.
  static let name = "works"

  private static let title = Array("PAMPHLET WORKS 4".utf8)

  private let path: String
  private let descriptor: Int32
  private let directory: WorksDirectory
  private let footer: WorksFooter

  /// Opens the file of a generation.
  ///
  /// - Throws: `.corrupt` if it is missing or damaged, `.storage` if it cannot be read.
  /// - Complexity: O(*n*) in the works, whose ids are read.
  init(in folder: String) throws(IndexError) {
    path = "\(folder)/\(Self.name)"
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw GenerationFolder.damaged("The file \(path) is missing.") }
      throw FileCalls.failure("open \(path)")
    }
    do throws(IndexError) {
      footer = try Self.footer(of: descriptor, path)
      directory = try Self.section(footer.directory, of: descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// The totals over the works.
  var totals: WorkTotals { directory.totals }

  /// The data to recognise cited works.
  func heldWorks() throws(IndexError) -> HeldWorks {
    try Self.section(footer.heldWorks, of: descriptor, path)
  }

  /// The people in all works.
  func people() throws(IndexError) -> PeopleTable {
    try Self.section(footer.people, of: descriptor, path)
  }

  /// The details of a work; `nil` if there is no such work.
  func details(ofWork id: String) throws(IndexError) -> WorkDetails? {
    guard let index = directory.index(of: id) else { return nil }
    return try WorkDetails(
      bytes: try FileCalls.read(directory.details[index], of: descriptor, path))
  }

  /// The works with these ids; `nil` for those that do not exist.
  func works(_ ids: [String]) throws(IndexError) -> [Work?] {
    var works: [Work?] = []
    for id in ids { works.append(try directory.index(of: id).map(work)) }
    return works
  }

  /// The present id of the work that had an id before; `nil` if none had.
  func id(ofWorkFormerly id: String) -> String? { directory.id(ofWorkFormerly: id) }

  /// At most `limit` works whose ids come after `id`, sorted by id.
  func works(after id: String?, limit: Int) throws(IndexError) -> [Work] {
    let first = id.map { directory.index(after: $0) } ?? 0
    var works: [Work] = []
    for index in first..<max(first, min(directory.count, first + max(0, limit))) {
      works.append(try work(index))
    }
    return works
  }

  private func work(_ index: Int) throws(IndexError) -> Work {
    let bytes = try FileCalls.read(directory.places[index], of: descriptor, path)
    return try bytes.withUnsafeBytes { bytes in
      Result { () throws(IndexError) in try Work(stored: bytes) }
    }.get()
  }

  /// Writes the file of a new generation, with the works sorted by the bytes of their ids.
  ///
  /// - Parameters:
  ///   - details: The details of a work.
  ///   - catalogued: Names that the catalogue says are of one person.
  /// - Throws: `.storage` if it cannot be written.
  static func write(
    _ works: some Collection<Work>, catalogued: [[String]], in folder: String,
    details: (Work) throws(IndexError) -> WorkDetails
  ) throws(IndexError) {
    let file = try NewFile("\(folder)/\(name)")
    var directory = WorksDirectory()
    var held = HeldWorks()
    var gatherer = PeopleGatherer()
    try file.append(title)
    for work in works.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      let record = work.stored
      let details = try details(work)
      let stored = details.stored
      let middle = file.size + record.count
      directory.add(work, at: file.size..<middle, details: middle..<(middle + stored.count))
      held.add(work)
      gatherer.add(details.names, of: work.id)
      try file.append(record)
      try file.append(stored)
    }
    let people = PeopleTable(gatherer.people(catalogued: catalogued), catalogued: catalogued)
    let footer = WorksFooter(
      directory: try append(directory, to: file), heldWorks: try append(held, to: file),
      people: try append(people, to: file))
    try file.append(footer.bytes)
    try file.finish()
  }

  private static func append(
    _ value: some Storable, to file: NewFile
  ) throws(IndexError) -> WorksFooter.Section {
    var writer = ByteWriter()
    value.write(to: &writer)
    let start = file.size
    try file.append(writer.bytes)
    return WorksFooter.Section(
      place: start..<file.size,
      checksum: writer.bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) })
  }

  private static func footer(
    of descriptor: Int32, _ path: String
  ) throws(IndexError) -> WorksFooter {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileCalls.failure("examine \(path)") }
    let size = Int(status.st_size)
    guard size >= title.count + WorksFooter.size else { throw damaged(path) }
    let bytes = try FileCalls.read((size - WorksFooter.size)..<size, of: descriptor, path)
    return try WorksFooter(bytes, fileSize: size, path)
  }

  private static func section<Value: Storable>(
    _ section: WorksFooter.Section, of descriptor: Int32, _ path: String
  ) throws(IndexError) -> Value {
    let bytes = try FileCalls.read(section.place, of: descriptor, path)
    return try bytes.withUnsafeBytes { bytes in
      Result { () throws(IndexError) in
        guard XXH3_64bits(bytes.baseAddress, bytes.count) == section.checksum else {
          throw damaged(path)
        }
        do throws(DamagedBytes) {
          var reader = ByteReader(bytes)
          return try Value(from: &reader)
        } catch { throw damaged(path) }
      }
    }.get()
  }

  /// The error for a damaged file.
  static func damaged(_ path: String) -> IndexError {
    GenerationFolder.damaged("The file \(path) is damaged.")
  }
}
