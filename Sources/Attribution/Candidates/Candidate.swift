// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How a text can show who speaks; each pattern has a threshold of its own.
enum SpeakerPattern: String, CaseIterable, Sendable {
  /// A verb of saying with its subject after the words: `“…,” said Lund`.
  case cueAfter = "cue-after"
  /// A verb of saying with its subject before the words: `Lund wrote: “…”`.
  case cueBefore = "cue-before"
  /// A verb of saying with its subject between two parts of the words.
  case cueAround = "cue-around"
  /// `According to Lund, “…”`, `Lund's words “…”`.
  case ownedWords = "owned-words"
  /// A description beside a verb of saying: `the Lettish officer said`.
  case described = "described-speaker"
  /// `I` beside a verb of saying: the author of the text.
  case firstPerson = "first-person"
  /// The paragraph before ends by announcing the words.
  case lead = "lead"
  /// The sentence names somebody, but no verb of saying ties him to the words.
  case sentenceSubject = "sentence-subject"
  /// The sentence before or after reports other words of his: `“We go,” said Lund. “At once.”`
  case reportedBeside = "reported-beside"
  /// A sentence before or after names somebody.
  case speakerBefore = "speaker-before"
  /// A pronoun with a verb of saying, and whom it can mean.
  case pronoun = "pronoun"
  /// The speaker of the quotation before in the same paragraph.
  case sameSpeaker = "same-speaker"
}

extension SpeakerPattern {
  /// Whether a sentence beside that of the words names the speaker.
  var isOfOtherSentence: Bool { self == .reportedBeside || self == .speakerBefore }

  /// The rule that explanations name.
  var rule: AttributionRule {
    switch self {
    case .firstPerson: .pronoun
    case .reportedBeside: .speakerBefore
    default: AttributionRule(rawValue: rawValue) ?? .sentenceSubject
    }
  }
}

/// How closely a verb of saying ties a nominal to the words.
enum Link: Int, Comparable, Sendable {
  case none, loose, near, direct

  static func < (one: Link, other: Link) -> Bool { one.rawValue < other.rawValue }
}

/// Somebody who may be the speaker of a quotation.
struct Candidate {
  var pattern: SpeakerPattern
  /// Fullest name that the text gives, or the words that describe the speaker.
  var name: String
  /// The speaker as printed beside the words.
  var printed: String
  /// Folded family name, or the description.
  var key: String
  var kind: Nominal.Kind
  var entityKind: Entity.Kind
  /// Passage and range of code points of the words that were relied on.
  var passage: Int
  var range: Range<Int>
  var link: Link
  var features: SpeakerFeatures
  /// Whether the prose says that someone else quotes the one who is named.
  var isQuoted = false
  /// The name of that one: `Berg quotes Lund as saying`.
  var quoter: String?

  /// Whether the text says that these are not the words of the one who is named.
  var isDisowned: Bool {
    pattern != .sameSpeaker && features[.sentences] == 0
      && (link == .direct && features[.isNegated] > 0 || link >= .near && features[.isDenied] > 0)
  }
}
