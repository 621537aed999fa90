// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The passages found by a search.
package struct ResultsPage: Sendable {
  /// What was ignored, limited or interpreted differently from what was typed.
  package var warnings: [String] = []
  /// A query that was probably meant.
  package var suggestion: SuggestedQuery?
  /// The number of matching passages.
  package var total: Int
  /// Whether the number is an estimate.
  package var isEstimate: Bool
  /// The number of the first passage shown, counted from 1.
  package var start: Int
  /// The passages.
  package var hits: [HitCard]
  /// The links to other pages.
  package var pager: Pager

  /// Creates a page.
  package init(
    warnings: [String] = [], suggestion: SuggestedQuery? = nil, total: Int,
    isEstimate: Bool = false,
    start: Int = 1, hits: [HitCard], pager: Pager = Pager(previous: nil, next: nil)
  ) {
    self.warnings = warnings
    self.suggestion = suggestion
    self.total = total
    self.isEstimate = isEstimate
    self.start = start
    self.hits = hits
    self.pager = pager
  }

  /// The HTML of the page.
  package var html: HTML {
    var parts = warnings.map { "<p class=\"problem\">\($0)</p>" as HTML }
    if let suggestion { parts.append(suggestion.html) }
    let passages = total == 1 ? "passage" : "passages"
    parts.append("<p role=\"status\">\(isEstimate ? "About " : "")\(total) \(passages)</p>")
    parts.append("<ol class=\"results\" start=\"\(start)\">")
    parts += hits.map(\.html)
    parts.append("</ol>")
    parts.append(pager.html)
    return .joined(parts, by: "\n")
  }
}
