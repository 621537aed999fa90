// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Passages

/// A text with everything that the index holds of it.
struct IndexedText {
  /// The version of what is made of a file: a file that another version read is read again.
  static let version = Format.extractorVersion * 1_000 + Segmentation.version

  /// The work.
  let work: Work
  /// Its passages, in reading order.
  let passages: [Passage]

  /// Divides a text and makes its work.
  ///
  /// - Parameters:
  ///   - old: The work as the index holds it.
  ///   - oldPassages: Its passages, whose ids are kept.
  init(
    _ text: ExtractedText,
    id: String,
    file: FoundFile,
    format: Format,
    contentHash: String,
    old: Work?,
    oldPassages: [Passage]
  ) {
    let segmentation = Segmentation(
      text,
      work: id,
      previous: oldPassages,
      retired: old?.retired ?? []
    )
    passages = segmentation.passages
    work = Work(
      id: id,
      metadata: text.metadata,
      file: file.name,
      path: file.path,
      format: format.rawValue,
      contentHash: contentHash,
      extractorVersion: Self.version,
      passageCount: segmentation.passages.count,
      pageCount: text.pages.count,
      ledger: text.ledger,
      textHash: Fingerprint.ofText(text.blocks),
      retired: segmentation.retired
    )
  }

  /// The hash of the text that the passages are, end to end.
  static func textHash(of passages: [Passage]) -> UInt64 { Fingerprint.ofText(passages) }
}
