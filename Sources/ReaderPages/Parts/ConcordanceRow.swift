// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A line of a concordance: a match with its context, and where it is.
package struct ConcordanceRow: Sendable {
  /// The text before the match, the match, and the text after it.
  package var left: String
  package var match: String
  package var right: String
  /// A short reference to the passage, and its address.
  package var place: String
  package var address: String
  /// The language of the words, if it is not that of the page.
  package var language: String?

  /// Creates a line.
  package init(
    left: String, match: String, right: String, place: String, address: String, language: String?
  ) {
    self.left = left
    self.match = match
    self.right = right
    self.place = place
    self.address = address
    self.language = language
  }

  static func table(_ rows: [ConcordanceRow], _ visit: Visit) -> HTML {
    let words = visit.wording
    guard !rows.isEmpty else { return "<p class=\"nothing\">\(words(.nothingFound))</p>" }
    let lines = rows.map { row -> HTML in
      let lang = HitCard.lang(row.language, words)
      return """
        <tr\(lang)><td class="left"><bdi>\(row.left)</bdi></td><td class="match"><mark>\(row.match)</mark></td>\
        <td class="rest">\(row.right)</td><td class="place"><a href="\(row.address)">\(row.place)</a></td></tr>
        """
    }
    return """
      <table class="kwic"><caption class="vh">\(words(.viewConcordance))</caption>\
      <colgroup><col class="col-left"><col class="col-match"><col><col class="col-place"></colgroup>\
      <thead class="vh"><tr><th scope="col">\(words(.before))</th><th scope="col">\(words(.match))</th>\
      <th scope="col">\(words(.after))</th><th scope="col">\(words(.where))</th></tr></thead>
      <tbody>\(HTML.joined(lines, by: "\n"))</tbody></table>
      """
  }
}
