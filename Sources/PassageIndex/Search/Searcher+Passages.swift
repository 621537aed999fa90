// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import Corpus

extension Searcher {
  /// Goes through the passages of a work in reading order, without holding all of them.
  package func forEachPassage(
    of work: Work, _ body: (Passage) throws(IndexError) -> Void
  ) throws(IndexError) {
    for start in stride(from: 0, to: work.passageCount, by: 500) {
      for passage in try passages(ofWork: work.id, ordinals: start..<(start + 500)) {
        try body(passage)
      }
    }
  }

  /// The passages of a work in reading order, those with these ordinals.
  package func passages(
    ofWork work: String,
    ordinals: Range<Int>
  ) throws(IndexError) -> [Passage] {
    guard !ordinals.isEmpty else { return [] }
    return try answer { (snapshot) throws(IndexError) in
      let program = QueryProgram.filtered(
        .range(
          slot: Schema.Slot.ordinal,
          Double(ordinals.lowerBound),
          Double(ordinals.upperBound - 1)
        ),
        by: .term(Schema.work.prefix + work)
      )
      var run = SearchRun(program)
      run.limit = UInt32(clamping: ordinals.count)
      run.sortSlots = [cx_sort_slot(slot: Schema.Slot.ordinal, is_descending: false)]
      let block = try run.run(on: snapshot.database, until: .none)
      return try block.map { (_, bytes) throws(IndexError) in
        try snapshot.passage(stored: bytes)
      }
    }
  }

  /// Finds out what became of the passage with an id.
  ///
  /// An id may carry the fingerprint of the words that it named, `work/p31@9f86d081884c7d65`: then
  /// the passage that has these words now is found, and one that has others is not taken for it.
  package func resolve(_ id: String) throws(IndexError) -> Resolution {
    let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let plain = String(parts[0])
    let fingerprint = parts.count == 2 ? UInt64(parts[1], radix: 16) : nil
    guard let slash = plain.lastIndex(of: "/") else { return .unknown }
    let workID = String(plain[..<slash])
    let label = String(plain[plain.index(after: slash)...])
    return try answer { (snapshot) throws(IndexError) -> Resolution in
      guard let work = try snapshot.works([workID])[workID] else { return .unknown }
      let passage = try snapshot.passages([plain])[0]
      if let passage, fingerprint == nil || passage.fingerprint == fingerprint {
        return .exact(passage, work)
      }
      if let fingerprint {
        let found = try self.passages(ofWork: workID, ordinals: 0..<work.passageCount)
          .first { $0.fingerprint == fingerprint }
        if let found { return .moved(found, work, from: label) }
      }
      guard let retired = work.retired.last(where: { $0.label == label }) else {
        return passage == nil ? .unknown : .gone(work, label: label)
      }
      if let target = retired.movedTo, let found = try snapshot.passages(["\(workID)/\(target)"])[0]
      {
        return .moved(found, work, from: label)
      }
      return .gone(work, label: label)
    }
  }
}
