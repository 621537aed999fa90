// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What speaks for or against words between quotation marks being somebody's speech, rather than a
/// term, a title or scare quotes.
enum QuotationFeature: Int, CaseIterable {
  case base
  // The words.
  case oneWord, fewWords, someWords, severalWords, manyWords
  case fresh, verbFirst, asks, stops, comma, clauses, address, predicate, titled, emphasised
  // What stands before them.
  case opens, followsStop, colonBefore, commaBefore, dashBefore, wordBefore, equals
  case sayingBefore, reported, thatBefore, articleBefore, namingBefore, workBefore
  // What stands behind them.
  case sayingAfter, smallAfter, citedAfter, imprint
  // The text.
  case dialogue, attributed, recurring, corrected
  // What the pass has found out.
  case sourced, company

  /// What it is worth: positive weights speak for speech.
  var weight: Double { row.0 }

  /// When a quotation has the feature.
  var meaning: String { row.1 }

  /// Weights of a logistic regression over marks of essays and novels in six languages, labelled by
  /// hand, and rounded; those that too few marks have, and those of references, are set by hand.
  private var row: (Double, String) {
    switch self {
    case .base: (-0.4, "Every quotation.")
    case .oneWord: (-2.6, "One word.")
    case .fewWords: (-0.6, "Two or three words.")
    case .someWords: (0.5, "Four to six words.")
    case .severalWords: (0.5, "Seven to nine words.")
    case .manyWords: (1.6, "Ten words and more.")
    case .fresh: (0.3, "Begins with a capital, and no word of the sentence stands before it.")
    case .verbFirst:
      (1, "Begins with a common finite verb, as a part of somebody's sentence does.")
    case .asks: (1.8, "Ends in a question or exclamation mark.")
    case .stops: (0.8, "Ends in a full stop or dash.")
    case .comma: (0.4, "Ends in a comma or semicolon.")
    case .clauses: (0.1, "Punctuation divides it.")
    case .address: (0.4, "Has a pronoun of the first or second person.")
    case .predicate: (1.1, "Has a common finite verb, or a pronoun that goes with one.")
    case .titled: (-3.5, "All longer words are capitalised, where nouns are not.")
    case .emphasised: (-1.2, "Begins with emphasis, as titles do.")
    case .opens: (0.6, "Nothing stands before it in the paragraph.")
    case .followsStop: (1.2, "A sentence or quotation ends before it.")
    case .colonBefore: (0.7, "A colon stands before it.")
    case .commaBefore: (0.7, "A comma stands before it.")
    case .dashBefore: (1.1, "A dash stands before it.")
    case .wordBefore: (-1.4, "A word stands before it.")
    case .equals: (-4, "A sign of equality or a bar stands before it, as in markup and tables.")
    case .sayingBefore: (1.7, "A verb of saying leads up to it.")
    case .reported: (0.9, "A verb of saying stands further off in the sentence before it.")
    case .thatBefore: (0.8, "`that` stands before it.")
    case .articleBefore: (-0.9, "An article, possessive or demonstrative stands before it.")
    case .namingBefore: (-1.7, "A word such as `so-called`, `term` or `entitled` stands before it.")
    case .workBefore: (-3, "A noun for a kind of work stands before it.")
    case .sayingAfter: (2.4, "A verb of saying follows, with or without its subject.")
    case .smallAfter: (-0.8, "The sentence goes on behind it without punctuation.")
    case .citedAfter: (0.5, "A bracket follows.")
    case .imprint: (-3.8, "A periodical, or the number of a volume or page, follows.")
    case .dialogue: (0.8, "Most marks of the text enclose sentences.")
    case .attributed:
      (1.4, "A verb of saying leads up to it in a text where most marks have one beside them.")
    case .recurring: (-0.5, "A few words that stand between marks elsewhere in the text, too.")
    case .corrected: (-3, "A word of lists of errata stands before it.")
    case .sourced: (4.2, "A reference gives its source.")
    case .company: (4, "The reference also covers longer quotations of the sentence.")
    }
  }
}
