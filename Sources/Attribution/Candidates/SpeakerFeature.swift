// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is known of a candidate for the speaker of a quotation; each is a number that the decision
/// weighs.
enum SpeakerFeature: Int, CaseIterable {
  // Where the candidate stands.
  case region, gap, sentences, paragraphs, isFirst, isLast, nominals
  // How it is tied to the words.
  case link, verb, gapToVerb, verbToQuote, isInverted, isApposed, isAccording, ownsWords
  case afterPreposition, afterBy, isPossessive, subjectsBetween, verbs, isSubject, startsClause
  case isNegated, isDenied, isModal, isParticiple, hasObject
  // The words themselves.
  case words, colon, comma, that, article, naming, endsWithComma, endsWithStop, startsWithCapital
  case isBlock, isContinued, isSingle, isCited, titleCase, afterSayingNoun
  // What the text shows of the candidate.
  case kind, entityKind, isDetermined, isDescribed, mentions, speaking, speakingShare, articleShare
  case placeShare, openingShare, titled, given, isAlsoWord, isAuthor, length, isPlace, isNoName
  case hasPlural
  // Pronouns and carried speakers.
  case isAntecedent, agreement, rank, rivals, isLastSpeaker, isCarried, chain, changes,
    isSameSentence
  // The rivals and the text.
  case rivalLink, agreeing, directs, dialogue, exclaiming, capitalisesNouns

  /// Number of features.
  static let total = allCases.count

  /// What the text shows of a candidate, wherever the candidate is named.
  static let ofCandidate: [SpeakerFeature] = allCases.filter {
    (kind.rawValue...hasPlural.rawValue).contains($0.rawValue)
  }
}

/// The features of a candidate.
struct SpeakerFeatures {
  private(set) var values = [Float](repeating: 0, count: SpeakerFeature.total)

  subscript(feature: SpeakerFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// The value of a feature by its number.
  func value(_ index: Int) -> Float { values[index] }

  mutating func set(_ feature: SpeakerFeature, _ holds: Bool) { self[feature] = holds ? 1 : 0 }
}
