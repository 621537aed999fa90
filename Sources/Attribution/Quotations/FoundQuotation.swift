// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A quotation on its way: what is known of it so far.
struct FoundQuotation {
  var span: QuoteSpan
  /// The sentence of its passage in which it stands.
  var sentence: Int
  /// How many words it has.
  var words: Int
  /// Whether it is a word or two in the place of a noun.
  var isTerm = false
  /// Whether most of its words have capitals, as in titles.
  var isTitled: Bool
  /// Who is said to speak.
  var speaker: Speaker?
  /// Where it stands.
  var resolution: Resolution?
  /// The reference that says so: its passage and its code points there.
  var reference: (passage: Int, range: Range<Int>)?
  /// Its own pages, where the order tells them.
  var pages: String?
  /// The number of the note that gives the source.
  var note: String?
  /// The rules by which it was found.
  var evidence: [Evidence]
  /// Whether it stands in another quotation.
  var isNested = false
  /// Whether words of length stand in the same sentence under the same reference.
  var hasCompany = false

  /// Whether it is the speech of somebody, and no single term, title or word held at a distance.
  var isSpeech: Bool {
    // `[. . .]`
    if words == 0 { return false }
    if span.ends == .block || span.ends == .continued { return true }
    if isTitled, speaker?.isStrong != true { return false }
    if resolution != nil { return words >= 4 || speaker?.isStrong == true || hasCompany }
    if isNested { return speaker != nil && words >= 4 }
    if isTerm { return false }
    if let speaker { return words >= (speaker.isStrong ? 2 : speaker.isCarried ? 8 : 5) }
    return words >= 10
  }
}
