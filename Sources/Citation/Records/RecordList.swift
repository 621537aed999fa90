// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Bibliographic records of the sources of passages and quotations, each source and place once.
package struct RecordList: Sendable {
  private var records: [CitedRecord] = []
  private var positions: [CitedFacts: Int] = [:]
  private var ids: Set<String> = []
  private var keys: Set<String> = []
  private let accessed: AccessDate?

  /// Creates an empty list.
  ///
  /// - Parameter accessed: The day on which the passages were read.
  package init(accessed: AccessDate? = nil) { self.accessed = accessed }

  /// Adds the source of a passage.
  package mutating func add(_ passage: Passage, in work: Work) {
    add(CitedChain(passage, work))
  }

  /// Adds the sources of a quotation: the origin of the words, the works that quote them, and the
  /// passage.
  package mutating func add(
    _ quotation: Quotation, number: Int, from passage: Passage, in work: Work,
    held: [String: Work] = [:]
  ) {
    add(CitedChain(quotation, number: number, from: passage, in: work, held: held))
  }

  /// The records as a file; `nil` if the style is not one of records.
  package func text(style: CitationStyle) -> String? { style.records?(records) }

  private mutating func add(_ chain: CitedChain) {
    var chain = chain
    chain.accessed = accessed
    for record in chain.records { add(record) }
  }

  private mutating func add(_ record: CitedRecord) {
    var source = record.facts
    source.id = ""
    source.key = ""
    if let position = positions[source] {
      let known = records[position].remarks
      records[position].remarks += record.remarks.filter { !known.contains($0) }
      if records[position].accessed == nil { records[position].accessed = record.accessed }
      return
    }
    var record = record
    let id = record.facts.id
    record.facts.id = Self.free(id, in: &ids) { $0 }
    // BibTeX compares keys without regard to case.
    record.facts.key = Self.free(record.facts.key, CitedFacts.key(id), in: &keys) {
      $0.lowercased()
    }
    positions[source] = records.count
    records.append(record)
  }

  /// The first of some names that is not taken, or else the last of them with a number.
  private static func free(
    _ names: String..., in taken: inout Set<String>, folded: (String) -> String
  ) -> String {
    for name in names where taken.insert(folded(name)).inserted { return name }
    var number = 2
    while !taken.insert(folded("\(names[names.count - 1])-\(number)")).inserted { number += 1 }
    return "\(names[names.count - 1])-\(number)"
  }
}
