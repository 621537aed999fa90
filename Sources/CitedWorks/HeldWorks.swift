// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding
package import Corpus
import TextFolding

/// Finds works of the library by title and author, to tell whether a named source is held.
package struct HeldWorks: Sendable {
  private struct Place: Hashable {
    var title: String
    var family: String
  }

  /// The authors and title that identify a work.
  private struct Held {
    var id: String
    var title: String
    var subtitle: String?
    var names: [NameKey]
  }

  /// Names and titles as a text prints them; a cache key, since every page asks for the same ones.
  private struct Named: Hashable {
    var authors: [String]
    var title: String
  }

  /// The maximum number of cached answers.
  private static let cacheSize = 8_192

  private var works: [Held] = []
  /// The indices of the works, by title and each author's family name.
  private var places: [Place: [Int]] = [:]
  private var known: [Named: String?] = [:]

  /// Creates an empty collection.
  package init() {}

  /// Adds a work; works without authors or without a title can never be found.
  package mutating func add(_ work: Work) {
    guard let title = work.metadata.title?.value else { return }
    let authors = work.metadata.people.map(\.value).filter { $0.role == .author }
    let names = authors.flatMap { [$0.sortName] + [$0.realName].compactMap(\.self) }
      .map(NameKey.init).filter { !$0.family.isEmpty }
    var (main, subtitle) = Self.divide(title)
    if let stated = work.metadata.subtitle { subtitle = TitleKey.key(stated.value) }
    guard !main.isEmpty, !names.isEmpty else { return }
    add(Held(id: work.id, title: main, subtitle: subtitle, names: names))
  }

  private mutating func add(_ held: Held) {
    for family in Set(held.names.map(\.family)) {
      places[Place(title: held.title, family: family), default: []].append(works.count)
    }
    works.append(held)
  }

  /// The id of the work a source names; `nil` if it is not held or ambiguous.
  package mutating func work(of source: NamedSource) -> String? {
    guard let title = source.title, !source.authors.isEmpty, !places.isEmpty else { return nil }
    let named = Named(authors: source.authors, title: title)
    if let work = known[named] { return work }
    let work = work(source.authors, title)
    if known.count >= Self.cacheSize { known = [:] }
    known[named] = .some(work)
    return work
  }

  private func work(_ authors: [String], _ title: String) -> String? {
    let names = authors.map(NameKey.init).filter { !$0.family.isEmpty }
    let (main, subtitle) = Self.divide(title)
    var found: Set<String> = []
    for name in names {
      for held in (places[Place(title: main, family: name.family)] ?? []).map({ works[$0] })
      where held.names.contains(where: { $0.agrees(with: name) })
        && (subtitle == nil || held.subtitle == nil || subtitle == held.subtitle)
      {
        found.insert(held.id)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Sets the work ids of a passage's sources that are in the library.
  package mutating func complete(_ passage: inout Passage) {
    for index in passage.quotations.indices {
      if let source = passage.quotations[index].source {
        passage.quotations[index].source?.work = source.work ?? work(of: source)
      }
      complete(&passage.quotations[index].via)
    }
    for index in passage.references.indices {
      let source = passage.references[index].source
      passage.references[index].source.work = source.work ?? work(of: source)
      complete(&passage.references[index].via)
    }
  }

  private mutating func complete(_ sources: inout [NamedSource]) {
    for index in sources.indices {
      sources[index].work = sources[index].work ?? work(of: sources[index])
    }
  }

  private static func divide(_ title: String) -> (main: String, subtitle: String?) {
    guard let main = TitleKey.main(title), let colon = title.firstIndex(of: ":") else {
      return (TitleKey.key(title), nil)
    }
    return (main, TitleKey.key(title[title.index(after: colon)...]))
  }
}

extension HeldWorks: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init()
    let works = try reader.readArray { (reader) throws(DamagedBytes) in
      Held(
        id: try reader.readString(), title: try reader.readString(),
        subtitle: try reader.readOptional { (reader) throws(DamagedBytes) in
          try reader.readString()
        },
        names: try reader.readArray { (reader) throws(DamagedBytes) in
          NameKey(
            family: try reader.readString(),
            given: try reader.readArray { (reader) throws(DamagedBytes) in
              try reader.readString()
            })
        })
    }
    for work in works { add(work) }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(works) { writer, work in
      writer.write(work.id)
      writer.write(work.title)
      writer.write(work.subtitle) { $0.write($1) }
      writer.write(work.names) { writer, name in
        writer.write(name.family)
        writer.write(name.given) { $0.write($1) }
      }
    }
  }
}
