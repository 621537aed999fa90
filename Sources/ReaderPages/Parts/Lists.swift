// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A link with a count, as facets, contents and lists at the side have it.
package struct CountedLink: Sendable {
  /// What is linked to.
  package var name: String
  /// The address.
  package var address: String
  /// The text at the right: a count, a page; `nil` for none.
  package var count: String?
  /// Whether it is chosen.
  package var isCurrent: Bool
  /// The language of the name, if it is not that of the page.
  package var language: String?
  /// How far it is indented.
  package var depth: Int

  /// Creates a link.
  package init(
    _ name: String, address: String, count: String? = nil, isCurrent: Bool = false,
    language: String? = nil, depth: Int = 0
  ) {
    self.name = name
    self.address = address
    self.count = count
    self.isCurrent = isCurrent
    self.language = language
    self.depth = depth
  }

  var html: HTML {
    let current: HTML = isCurrent ? " aria-current=\"true\"" : ""
    let lang: HTML = language.map { " lang=\"\($0)\"" } ?? ""
    let number: HTML = count.map { "<span class=\"num\">\($0)</span>" } ?? ""
    let indent: HTML = depth > 0 ? " class=\"depth-\(min(depth, 4))\"" : ""
    return
      "<li\(indent)><a href=\"\(address)\"\(current)><span\(lang)>\(name)</span>\(number)</a></li>"
  }
}

/// A titled list of links at the side of a page.
package struct SideList: Sendable {
  /// How many entries are shown before the rest is folded away.
  private static let shown = 8

  /// The title.
  package var title: String
  /// The entries.
  package var links: [CountedLink]
  /// Whether all entries are shown at once, however many.
  package var isWhole: Bool
  /// The anchor of the list; `nil` if nothing leads to it.
  package var id: String?

  /// Creates a list.
  package init(
    _ title: String, _ links: [CountedLink], isWhole: Bool = false, id: String? = nil
  ) {
    self.title = title
    self.links = links
    self.isWhole = isWhole
    self.id = id
  }

  func html(_ words: Wording) -> HTML {
    guard !links.isEmpty else { return "" }
    let first = isWhole || links.count <= Self.shown + 2 ? links[...] : links.prefix(Self.shown)
    let rest = links.dropFirst(first.count)
    let anchor: HTML = id.map { " id=\"\($0)\"" } ?? ""
    var html: HTML = "<h2\(anchor)>\(title)</h2><ul>\(HTML.joined(first.map(\.html)))</ul>"
    if !rest.isEmpty {
      let isOpen = rest.contains(where: \.isCurrent)
      html =
        html
          + """
          <details\(isOpen ? " open" as HTML : "")><summary>\(words.count(.more, rest.count))</summary>\
          <ul>\(HTML.joined(rest.map(\.html)))</ul></details>
          """
    }
    return html
  }
}

/// The decades as bars, each a link over its full height.
package struct DecadeBars: Sendable {
  /// A bar.
  package struct Bar: Sendable {
    /// The first year of the decade.
    package var decade: Int
    /// The number of things in it.
    package var count: Int
    /// The address of the page restricted to it.
    package var address: String
    /// Whether it is chosen.
    package var isCurrent: Bool

    /// Creates a bar.
    package init(decade: Int, count: Int, address: String, isCurrent: Bool) {
      self.decade = decade
      self.count = count
      self.address = address
      self.isCurrent = isCurrent
    }
  }

  /// The bars in order of time.
  package var bars: [Bar]

  /// Creates bars.
  package init(_ bars: [Bar]) { self.bars = bars }

  func html(_ words: Wording, title: String, counted: Counted) -> HTML {
    guard bars.count > 1, let first = bars.first, let last = bars.last else { return "" }
    let most = bars.map(\.count).max() ?? 1
    let links = bars.map { bar -> HTML in
      // Twenty steps, whose heights are classes of the style sheet: the policy allows no inline style.
      let step = max(1, (bar.count * 20 + most - 1) / max(1, most))
      let name = "\(words(.decade, String(bar.decade))): \(words.count(counted, bar.count))"
      let current: HTML = bar.isCurrent ? " aria-current=\"true\"" : ""
      return """
        <li><a href="\(bar.address)" title="\(name)"\(current)><span class="bar-\(step)"></span>\
        <span class="vh">\(name)</span></a></li>
        """
    }
    return """
      <h2>\(title)</h2><ul class="bars">\(HTML.joined(links))</ul>\
      <div class="axis" aria-hidden="true"><span>\(words(.decade, String(first.decade)))</span>\
      <span>\(words(.decade, String(last.decade)))</span></div>
      """
  }
}

/// Links between views, orders or pages of one thing.
package struct ViewLinks: Sendable {
  /// The links.
  package var links: [CountedLink]

  /// Creates links.
  package init(_ links: [CountedLink]) { self.links = links }

  func html(label: String) -> HTML {
    guard !links.isEmpty else { return "" }
    let all = links.map { link -> HTML in
      let current: HTML = link.isCurrent ? " aria-current=\"true\"" : ""
      return "<a href=\"\(link.address)\"\(current)>\(link.name)</a>"
    }
    return "<nav class=\"views\" aria-label=\"\(label)\">\(HTML.joined(all))</nav>"
  }
}

/// Links to the previous and the next page of a list.
package struct Pager: Sendable {
  /// The address of the previous page; `nil` on the first.
  package var previous: String?
  /// The address of the next page; `nil` on the last.
  package var next: String?
  /// What the page shows: `1–10 of 61`.
  package var range: String

  /// Creates links.
  package init(previous: String? = nil, next: String? = nil, range: String = "") {
    self.previous = previous
    self.next = next
    self.range = range
  }

  func html(_ words: Wording) -> HTML {
    guard previous != nil || next != nil else { return "" }
    let back: HTML? = previous.map { "<a rel=\"prev\" href=\"\($0)\">\(words(.previous))</a>" }
    let forth: HTML? = next.map { "<a rel=\"next\" href=\"\($0)\">\(words(.next))</a>" }
    return """
      <nav class="pages" aria-label="\(words(.pagesLabel))">\(back)<span class="soft num">\(range)</span>\
      \(forth)</nav>
      """
  }
}
