// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A query that was probably meant.
package struct SuggestedQuery: Sendable {
  /// The query.
  package var query: String
  /// The address of its results.
  package var address: String

  /// Creates a suggestion.
  package init(query: String, address: String) {
    self.query = query
    self.address = address
  }
}

/// The lists by which results are narrowed, and what narrows them.
package struct Narrowing: Sendable {
  /// A filter that is in force, and the address without it.
  package struct Chip: Sendable {
    /// The name of the field, for people.
    package var field: String
    /// The value.
    package var value: String
    /// The address without the filter.
    package var address: String

    /// Creates a chip.
    package init(field: String, value: String, address: String) {
      self.field = field
      self.value = value
      self.address = address
    }
  }

  /// The decades of the works.
  package var decades: DecadeBars
  /// The lists of values.
  package var lists: [SideList]
  /// The filters in force.
  package var chips: [Chip]

  /// Creates the lists.
  package init(
    decades: DecadeBars = DecadeBars([]), lists: [SideList] = [], chips: [Chip] = []
  ) {
    self.decades = decades
    self.lists = lists
    self.chips = chips
  }

  func side(_ words: Wording, counted: Counted) -> HTML {
    let bars = decades.html(words, title: words(.facetYear), counted: counted)
    let html = HTML.joined([bars] + lists.map { $0.html(words) })
    guard !html.isEmpty else { return "" }
    return """
      <nav class="side" tabindex="0" aria-label="\(words(.narrowLabel))"><details class="fold">\
      <summary>\(words(.narrow))</summary>\(html)</details></nav>
      """
  }

  func chipList(_ words: Wording) -> HTML {
    guard !chips.isEmpty else { return "" }
    let links = chips.map { chip -> HTML in
      """
      <li><a href="\(chip.address)" title="\(words(.takeOff))">\(words(.chip, chip.field, chip.value))\
      <span class="vh"> (\(words(.takeOff)))</span></a></li>
      """
    }
    return "<ul class=\"chips\" aria-label=\"\(words(.chipsLabel))\">\(HTML.joined(links))</ul>"
  }
}

/// The list of kept passages beside the results.
package struct Basket: Sendable {
  /// The kept passages: a short reference and the address of each.
  package var entries: [CountedLink]
  /// The formats in which they can be taken away, with their addresses.
  package var formats: [CountedLink]
  /// Whether no more can be kept.
  package var isFull: Bool

  /// Creates a list.
  package init(entries: [CountedLink], formats: [CountedLink], isFull: Bool) {
    self.entries = entries
    self.formats = formats
    self.isFull = isFull
  }

  func html(_ visit: Visit) -> HTML {
    guard !entries.isEmpty else { return "" }
    let words = visit.wording
    let lines = entries.map { "<li><a href=\"\($0.address)\">\($0.name)</a></li>" as HTML }
    let out = formats.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    return """
      <aside class="right" aria-label="\(words(.keptLabel))"><div class="basket">\
      <h2><a href="\(visit.address(["kept"]))">\(words(.sectionKept))</a></h2>\
      <ol>\(HTML.joined(lines))</ol>\(isFull ? "<p class=\"soft\">\(words(.keptFull))</p>" as HTML : "")\
      <div class="out">\(HTML.joined(out))</div></div></aside>
      """
  }
}

/// The passages found by a search.
package struct SearchPage: Sendable {
  /// A remark above the results, with a link that undoes what it says.
  package struct Remark: Sendable {
    package var text: String
    package var link: CountedLink?

    /// Creates a remark.
    package init(_ text: String, link: CountedLink? = nil) {
      self.text = text
      self.link = link
    }
  }

  /// What the results are.
  package enum Content: Sendable {
    case hits([HitCard])
    case lines([ConcordanceRow])
  }

  /// The query as typed.
  package var query: String
  /// What was ignored, limited or interpreted differently from what was typed.
  package var remarks: [Remark]
  /// A query that was probably meant.
  package var suggestion: SuggestedQuery?
  /// The sentence with the number of results.
  package var total: String
  /// The results.
  package var content: Content
  /// The number of the first of them.
  package var start: Int
  /// The views and the orders of the results.
  package var views: ViewLinks
  package var orders: ViewLinks
  /// The results as a table for other programs, and as a feed.
  package var exports: [CountedLink]
  package var narrowing: Narrowing
  package var basket: Basket
  package var pager: Pager

  /// Creates a page.
  package init(
    query: String, remarks: [Remark] = [], suggestion: SuggestedQuery? = nil, total: String,
    content: Content, start: Int = 1, views: ViewLinks = ViewLinks([]),
    orders: ViewLinks = ViewLinks([]), exports: [CountedLink] = [],
    narrowing: Narrowing = Narrowing(),
    basket: Basket = Basket(entries: [], formats: [], isFull: false), pager: Pager = Pager()
  ) {
    self.query = query
    self.remarks = remarks
    self.suggestion = suggestion
    self.total = total
    self.content = content
    self.start = start
    self.views = views
    self.orders = orders
    self.exports = exports
    self.narrowing = narrowing
    self.basket = basket
    self.pager = pager
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let title = query.isEmpty ? words(.resultsAll) : words(.resultsFor, query)
    return """
      <main class="cols" id="main">
      \(narrowing.side(words, counted: .passages))
      <section id="results"><div class="lead"><h1 class="vh">\(title)</h1>\
      <p role="status">\(total)</p>\(views.html(label: words(.viewLabel)))</div>
      \(narrowing.chipList(words))
      \(orders.html(label: words(.orderLabel)))
      \(asides(words))
      \(list(visit))
      \(pager.html(words))
      \(exportLine)</section>
      \(basket.html(visit))
      </main>
      """
  }

  private func asides(_ words: Wording) -> HTML {
    var parts = remarks.map { remark -> HTML in
      let link: HTML? = remark.link.map { " <a href=\"\($0.address)\">\($0.name)</a>" }
      return "<p class=\"aside\">\(remark.text)\(link)</p>"
    }
    if let suggestion {
      let link: HTML = "<a href=\"\(suggestion.address)\">\(suggestion.query)</a>"
      parts.append("<p class=\"aside\">\(words.html(.didYouMean, link))</p>")
    }
    return .joined(parts, by: "\n")
  }

  private func list(_ visit: Visit) -> HTML {
    switch content {
    case .hits(let hits):
      if hits.isEmpty { return "<p class=\"nothing\">\(visit.wording(.nothingFound))</p>" }
      return """
        <ol class="hits" start="\(start)">
        \(HTML.joined(hits.map { $0.html(visit) }, by: "\n"))
        </ol>
        """
    case .lines(let rows): return ConcordanceRow.table(rows, visit)
    }
  }

  private var exportLine: HTML {
    guard !exports.isEmpty else { return "" }
    let links = exports.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    return "<p class=\"small exports\">\(HTML.joined(links, by: " · "))</p>"
  }
}
