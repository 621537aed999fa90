// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The division of a text into passages.
package struct Segmentation: Sendable {
  /// The version of the division; raise it with every change that alters what it returns.
  package static let version = 1

  /// The passages, in reading order.
  package private(set) var passages: [Passage]
  /// Passages of earlier states of the text whose labels no passage has any more.
  package private(set) var retired: [RetiredPassage]

  /// Divides a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - work: The id of its work.
  ///   - previous: The passages that the work had before, whose labels are kept by what is the same.
  ///   - retired: The passages that it had before those.
  /// - Complexity: O(*n*) in the size of the text, but for passages that have changed.
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
      for note in passages[index].notes.indices {
        let label = passages[index].notes[note].label
        passages[index].notes[note].label = renamed[label] ?? label
      }
    }
  }
}
