// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Everybody who was considered as the speaker of a quotation, and what counted for each.
package struct SpeakerWeighing: Sendable {
  /// Somebody who was considered.
  package struct Considered: Sendable {
    /// Name, or the words that describe him; empty for nobody in particular.
    package var name: String
    /// The pattern that found him.
    package var pattern: String
    /// What the weights make of the features, from 0 to 1.
    package var score: Float
    /// Share of right ones among those with such a score in this pattern and kind of text.
    package var confidence: Float
    /// The features that are not 0, those that change the score most first.
    package var features: [Feature]
  }

  /// A feature of a candidate.
  package struct Feature: Sendable {
    package var name: String
    package var value: Float
    /// How much higher the log-odds are than they would be were the value 0.
    package var effect: Float
  }

  /// Index of the passage.
  package var passage: Int
  /// Range of the quotation in the passage, in code points, marks included.
  package var range: Range<Int>
  /// The most likely first.
  package var candidates: [Considered]

  init(_ quote: QuotedWords, _ candidates: [Candidate], _ model: SpeakerModel) {
    passage = quote.passage
    range = quote.span.range
    self.candidates = candidates.map { Considered($0, model) }
      .sorted { $0.confidence > $1.confidence }
  }
}

extension SpeakerWeighing.Considered {
  init(_ candidate: Candidate, _ model: SpeakerModel) {
    name = candidate.name
    pattern = candidate.pattern.rawValue
    score = model.trees.score(candidate.features)
    confidence = model.probability(
      SpeakerModel.Genre(candidate.pattern, candidate.features), score)
    let sum = model.trees.sum(candidate.features)
    features = SpeakerFeature.allCases.compactMap { feature in
      let value = candidate.features[feature]
      guard value != 0 else { return nil }
      var without = candidate.features
      without[feature] = 0
      return SpeakerWeighing.Feature(
        name: String(describing: feature), value: value,
        effect: sum - model.trees.sum(without))
    }.sorted { abs($0.effect) > abs($1.effect) }
  }
}

extension Attribution {
  /// What was weighed for the speakers of a text, by the passages as an index holds them.
  ///
  /// - Parameter passages: All passages of one text in order.
  /// - Complexity: As of attributing the text.
  package func weighings(
    _ passages: [Passage], of metadata: Metadata
  ) -> [SpeakerWeighing] {
    var passages = passages
    for index in passages.indices {
      // What attribution found is found anew; what the text itself marks as speech stays.
      passages[index].references = []
      passages[index].quotations.removeAll { Turns.rule($0) == nil }
      Turns.prepare(&passages[index], rules: rules)
    }
    var pass = ReadingPass(passages, of: metadata, rules: rules, known: known, floor: floor)
    pass.speakers.weighings = []
    pass.run()
    return pass.speakers.weighings ?? []
  }
}
