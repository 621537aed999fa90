// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

/// A passage that was found by its id.
struct LocatedPassage: Sendable {
  var passage: Passage
  var work: Work
  /// The id that was asked for, if the words are elsewhere now.
  var movedFrom: String?
}

extension Searcher {
  /// Finds the passage with an id, wherever its words are now.
  ///
  /// - Throws: `IndexError(.notFound)`, with the nearest id.
  func located(_ id: String) throws(IndexError) -> LocatedPassage {
    switch try resolve(id) {
    case .exact(let passage, let work): return LocatedPassage(passage: passage, work: work)
    case .moved(let passage, let work, _):
      return LocatedPassage(passage: passage, work: work, movedFrom: id)
    case .gone(let work, let label):
      throw IndexError(
        .notFound, "The words of \(label) are no longer in “\(work.displayTitle)”.",
        hint: "Use `search` with the words to see whether another work has them.")
    case .unknown:
      let near = try nearestPassage(to: id)
      throw IndexError(
        .notFound, "There is no passage “\(id.prefix(140))”.",
        hint: near.map { "Did you mean `\($0)`?" }
          ?? "Use `search` to find ids: a work, a slash and a label.")
    }
  }

  /// The place of a passage; `nil` if its work has no address, so that there is nothing to link to.
  func linkedPlace(of passage: Passage, in work: Work) throws(IndexError) -> TextPlace? {
    work.metadata.url == nil ? nil : try place(of: passage, in: work)
  }
}

extension Passage {
  /// Whether it is a quotation of which nothing else is known.
  var quotesUnknown: Bool { kind == .quotation && quotations.isEmpty }
}

extension Work {
  /// The names of the facts that a reference to a passage has and that were inferred.
  func inferredFacts(with passage: Passage) -> [String] {
    let people = metadata.people.filter { $0.value.role == .author }
    let facts: [(name: String, isInferred: Bool)] = [
      ("authors", people.contains { $0.basis == .inferred }),
      ("title", metadata.title?.basis == .inferred),
      ("year", metadata.year?.basis == .inferred),
      ("pages", passage.pages?.isInferred == true),
    ]
    return facts.filter(\.isInferred).map(\.name)
  }
}
