// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Decides who speaks in the quotations of a text, in reading order.
struct SpeakerReader {
  /// A candidate and how sure it is.
  struct Decision {
    var candidate: Candidate
    var confidence: Float
  }

  private let reader: CandidateReader
  private let model: SpeakerModel
  private(set) var memory = SpeakerMemory()
  /// What was weighed for each quotation, in order, if that is wanted.
  var weighings: [SpeakerWeighing]?

  init(_ view: TextView, model: SpeakerModel = .shipped) {
    reader = CandidateReader(view: view)
    self.model = model
  }

  /// Forgets the speakers before, as where the running text is left for a note.
  mutating func forget() { memory = SpeakerMemory() }

  /// The candidates for the next quotation.
  mutating func candidates(_ quote: QuotedWords) -> [Candidate] {
    let candidates = reader.candidates(quote, before: memory)
    memory.add(candidates, of: quote, view: reader.view)
    return candidates
  }

  /// The most likely speaker of the next quotation; `nil` if there is no candidate, or if the best
  /// of them is nobody who is named.
  mutating func decision(_ quote: QuotedWords) -> Decision? {
    var best: Decision?
    let candidates = candidates(quote)
    weighings?.append(SpeakerWeighing(quote, candidates, model))
    // Said not to have said it.
    if candidates.contains(where: \.isDisowned) { return nil }
    for candidate in candidates {
      let score = model.trees.score(candidate.features)
      let confidence = model.probability(
        SpeakerModel.Genre(candidate.pattern, candidate.features), score)
      if best.map({ $0.confidence < confidence }) ?? true {
        best = Decision(candidate: candidate, confidence: confidence)
      }
    }
    return best.flatMap { $0.candidate.name.isEmpty ? nil : $0 }
  }
}
