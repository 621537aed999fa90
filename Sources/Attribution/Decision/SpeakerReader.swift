// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Decides who speaks in the quotations of a text, in reading order.
struct SpeakerReader {
  /// A candidate and how sure it is.
  struct Decision {
    var candidate: Candidate
    var confidence: Float
    /// Folded family names of those whom a pronoun with a verb of saying at the words can mean; empty if
    /// there is no such pronoun.
    var meant: Set<String> = []
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
    best?.meant = Set(
      candidates.lazy.filter {
        $0.pattern == .pronoun && $0.link == .direct && $0.features[.verb] == 3
          && $0.features[.region] <= Float(Region.Kind.before.rawValue)
      }.map(\.key))
    return best.flatMap { $0.candidate.name.isEmpty ? nil : $0 }
  }
}
