// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A quotation under analysis, with what is known about it so far.
struct FoundQuotation {
  var span: QuoteSpan
  /// Index of its sentence within the passage.
  var sentence: Int
  /// Number of words.
  var words: Int
  /// What its form and its neighbours say for and against its being speech.
  var features: QuotationFeatures
  /// Who is quoted; `nil` if unknown.
  var speaker: Speaker?
  /// Folded family names of those whom a pronoun beside the words can mean; empty if there is none.
  var meant: Set<String> = []
  /// The source; `nil` if no reference applies.
  var resolution: Resolution?
  /// The reference that gives the source: its passage, and its range there in code points.
  var reference: (passage: Int, range: Range<Int>)?
  /// Pages of this quotation, if its reference lists one page reference for each quotation.
  var pages: String?
  /// Number of the note that gives the source.
  var note: String?
  /// Evidence that this is a quotation.
  var evidence: [Evidence]
  /// Whether it stands inside another quotation.
  var isNested = false
  /// Whether the same reference also covers longer quotations of the same sentence.
  var hasCompany = false

  /// Whether it is somebody's speech rather than a term, a title or scare quotes.
  var isSpeech: Bool {
    // `[. . .]`
    if words == 0 { return false }
    if span.ends == .block || span.ends == .continued { return true }
    // An apostrophe may be taken for a mark within a quotation.
    if isNested { return speaker == nil ? words >= 3 && decided.score > 1 : words >= 4 }
    return decided.score > 0
  }

  /// The features, with what the pass has found out about the quotation.
  var decided: QuotationFeatures {
    var features = features
    features.insert(.sourced, if: resolution != nil)
    features.insert(.company, if: hasCompany)
    features.insert(.sayingAfter, if: span.incise != nil)
    return features
  }
}
