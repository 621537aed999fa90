// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A statement in the prose about who speaks in a quotation.
struct Cue {
  enum Speaker {
    /// Someone named.
    case person(Mention)
    /// Someone referred to by a pronoun.
    case pronoun(String)
    /// An unnamed person, or an organisation: `one historian`, `the Workers Opposition`.
    case collective(String)
  }

  var speaker: Speaker
  /// Rule that found the cue.
  var rule: AttributionRule
  /// Range of the evidence in the passage, in code points.
  var range: Range<Int>
  /// Token before which to look for an antecedent.
  var place: Int
  /// Whether a reporting verb links the speaker to the words.
  var isStrong = true
}
