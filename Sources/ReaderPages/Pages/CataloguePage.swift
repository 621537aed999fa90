// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The list of works, under headings by its order.
package struct CataloguePage: Sendable {
  /// A work in the list.
  package struct Row: Sendable {
    /// The left column: its year, or its author where the years are the headings.
    package var lead: String
    package var title: String
    package var language: String?
    package var address: String
    /// What is said below the title.
    package var remarks: [String]
    /// Links below the title: copies, the form that puts facts right.
    package var links: [CountedLink]
    /// The right column: pages or passages.
    package var size: String

    /// Creates a row.
    package init(
      lead: String, title: String, language: String?, address: String, remarks: [String],
      links: [CountedLink] = [], size: String
    ) {
      self.lead = lead
      self.title = title
      self.language = language
      self.address = address
      self.remarks = remarks
      self.links = links
      self.size = size
    }

    fileprivate func html(_ words: Wording) -> HTML {
      let lang = HitCard.lang(language, words)
      let below =
        remarks.map { "\($0)" as HTML }
        + links.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
      let second: HTML =
        below.isEmpty
        ? "" : "<br><span class=\"small soft\">\(HTML.joined(below, by: " · "))</span>"
      return """
        <tr><td class="num">\(lead)</td><td><a href="\(address)"><cite\(lang)>\(title)</cite></a>\(second)</td>\
        <td class="num">\(size)</td></tr>
        """
    }
  }

  /// Works under a heading.
  package struct Group: Sendable {
    package var title: String
    /// The link at the right of the heading.
    package var link: CountedLink?
    package var rows: [Row]

    /// Creates a group.
    package init(title: String, link: CountedLink? = nil, rows: [Row]) {
      self.title = title
      self.link = link
      self.rows = rows
    }
  }

  package var title: String
  /// The sentence with the number of works.
  package var total: String
  package var orders: ViewLinks
  package var narrowing: Narrowing
  package var groups: [Group]
  package var pager: Pager

  /// Creates a page.
  package init(
    title: String, total: String, orders: ViewLinks, narrowing: Narrowing, groups: [Group],
    pager: Pager
  ) {
    self.title = title
    self.total = total
    self.orders = orders
    self.narrowing = narrowing
    self.groups = groups
    self.pager = pager
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let groups = groups.map { group -> HTML in
      let link: HTML? = group.link.map { "<small><a href=\"\($0.address)\">\($0.name)</a></small>" }
      return """
        <h2>\(group.title) \(link)</h2>
        <table><caption class="vh">\(group.title)</caption><tbody>\
        \(HTML.joined(group.rows.map { $0.html(words) }, by: "\n"))</tbody></table>
        """
    }
    return """
      <main class="cols" id="main">
      \(narrowing.side(words, counted: .works))
      <div class="catalogue"><div class="lead"><h1>\(title)</h1><p role="status">\(total)</p>\
      \(orders.html(label: words(.orderLabel)))</div>
      \(narrowing.chipList(words))
      \(groups.isEmpty ? "<p class=\"nothing\">\(words(.nothingFound))</p>" as HTML : HTML.joined(groups, by: "\n"))
      \(pager.html(words))</div></main>
      """
  }
}
