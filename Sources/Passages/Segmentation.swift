// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The division of a text into passages.
package struct Segmentation: Sendable {
  /// Version of the algorithm; increment it with every change that affects the result.
  package static let version = 4

  /// Passages in reading order.
  package private(set) var passages: [Passage]
  /// Passages of earlier versions of the text whose labels are no longer in use.
  package private(set) var retired: [RetiredPassage]

  /// Divides a text.
  ///
  /// - Parameters:
  ///   - text: The text to divide.
  ///   - work: Id of the work.
  ///   - previous: Passages of the indexed version, whose labels are carried over.
  ///   - retired: Passages of still earlier versions.
  /// - Complexity: O(*n*) in the size of the text, except for passages that have changed.
  package init(
    _ text: ExtractedText,
    work: String,
    previous: [Passage] = [],
    retired: [RetiredPassage] = []
  ) {
    var assembly = Assembly(text, work: work)
    assembly.run()
    passages = assembly.passages
    self.retired = retired
    guard !previous.isEmpty || !retired.isEmpty else { return }
    let alignment = Alignment(previous: previous, retired: retired, current: passages)
    self.retired = alignment.retired
    guard alignment.changesLabels else { return }
    let renamed = Dictionary(
      zip(passages.map(\.label), alignment.labels),
      uniquingKeysWith: { first, _ in first }
    )
    for index in passages.indices {
      passages[index].label = alignment.labels[index]
      passages[index].belongsTo = passages[index].belongsTo.map { renamed[$0] ?? $0 }
      for quotation in passages[index].quotations.indices {
        for evidence in passages[index].quotations[quotation].evidence.indices {
          let label = passages[index].quotations[quotation].evidence[evidence].passage
          passages[index].quotations[quotation].evidence[evidence].passage = label.map {
            renamed[$0] ?? $0
          }
        }
      }
      for note in passages[index].notes.indices {
        let label = passages[index].notes[note].label
        passages[index].notes[note].label = renamed[label] ?? label
      }
    }
  }
}
