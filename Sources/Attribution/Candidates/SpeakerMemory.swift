// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is remembered of the quotations before: who was tied most closely to the last one.
struct SpeakerMemory {
  struct Speaker {
    var candidate: Candidate
    /// Where the last words of this speaker stand.
    var passage: Int
    var sentence: Int
    /// Index of the token after them.
    var end: Int
    /// Number of quotations since the speaker was named.
    var chain: Int
  }

  private(set) var speaker: Speaker?
  /// Whether the last quotation goes on in the next paragraph.
  private(set) var isOpen = false

  /// Records the candidates of a quotation: the one that is tied most closely becomes the speaker.
  mutating func add(_ candidates: [Candidate], of quote: QuotedWords, view: TextView) {
    isOpen = quote.span.ends == .continued
    let sentence = view.sentences[quote.passage].index(at: quote.tokens.lowerBound) ?? 0
    let tied = candidates.filter {
      $0.pattern != .sameSpeaker && !$0.pattern.isOfOtherSentence
        && ($0.link >= .near || $0.features[.isAccording] > 0) && $0.features[.isNegated] == 0
        && $0.features[.isDenied] == 0
    }
    // The first of the closest: candidates stand from the nearest outwards.
    if let closest = tied.map(\.link).max(),
      let best = tied.first(where: { $0.link == closest && $0.features[.rank] == 0 })
    {
      speaker =
        best.name.isEmpty
        ? nil
        : Speaker(
          candidate: best, passage: quote.passage, sentence: sentence,
          end: quote.tokens.upperBound, chain: 0)
    } else if let last = candidates.first(where: { $0.pattern == .sameSpeaker }),
      var next = speaker,
      last.key == next.candidate.key
    {
      next.passage = quote.passage
      next.sentence = sentence
      next.end = quote.tokens.upperBound
      next.chain += 1
      speaker = next
    } else {
      speaker = nil
    }
  }
}
