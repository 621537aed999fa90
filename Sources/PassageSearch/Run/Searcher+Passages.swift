// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import XapianStore

extension Searcher {
  /// Iterates over the passages of a work in reading order, without loading all of them at once.
  package func forEachPassage(
    of work: Work, _ body: (Passage) throws(IndexError) -> Void
  ) throws(IndexError) {
    for start in stride(from: 0, to: work.passageCount, by: 500) {
      for passage in try passages(ofWork: work.id, ordinals: start..<(start + 500)) {
        try body(passage)
      }
    }
  }

  /// The passages of a work with these ordinals, in reading order.
  package func passages(
    ofWork work: String,
    ordinals: Range<Int>
  ) throws(IndexError) -> [Passage] {
    try answer { (context) throws(IndexError) in
      var passages: [Passage] = []
      for passage in try context.snapshot.passages(ofWork: work, ordinals: ordinals) {
        passages.append(try context.completed(passage))
      }
      return passages
    }
  }

  /// Looks up a passage by its id, following it if it moved, in its work or with its work's id.
  ///
  /// An id may include the fingerprint of the passage's words, `work/p31@9f86d081884c7d65`. Then
  /// the passage that now has these words is found, and one with other words is not mistaken for
  /// it.
  package func resolve(_ id: String) throws(IndexError) -> Resolution {
    let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let plain = String(parts[0])
    let fingerprint = parts.count == 2 ? UInt64(parts[1], radix: 16) : nil
    guard let slash = plain.lastIndex(of: "/") else { return .unknown }
    let named = String(plain[..<slash])
    let label = String(plain[plain.index(after: slash)...])
    return try answer { (context) throws(IndexError) -> Resolution in
      guard let work = try context.work(named) else { return .unknown }
      let hasMoved = work.id != named
      let from = hasMoved ? plain : label
      let passage = try context.passage("\(work.id)/\(label)")
      if let passage, fingerprint == nil || passage.fingerprint == fingerprint {
        return hasMoved ? .moved(passage, work, from: from) : .exact(passage, work)
      }
      if let fingerprint {
        let found = try self.passages(ofWork: work.id, ordinals: 0..<work.passageCount)
          .first { $0.fingerprint == fingerprint }
        if let found { return .moved(found, work, from: from) }
      }
      guard let retired = work.retired.last(where: { $0.label == label }) else {
        return passage == nil ? .unknown : .gone(work, label: label)
      }
      if let target = retired.movedTo, let found = try context.passage("\(work.id)/\(target)") {
        return .moved(found, work, from: from)
      }
      return .gone(work, label: label)
    }
  }
}

extension SearchContext {
  /// The work that has an id, or had it before; `nil` if there is none.
  func work(_ id: String) throws(IndexError) -> Work? {
    if let work = try snapshot.works([id])[0] { return work }
    guard let present = snapshot.id(ofWorkFormerly: id) else { return nil }
    return try snapshot.works([present])[0]
  }

  /// The id of a passage or a work with the present id of the work, if it had another before.
  func present(_ id: String) -> String {
    let work = id.prefix { $0 != "/" }
    let present = snapshot.id(ofWorkFormerly: String(work))
    return present.map { $0 + id.dropFirst(work.count) } ?? id
  }

  /// The passage with an id; `nil` if there is none.
  fileprivate func passage(_ id: String) throws(IndexError) -> Passage? {
    let answers = try snapshot.answers(to: [.passages([id])], until: .none)
    guard case .passages(let passages)? = answers.first, let passage = passages.first ?? nil else {
      return nil
    }
    return try completed(passage)
  }
}
