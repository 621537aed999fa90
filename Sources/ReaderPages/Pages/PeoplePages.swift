// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The people of the library.
package struct PeoplePage: Sendable {
  /// A person in the list.
  package struct Row: Sendable {
    package var name: String
    package var address: String
    /// Other forms of the name.
    package var forms: [String]
    /// What the person does in the library: writes, is quoted, is cited.
    package var counts: [String]

    /// Creates a row.
    package init(name: String, address: String, forms: [String], counts: [String]) {
      self.name = name
      self.address = address
      self.forms = forms
      self.counts = counts
    }
  }

  /// The words of a name that were asked for.
  package var name: String
  package var total: String
  package var rows: [Row]
  package var orders: ViewLinks
  package var pager: Pager

  /// Creates a page.
  package init(name: String, total: String, rows: [Row], orders: ViewLinks, pager: Pager) {
    self.name = name
    self.total = total
    self.rows = rows
    self.orders = orders
    self.pager = pager
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let rows = rows.map { row -> HTML in
      let forms: HTML =
        row.forms.isEmpty
        ? ""
        : "<br><span class=\"small soft\">\(words(.alsoCalled, row.forms.joined(separator: ", ")))</span>"
      return """
        <tr><td><a href="\(row.address)">\(row.name)</a>\(forms)</td>\
        <td class="num">\(row.counts.joined(separator: " · "))</td></tr>
        """
    }
    let hidden = visit.carried.map {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML
    }
    return """
      <main class="cols" id="main"><div class="catalogue wide">
      <div class="lead"><h1>\(words(.peopleTitle))</h1><p role="status">\(total)</p>\
      \(orders.html(label: words(.orderLabel)))</div>
      <form class="filter" action="/people" method="get"><label for="name">\(words(.peopleFind))</label>
      <input id="name" name="name" type="search" value="\(name)" maxlength="200">\(HTML.joined(hidden))\
      <button>\(words(.find))</button></form>
      \(rows.isEmpty ? "<p class=\"nothing\">\(words(.nobodyFound))</p>" as HTML : "<table><caption class=\"vh\">\(words(.peopleTitle))</caption><tbody>\(HTML.joined(rows, by: "\n"))</tbody></table>" as HTML)
      \(pager.html(words))</div></main>
      """
  }
}

/// A person: own works, and who quotes what of the person.
package struct PersonPage: Sendable {
  /// A quotation of the person.
  package struct Line: Sendable {
    package var text: String
    package var language: String?
    /// The page or paragraph of the citing work.
    package var place: String
    package var address: String
    package var words: QuotedWords

    /// Creates a line.
    package init(
      text: String, language: String?, place: String, address: String, words: QuotedWords
    ) {
      self.text = text
      self.language = language
      self.place = place
      self.address = address
      self.words = words
    }
  }

  /// The quotations in one work, by the source from which they are.
  package struct Citing: Sendable {
    package var title: String
    package var address: String
    package var sources: [(name: String, lines: [Line])]

    /// Creates a group.
    package init(title: String, address: String, sources: [(name: String, lines: [Line])]) {
      self.title = title
      self.address = address
      self.sources = sources
    }
  }

  package var name: String
  /// The other forms of the name, each with why it is the person's.
  package var forms: [(name: String, reason: String)]
  /// Whether several people may bear the name.
  package var isSingleName: Bool
  /// The works by the person.
  package var works: [CataloguePage.Row]
  /// The sentence with the number of passages that quote the person.
  package var total: String
  package var citing: [Citing]
  /// The works that quote the person, and the sources that they quote from.
  package var lists: [SideList]
  package var chips: Narrowing
  package var pager: Pager
  /// Links to searches: passages that quote or cite the person.
  package var searches: [CountedLink]

  /// Creates a page.
  package init(
    name: String, forms: [(name: String, reason: String)], isSingleName: Bool,
    works: [CataloguePage.Row], total: String, citing: [Citing], lists: [SideList],
    chips: Narrowing = Narrowing(), pager: Pager, searches: [CountedLink]
  ) {
    self.name = name
    self.forms = forms
    self.isSingleName = isSingleName
    self.works = works
    self.total = total
    self.citing = citing
    self.lists = lists
    self.chips = chips
    self.pager = pager
    self.searches = searches
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let side = HTML.joined(lists.map { $0.html(words) })
    let names = forms.map {
      "<li>\($0.name) <span class=\"soft\">– \($0.reason)</span></li>" as HTML
    }
    let single: HTML = isSingleName ? "<p class=\"aside\">\(words(.singleName))</p>" : ""
    let called: HTML =
      names.isEmpty
      ? ""
      : """
      <details class="forms"><summary>\(words.count(.otherForms, names.count))</summary>\
      <ul>\(HTML.joined(names))</ul></details>
      """
    let own: HTML =
      works.isEmpty
      ? ""
      : """
      <h2 id="works">\(words(.ownWorks))</h2><table><caption class="vh">\(words(.ownWorks))</caption>\
      <tbody>\(HTML.joined(works.map { $0.line(words) }, by: "\n"))</tbody></table>
      """
    let links = searches.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    let groups = citing.map { group(_: $0, visit) }
    return """
      <main class="cols" id="main">
      \(side.isEmpty ? "" : "<nav class=\"side\" tabindex=\"0\" aria-label=\"\(words(.quotedBy))\"><details class=\"fold\"><summary>\(words(.quotedBy))</summary>\(side)</details></nav>" as HTML)
      <div class="catalogue"><h1>\(name)</h1>\(single)\(called)
      <p class="acts">\(HTML.joined(links, by: "\n"))</p>
      \(own)
      <h2 id="quoted">\(words(.quotedBy))</h2><p role="status">\(total)</p>
      \(chips.chipList(words))
      \(HTML.joined(groups, by: "\n"))
      \(pager.html(words))</div></main>
      """
  }

  private func group(_ citing: Citing, _ visit: Visit) -> HTML {
    let words = visit.wording
    let sources = citing.sources.map { source -> HTML in
      let lines = source.lines.map { line -> HTML in
        let lang = HitCard.lang(line.language, words)
        return """
          <li><blockquote\(lang)>\(HTML.lines(line.text))</blockquote>\
          <p class="small"><a href="\(line.address)">\(line.place)</a> \(line.words.remarks(visit))</p></li>
          """
      }
      return "<h4>\(source.name)</h4><ul class=\"quotations\">\(HTML.joined(lines))</ul>"
    }
    return """
      <section class="citing"><h3><a href="\(citing.address)">\(citing.title)</a></h3>\(HTML.joined(sources))</section>
      """
  }
}

extension CataloguePage.Row {
  /// The row in a table on another page.
  func line(_ words: Wording) -> HTML {
    """
    <tr><td class="num">\(lead)</td><td><a href="\(address)"><cite\(HitCard.lang(language, words))>\
    \(title)</cite></a></td><td class="num">\(size)</td></tr>
    """
  }
}
