// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A quotation beside the words of its source, and who else quotes them.
package struct ComparePage: Sendable {
  /// One side of the comparison.
  package struct Side: Sendable {
    /// Who has the words, in a sentence: *As Halloran quotes it, 1919*.
    package var heading: String
    package var title: String
    package var place: String
    package var address: String
    package var language: String?
    /// The words, and the ranges that the other side lacks, in code points.
    package var text: String
    package var window: Range<Int>
    package var different: [Range<Int>]
    package var remark: String

    /// Creates a side.
    package init(
      heading: String, title: String, place: String, address: String, language: String?,
      text: String, window: Range<Int>, different: [Range<Int>], remark: String
    ) {
      self.heading = heading
      self.title = title
      self.place = place
      self.address = address
      self.language = language
      self.text = text
      self.window = window
      self.different = different
      self.remark = remark
    }
  }

  /// Another passage with the same words.
  package struct Quoter: Sendable {
    package var year: String
    package var work: String
    package var place: String
    package var address: String
    package var through: String
    package var differs: String

    /// Creates a row.
    package init(
      year: String, work: String, place: String, address: String, through: String, differs: String
    ) {
      self.year = year
      self.work = work
      self.place = place
      self.address = address
      self.through = through
      self.differs = differs
    }
  }

  /// A sentence on what the comparison shows.
  package var lead: String
  package var words: QuotedWords
  package var quoted: Side
  /// The source; `nil` if it is not held, or the words are not found in it.
  package var printed: Side?
  /// Why there is no source.
  package var missing: String?
  package var quoters: [Quoter]
  package var lists: [SideList]

  /// Creates a page.
  package init(
    lead: String, words: QuotedWords, quoted: Side, printed: Side?, missing: String?,
    quoters: [Quoter], lists: [SideList]
  ) {
    self.lead = lead
    self.words = words
    self.quoted = quoted
    self.printed = printed
    self.missing = missing
    self.quoters = quoters
    self.lists = lists
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let wording = visit.wording
    let side = HTML.joined(lists.map { $0.html(wording) })
    let other: HTML =
      printed.map { section($0, isQuoted: false, wording) }
      ?? "<section class=\"missing\"><h2>\(wording(.theSource))</h2><p>\(missing ?? "")</p></section>"
    return """
      <main class="cols" id="main">
      \(side.isEmpty ? "" : "<nav class=\"side\" tabindex=\"0\" aria-label=\"\(wording(.quotedBy))\"><details class=\"fold\"><summary>\(wording(.quotedBy))</summary>\(side)</details></nav>" as HTML)
      <div class="cmp"><h1>\(wording(.compareTitle))</h1><p class="soft">\(lead)</p>
      \(words.list(visit))
      <div class="pair">\(section(quoted, isQuoted: true, wording))
      \(other)</div>
      \(table(wording))</div></main>
      """
  }

  private func section(_ side: Side, isQuoted: Bool, _ words: Wording) -> HTML {
    var text = MarkedText(side.text)
    for range in side.different {
      if isQuoted {
        text.mark(range, "<ins>", "</ins>")
      } else {
        text.mark(range, "<span class=\"gap\">", "</span>")
      }
    }
    let lang = HitCard.lang(side.language, words)
    return """
      <section><h2>\(side.heading)</h2><p><a href="\(side.address)">\(side.title)</a>, \(side.place)</p>\
      <blockquote\(lang)>\(text.html(in: side.window))</blockquote><p class="small soft">\(side.remark)</p></section>
      """
  }

  private func table(_ words: Wording) -> HTML {
    guard !quoters.isEmpty else { return "<p class=\"soft\">\(words(.nobodyElse))</p>" }
    let rows = quoters.map { quoter -> HTML in
      """
      <tr><td class="num">\(quoter.year)</td><td><a href="\(quoter.address)">\(quoter.work)</a>, \(quoter.place)</td>\
      <td>\(quoter.through)</td><td>\(quoter.differs)</td></tr>
      """
    }
    return """
      <h2>\(words(.everyQuoter))</h2><table><caption class="vh">\(words(.everyQuoter))</caption>\
      <thead><tr><th scope="col">\(words(.year))</th><th scope="col">\(words(.quotedByColumn))</th>\
      <th scope="col">\(words(.wordsThrough))</th><th scope="col">\(words(.differsBy))</th></tr></thead>\
      <tbody>\(HTML.joined(rows, by: "\n"))</tbody></table>
      """
  }
}
