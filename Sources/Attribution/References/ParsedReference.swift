// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// One source as a reference names it, before it is resolved.
struct ParsedSource {
  /// The names of the authors, as printed.
  var names: [String] = []
  /// The title, as printed, without the marks around it.
  var title: String?
  /// Whether the title is that of an article, set in marks.
  var isArticle = false
  /// The book or journal that an article stands in.
  var container: String?
  /// The editors of the container.
  var editors: [String] = []
  /// The volume.
  var volume: String?
  /// The number of an issue.
  var issue: String?
  /// The pages, in groups as printed: `24`, `27`, `30-1`.
  var pages: [String] = []
  /// The pages with what stands between them: `24, 27 and 30-1`.
  var printedPages: String?
  /// The pages of an article in its book or journal.
  var extent: ClosedRange<Int>?
  /// Another place in the work: `Section 24`.
  var division: String?
  /// The year of the edition.
  var year: Int?
  /// Whether it says that the work was named before.
  var isWorkBefore = false
  /// Whether it says that it is the reference before.
  var isSame = false
  /// The number of the note that it points to.
  var note: String?

  /// Whether it says nothing of a source.
  var isEmpty: Bool {
    names.isEmpty && title == nil && container == nil && volume == nil && pages.isEmpty
      && division == nil && year == nil && !isWorkBefore && !isSame && note == nil
  }
  /// Whether it says more than a place in a work.
  var isNamed: Bool { !names.isEmpty || title != nil || container != nil }
}

/// A reference as it is printed: a source, and the works it came through.
struct ParsedReference {
  /// The code points of the passage's text, brackets included.
  var range: Range<Int>
  /// The source that is named first, or left open: `quoted by Carr`.
  var source: ParsedSource
  /// The works it came through, nearest to the source first.
  var via: [ParsedSource]
  /// The rule that found it.
  var rule: AttributionRule
}
