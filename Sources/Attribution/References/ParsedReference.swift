// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A source as named in a reference, before resolution.
struct ParsedSource {
  /// Names of the authors, as printed.
  var names: [String] = []
  /// Title as printed, without quotation marks.
  var title: String?
  /// Whether the title is in quotation marks, as for an article.
  var isArticle = false
  /// Title of the book or journal that contains the article.
  var container: String?
  /// Editors of the container.
  var editors: [String] = []
  /// Volume as printed: `II`, `3`.
  var volume: String?
  /// Whether the volume is a number without a word before it: `Lund, II. 205`.
  var hasBareVolume = false
  /// Issue number as printed.
  var issue: String?
  /// Page groups as printed: `24`, `27`, `30-1`.
  var pages: [String] = []
  /// The whole page reference as printed: `24, 27 and 30-1`.
  var printedPages: String?
  /// Pages that an article occupies in its container.
  var extent: ClosedRange<Int>?
  /// Any other location within the work: `Section 24`.
  var division: String?
  /// Year of the edition.
  var year: Int?
  /// Whether it refers to a work cited earlier (`op. cit.`).
  var isWorkBefore = false
  /// Whether it repeats the previous reference (`ibid.`).
  var isSame = false
  /// Number of the note it refers to.
  var note: String?
  /// Whether a day or month is printed, as for an issue of a newspaper.
  var isDated = false
  /// Whether the title's type is printed: italics, quotation marks or capitals.
  var isSet = false
  /// Whether the authors are printed after the title: `_The Weavers_, by Anna Lund`.
  var isByline = false
  /// Whether the author is named as that of the reference before: `the same writer's`.
  var isSameAuthor = false
  /// Whether a page in a parenthesis is all there is, which may be of any work.
  var isLoose = false
  /// Host of the address on the web that is all there is.
  var site: String?

  /// Whether it contains no information about a source.
  var isEmpty: Bool {
    names.isEmpty && title == nil && container == nil && volume == nil && pages.isEmpty
      && division == nil && year == nil && !isWorkBefore && !isSame && note == nil && site == nil
  }
  /// Whether it names a work, rather than only a location in one.
  var isNamed: Bool { !names.isEmpty || title != nil || container != nil }
  /// Whether it is an issue of a newspaper or journal, which has no author.
  var isPeriodical: Bool {
    guard names.isEmpty else { return false }
    guard let title else { return isDated }
    return !isArticle && (isDated || issue != nil || ReferenceWords.isPeriodical(title))
  }
}

/// A reference as printed: a source, and the works through which it is cited.
struct ParsedReference {
  /// Range in the passage's text, in code points, including brackets.
  var range: Range<Int>
  /// The source named first; empty if it is left open, as in `quoted by Carr`.
  var source: ParsedSource
  /// Works through which the source is cited, nearest to the source first.
  var via: [ParsedSource]
  /// Rule that found the reference.
  var rule: AttributionRule
}
