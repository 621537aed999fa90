// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding
package import Corpus

/// The names of people in one work: who made it, who speaks in it, and whom it cites.
package struct WorkNames: Sendable, Hashable {
  /// The maximum number of names kept of a work; an encyclopedia of more is cut short.
  private static let most = 10_000
  /// The maximum length of a name in bytes.
  private static let longest = 120

  /// The names as printed.
  package private(set) var counts: [String: NameCounts] = [:]
  /// Pseudonyms of its makers, with the names behind them.
  package private(set) var realNames: [String: String] = [:]

  /// Takes the names of those who made a work.
  package init(of work: Work) {
    for person in work.metadata.people.map(\.value) {
      count(person.name) { counts in
        switch person.role {
        case .author: counts.author += 1
        case .editor: counts.editor += 1
        case .translator: counts.translator += 1
        case .contributor: break
        }
      }
      if let realName = person.realName, person.role != .contributor {
        realNames[person.name] = realName
      }
    }
  }

  /// Adds the speakers and the cited authors of a passage of the work.
  package mutating func add(_ passage: Passage) {
    for quotation in passage.quotations {
      if let speaker = quotation.speaker { count(speaker) { $0.speaker += 1 } }
    }
    for reference in passage.references {
      for source in [reference.source] + reference.via {
        for author in source.authors { count(author) { $0.cited += 1 } }
      }
    }
  }

  private mutating func count(_ name: String, _ change: (inout NameCounts) -> Void) {
    guard !name.isEmpty, name.utf8.count <= Self.longest,
      counts.count < Self.most || counts[name] != nil
    else { return }
    var changed = counts[name] ?? NameCounts()
    change(&changed)
    if changed.total > 0 { counts[name] = changed }
  }
}

extension WorkNames: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    let names = try reader.readArray { (reader) throws(DamagedBytes) in
      (try reader.readString(), try NameCounts(from: &reader))
    }
    counts = Dictionary(names, uniquingKeysWith: { first, _ in first })
    let pseudonyms = try reader.readArray { (reader) throws(DamagedBytes) in
      (try reader.readString(), try reader.readString())
    }
    realNames = Dictionary(pseudonyms, uniquingKeysWith: { first, _ in first })
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(counts.sorted { $0.key < $1.key }) { writer, name in
      writer.write(name.key)
      writer.write(name.value)
    }
    writer.write(realNames.sorted { $0.key < $1.key }) { writer, pseudonym in
      writer.write(pseudonym.key)
      writer.write(pseudonym.value)
    }
  }
}
