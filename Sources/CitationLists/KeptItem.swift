// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
package import Corpus

/// A passage that somebody keeps, or a quotation in it.
package struct KeptItem: Sendable {
  package let passage: Passage
  package let work: Work
  /// Number of the kept quotation in the passage, from 1; `nil` for the passage itself.
  package let number: Int?
  /// Link to the words; `nil` if the work has no address with its words.
  package let link: String?
  private let held: [String: Work]

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - number: Number of a quotation; one that the passage does not have stands for the passage
  ///     itself.
  ///   - held: Works named in the attribution that the library holds, keyed by id.
  ///   - near: The surrounding passages, in reading order, for a link to words that are short.
  package init(
    _ passage: Passage, in work: Work, quotation number: Int? = nil, held: [String: Work] = [:],
    among near: [Passage] = []
  ) {
    self.passage = passage
    self.work = work
    self.held = held
    self.number = number.flatMap { (1..<passage.quotations.count + 1).contains($0) ? $0 : nil }
    let quotation = self.number.map { passage.quotations[$0 - 1] }
    link = TextPlace(passage, in: work, among: near, quotation: quotation).link
  }

  /// The kept quotation; `nil` if the passage itself is kept.
  private var quotation: Quotation? { number.map { passage.quotations[$0 - 1] } }

  /// The lines of the kept words: one, except in verse.
  var lines: [String] {
    (quotation?.text ?? passage.text).split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// Language of the words as a BCP 47 tag.
  var language: String? { passage.language ?? work.metadata.language?.value }

  /// The reference, with the date of access.
  func reference(style: CitationStyle, accessed: AccessDate) -> FormattedText {
    guard let number, let quotation else {
      return formattedCitation(of: passage, in: work, style: style, accessed: accessed)
    }
    return formattedCitation(
      of: quotation, number: number, from: passage, in: work, held: held, style: style,
      accessed: accessed)
  }

  /// Adds the sources of the words to a list of records.
  func add(to records: inout RecordList) {
    if let number, let quotation {
      records.add(quotation, number: number, from: passage, in: work, held: held)
    } else {
      records.add(passage, in: work)
    }
  }
}
