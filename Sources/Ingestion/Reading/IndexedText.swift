// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Extraction
import Passages

/// A text with everything that the index holds of it.
struct IndexedText {
  /// The version of what is made of a file of a format: a file that another version read is read again.
  ///
  /// - Parameter format: The name of the format, as works store it.
  static func version(ofFormatNamed format: String) -> Int {
    let extraction = Format(named: format)?.version ?? 0
    return (extraction * 1_000 + Segmentation.version) * 1_000 + Attribution.version
  }

  /// The work.
  let work: Work
  /// Its passages, in reading order.
  let passages: [Passage]
  /// What in its references contradicts itself.
  let diagnostics: [Diagnostic]

  /// Takes over a text that is done.
  init(work: Work, passages: [Passage], diagnostics: [Diagnostic]) {
    self.work = work
    self.passages = passages
    self.diagnostics = diagnostics
  }

  /// Divides a text, unless it came divided, and makes its work.
  init(_ reading: Reading, _ request: DivisionRequest) {
    var text = reading.text
    text.metadata = request.metadata
    var work = Work(
      id: request.id,
      metadata: text.metadata,
      file: reading.statedFile ?? request.name,
      path: request.path,
      member: request.member,
      format: reading.format.name,
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
      let attribution = Attribution(without: request.disabledRules, known: request.knownCitations)
      diagnostics = attribution.attribute(&divided, of: text.metadata)
      passages = divided
      work.textHash = Fingerprint.ofText(text.blocks)
      work.retired = segmentation.retired
    } else {
      diagnostics = []
      passages = reading.passages.map { passage in
        var passage = passage
        passage.work = request.id
        return passage
      }
      work.textHash = Fingerprint.ofText(passages)
      work.pageCount = Set(passages.compactMap(\.pages?.first)).count
    }
    work.passageCount = passages.count
    self.work = work
  }

  /// The hash of the text that the passages are, end to end.
  static func textHash(of passages: [Passage]) -> UInt64 { Fingerprint.ofText(passages) }
}
