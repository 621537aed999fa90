// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The passages that answer a query.
package struct ResultsPage: Sendable {
  /// What was ignored or bounded in the query.
  package var warnings: [String] = []
  /// Another query that may have been meant.
  package var suggestion: SuggestedQuery?
  /// How many passages answer it.
  package var total: Int
  /// Whether that is an estimate.
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

  /// What the page shows.
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
