// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a witness says about one text.
package struct WitnessReport: Sendable, Equatable, Codable {
  /// Something that must not have happened to the words of a file.
  package struct Finding: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
      /// Words that are neither in a passage nor declared as left out.
      case lost = "words-lost"
      /// Words that are in passages more often than in the file.
      case doubled = "words-doubled"
      /// Words that are in another order than in the file.
      case disordered = "order-broken"
      /// A rule that left out more than its bound allows.
      case excess = "omission-too-large"
    }

    package var kind: Kind
    /// Number of words.
    package var words: Int
    /// Where: a line, a page or a document of the file, or the label of a passage.
    package var place: String
    /// Line of the decoded file, counted from 1; `nil` if it is not known.
    package var line: Int?
    /// The first words, as in the file; for an omission, the rule.
    package var sample: String
  }

  /// Words in the file.
  package var words = 0
  /// Words of the file, by what became of them: `passages`, `metadata`, `marks`, rules.
  package var reasons: [String: Int] = [:]
  /// Words of the file that are nowhere.
  package var lost = 0
  /// The first of them as in the file, each run with its place.
  package var lostWords: [String] = []
  /// Maximum number of runs that are listed.
  static let mostLostWords = 1_000
  /// Words in passages that are not in the file, such as descriptions of images.
  package var added = 0
  package var findings: [Finding] = []
  /// Why there is no witness; `nil` if there is one.
  package var absence: String?

  package init() {}
}

extension WitnessReport.Finding {
  /// The finding as a sentence.
  package var message: String {
    switch kind {
    case .lost: "\(words) words are in no passage, beginning with “\(sample)” (\(place))."
    case .doubled: "\(words) words are in passages twice, beginning with “\(sample)” (\(place))."
    case .disordered:
      "\(words) words are in another order than in the file, beginning with “\(sample)” (\(place))."
    case .excess: "The rule “\(sample)” left out \(words) words, which is more than it should."
    }
  }
}
