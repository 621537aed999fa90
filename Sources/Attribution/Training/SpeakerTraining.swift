// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Trains the weights by which a speaker is decided on, and measures them on what they were not
/// trained on.
package struct SpeakerTraining {
  /// Labels from one origin.
  package struct Origin: Sendable, Hashable {
    package var name: String
    /// How much a candidate counts in training; 0 for labels that only measure and calibrate.
    package var weight: Float
    /// How much a quotation counts when scores are calibrated.
    package var calibrationWeight: Float

    package init(name: String, weight: Float, calibrationWeight: Float) {
      self.name = name
      self.weight = weight
      self.calibrationWeight = calibrationWeight
    }
  }

  /// A labelled quotation.
  package struct Example {
    package var origin: Origin
    /// Examples of one group, as a rule of one text, are never in two folds.
    package var group: Int
    package var quotation: SpeakerCase
    /// For each candidate, whether it is the speaker.
    package var isRight: [Bool]

    package init(origin: Origin, group: Int, quotation: SpeakerCase, isRight: [Bool]) {
      self.origin = origin
      self.group = group
      self.quotation = quotation
      self.isRight = isRight
    }
  }

  /// What the weights decide for an example that they were not trained on.
  package struct Outcome: Sendable {
    /// Index of the example.
    package var example: Int
    /// The pattern that decided.
    package var pattern: String
    package var name: String
    package var confidence: Float
    package var isRight: Bool
  }

  /// The file of weights, without its head.
  package let weights: String
  /// One outcome for each example for which somebody named is the best candidate.
  package let outcomes: [Outcome]

  /// Number of folds; an example is judged by weights trained on the other ones.
  private static let folds = 5

  /// Trains on examples of which some have candidates.
  package init(_ examples: [Example]) {
    let boosting = Boosting()
    let trained = examples.filter { $0.origin.weight > 0 }
    let full = boosting.train(Self.rows(trained))
    let models = (0..<Self.folds).map { fold in
      boosting.train(Self.rows(trained.filter { $0.group % Self.folds != fold }))
    }
    let chosen = examples.indices.compactMap { index in
      let example = examples[index]
      let model = example.origin.weight > 0 ? models[example.group % Self.folds] : full
      return Self.choice(example, model).map {
        (index: index, candidate: $0.candidate, choice: $0.choice)
      }
    }
    let model = Self.calibrated(full, chosen.map { ($0.candidate, $0.choice) })
    weights = model.file()
    outcomes = chosen.map { index, candidate, choice in
      Outcome(
        example: index, pattern: candidate.pattern.rawValue, name: candidate.name,
        confidence: model.probability(
          SpeakerModel.Genre(candidate.pattern, candidate.features), choice.score),
        isRight: choice.isRight)
    }
  }

  private static func rows(_ examples: [Example]) -> [Boosting.Row] {
    examples.flatMap { example in
      zip(example.quotation.candidates, example.isRight).compactMap { candidate, isRight in
        candidate.name.isEmpty
          ? nil
          : Boosting.Row(
            features: candidate.features, isRight: isRight, weight: example.origin.weight)
      }
    }
  }

  /// The candidate with the highest score; `nil` if he is nobody named, or said not to have said it.
  private static func choice(
    _ example: Example, _ model: TreeModel
  ) -> (candidate: Candidate, choice: Calibration.Choice)? {
    let candidates = example.quotation.candidates
    guard !candidates.contains(where: \.isDisowned) else { return nil }
    var best: (candidate: Candidate, choice: Calibration.Choice)?
    for (candidate, isRight) in zip(candidates, example.isRight) {
      let score = model.score(candidate.features)
      guard best.map({ $0.choice.score < score }) ?? true else { continue }
      best = (
        candidate,
        Calibration.Choice(
          score: score, isRight: isRight, weight: example.origin.calibrationWeight)
      )
    }
    return best.flatMap { $0.candidate.name.isEmpty ? nil : $0 }
  }

  /// Fewest cases of a pattern that are calibrated on their own.
  private static let fewest = 20

  private static func calibrated(
    _ trees: TreeModel, _ chosen: [(candidate: Candidate, choice: Calibration.Choice)]
  ) -> SpeakerModel {
    var model = SpeakerModel()
    model.trees = trees
    let all = Calibration.steps(chosen.map(\.choice))
    for pattern in SpeakerPattern.allCases {
      let part = chosen.filter { $0.candidate.pattern == pattern }
      let whole =
        part.count < fewest
        ? lowered(all, by: 0.9) : Calibration.steps(part.map(\.choice), towards: all)
      for isDialogue in [false, true] {
        let genre = SpeakerModel.Genre(pattern, isDialogue: isDialogue)
        let some = part.filter { SpeakerModel.Genre(pattern, $0.candidate.features) == genre }
        model.calibration[genre] =
          some.count < fewest
          ? lowered(whole, by: 0.97) : Calibration.steps(some.map(\.choice), towards: whole)
      }
    }
    return model
  }

  /// The shares of other cases, a little lower since they are others.
  private static func lowered(_ steps: Calibration.Steps, by factor: Float) -> Calibration.Steps {
    steps.map { ($0.score, $0.share * factor) }
  }
}
