// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Corpus
import Extraction
import Passages

/// A text with everything that the index holds of it.
struct IndexedText {
  /// The version of what is made of a file: a file that another version read is read again.
  static let version =
    (Format.extractorVersion * 1_000 + Segmentation.version) * 1_000 + Attribution.version

  /// The work.
  let work: Work
  /// Its passages, in reading order.
  let passages: [Passage]
  /// What in its references contradicts itself.
  let diagnostics: [Diagnostic]

  /// Divides a text, unless it came divided, and makes its work.
  ///
  /// - Parameters:
  ///   - old: The work as the index holds it.
  ///   - oldPassages: Its passages, whose ids are kept.
  ///   - attribution: What says whose words the passages quote.
  init(
    _ reading: Reading,
    of source: UnitText,
    path: String,
    id: String,
    old: Work?,
    oldPassages: [Passage],
    attribution: Attribution
  ) {
    let text = reading.text
    var work = Work(
      id: id,
      metadata: text.metadata,
      file: reading.statedFile ?? source.name,
      path: path,
      member: source.member,
      format: reading.format.rawValue,
      contentHash: source.contentHash,
      extractorVersion: Self.version,
      pageCount: text.pages.count,
      ledger: text.ledger
    )
    if reading.passages.isEmpty {
      let segmentation = Segmentation(
        text,
        work: id,
        previous: oldPassages,
        retired: old?.retired ?? []
      )
      var divided = segmentation.passages
      diagnostics = attribution.attribute(&divided, of: text.metadata)
      passages = divided
      work.textHash = Fingerprint.ofText(text.blocks)
      work.retired = segmentation.retired
    } else {
      diagnostics = []
      passages = reading.passages.map { passage in
        var passage = passage
        passage.work = id
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
