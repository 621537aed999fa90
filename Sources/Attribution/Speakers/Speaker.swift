// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The speaker identified for a quotation.
struct Speaker {
  /// Fullest name that the text gives.
  var name: String?
  /// The speaker as printed next to the words.
  var printed: String
  /// Folded family name; for speakers without one, the words as printed.
  var key: String
  /// Whether it is a named person.
  var isPerson: Bool
  /// Whether it is an unnamed person: `one historian`.
  var isGeneric: Bool
  /// Whether a reporting verb links the words directly to the name.
  var isStrong: Bool
  /// Whether the speaker was carried over from another sentence.
  var isCarried = false
  /// Probability that this is the speaker.
  var confidence: Float = 1
  /// What the identification relies on.
  var evidence: [Evidence]
  /// Whether the prose says that someone else quotes the speaker: `Brinton quotes Lenin`.
  var isQuoted = false
  /// The name of that one.
  var quoter: String?

  /// Whether the reference of the words gives the name in full.
  var isCitedInFull = false

  /// Whether a pronoun stands for the speaker.
  var isByPronoun: Bool {
    evidence.contains { $0.rule == AttributionRule.pronoun.rawValue }
  }

  /// Whether the name stands beside the words, or in their reference, as it is given.
  var isStated: Bool { isStrong && !isCarried && (printed == name || isCitedInFull) }
}

extension Speaker {
  /// The speaker that a decision names.
  ///
  /// - Parameters:
  ///   - label: Label of the passage that names the speaker, if it is another one.
  init(_ decision: SpeakerReader.Decision, label: String?) {
    let candidate = decision.candidate
    let isBody = candidate.entityKind == .body || candidate.entityKind == .document
    self.init(
      name: candidate.name, printed: candidate.printed, key: candidate.key,
      isPerson: candidate.kind == .name && !isBody,
      isGeneric: [.person, .body, .document].contains(candidate.kind),
      isStrong: candidate.link >= .near
        && [.cueAfter, .cueBefore, .cueAround, .described, .pronoun, .lead].contains(
          candidate.pattern)
        || candidate.pattern == .ownedWords,
      isCarried: candidate.pattern.isOfOtherSentence
        || [.sameSpeaker, .sentenceSubject].contains(candidate.pattern),
      confidence: decision.confidence,
      evidence: [
        Evidence(rule: candidate.pattern.rule.rawValue, range: candidate.range, passage: label)
      ],
      isQuoted: candidate.isQuoted, quoter: candidate.quoter)
  }
}
