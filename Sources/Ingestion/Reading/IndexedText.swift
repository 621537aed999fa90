// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Extraction
import Passages

/// A work with its passages, ready to be indexed.
struct IndexedText {
  /// Combined version of extraction, division and attribution; files read by another one are reread.
  ///
  /// - Parameter format: The name of the format, as works store it.
  static func version(ofFormatNamed format: String) -> Int {
    let extraction = Format(named: format)?.version ?? 0
    return (extraction * 1_000 + Segmentation.version) * 1_000 + Attribution.version
  }

  var work: Work
  /// Passages in reading order.
  let passages: [Passage]
  /// Diagnostics for contradictory references, and from the witness.
  var diagnostics: [Diagnostic]

  /// Combines parts that are already complete.
  init(work: Work, passages: [Passage], diagnostics: [Diagnostic]) {
    self.work = work
    self.passages = passages
    self.diagnostics = diagnostics
  }

  /// Divides and attributes a text, or uses the passages it was imported with.
  init(_ reading: Reading, _ request: DivisionRequest) {
    var text = reading.text
    text.metadata = request.metadata
    var work = Work(
      id: request.id,
      metadata: text.metadata,
      file: reading.statedFile ?? request.name,
      path: request.path,
      member: request.member,
      format: reading.record?.format ?? reading.format.name,
      contentHash: request.contentHash,
      extractorVersion: Self.version(ofFormatNamed: reading.format.name),
      pageCount: text.pages.count,
      ledger: text.ledger
    )
    if reading.passages.isEmpty {
      let segmentation = Segmentation(
        text,
        work: request.id,
        previous: request.oldPassages,
        retired: request.retired
      )
      var divided = segmentation.passages
      let attribution = Attribution(request.attribution, known: request.knownCitations)
      diagnostics = attribution.attribute(&divided, of: text.metadata)
      passages = divided
      work.textHash = Fingerprint.ofText(text.blocks)
      work.attribution = request.attribution
      work.retired = segmentation.retired
    } else {
      diagnostics = []
      passages = reading.passages.map { passage in
        var passage = passage
        passage.work = request.id
        return passage
      }
      work.textHash = Fingerprint.ofText(passages)
      work.pageCount =
        reading.record?.pageCount ?? Set(passages.compactMap(\.pages?.first)).count
      work.retired = reading.record?.retired ?? []
      work.formerIDs = reading.record?.formerIDs ?? []
      work.isImported = true
    }
    work.passageCount = passages.count
    self.work = work
  }

  /// Hash of the text that the passages form together.
  static func textHash(of passages: [Passage]) -> UInt64 { Fingerprint.ofText(passages) }
}
