// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the prose says of who speaks in a quotation.
struct Cue {
  enum Speaker {
    /// Somebody who is named.
    case person(Mention)
    /// Somebody whom a pronoun stands for.
    case pronoun(String)
    /// Somebody who is not named, or a body: `one historian`, `the Workers Opposition`.
    case collective(String)
  }

  var speaker: Speaker
  /// The rule that found it.
  var rule: AttributionRule
  /// The code points of the passage that it rests on.
  var range: Range<Int>
  /// The token before which an antecedent is looked for.
  var place: Int
  /// Whether a word of saying ties the speaker to the words.
  var isStrong = true
}
