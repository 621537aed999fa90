// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import CXXHash
import Cataloguing
import Corpus

/// What the catalogue and the user's edits make of the facts of one text.
struct Editorial {
  /// The facts as the file states them.
  let own: Metadata
  /// The facts once they are completed and corrected.
  let metadata: Metadata
  /// Works that the text cites according to the catalogue.
  let knownCitations: [KnownCitation]
  /// The ids by which entries name the text, earliest first: it may have had them.
  let namedIDs: [String]
  /// Whether single entries name the text.
  let isNamed: Bool
  /// Hash of all that was added (XXH3, 64 bits); 0 if nothing was.
  let hash: UInt64

  /// Asks a catalogue.
  ///
  /// - Parameter isImported: Whether the facts were completed before they were exported.
  init(of own: Metadata, by named: [CatalogueEntry], in catalogue: Catalogue, isImported: Bool) {
    let completion = catalogue.completion(of: own, by: named, isFinished: isImported)
    self.own = own
    metadata = completion.metadata
    isNamed = !named.isEmpty
    knownCitations = isImported ? [] : catalogue.knownCitations(by: completion.entries)
    // An entry of the catalogue names the present id, which says nothing of earlier ones.
    namedIDs = named.filter { $0.origin == .edit }.compactMap(\.text.work)
    let contribution = completion.contribution + knownCitations.map { "\n\($0)" }.joined()
    var bytes = contribution
    hash =
      contribution.isEmpty
      ? 0 : bytes.withUTF8 { max(1, XXH3_64bits($0.baseAddress, $0.count)) }
  }

  /// Records in a work what the file itself states, and what was added.
  func describe(_ work: inout Work) {
    work.ownMetadata = metadata == own ? nil : own
    work.editorialHash = hash
  }
}

extension Work {
  /// The facts as the file states them.
  var factsOfFile: Metadata { ownMetadata ?? metadata }
}
