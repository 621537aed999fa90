// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The first page: what the library holds, and ways into it.
package struct WelcomePage: Sendable {
  /// The size of the library; `nil` if there is no index yet.
  package var counts: String?
  /// Sample searches of this library.
  package var samples: [CountedLink]
  package var decades: DecadeBars
  /// The works that were indexed last.
  package var newest: [CataloguePage.Row]
  /// A sentence on texts that could not be read, with the address of the list.
  package var unread: CountedLink?

  /// Creates a page.
  package init(
    counts: String?, samples: [CountedLink] = [], decades: DecadeBars = DecadeBars([]),
    newest: [CataloguePage.Row] = [], unread: CountedLink? = nil
  ) {
    self.counts = counts
    self.samples = samples
    self.decades = decades
    self.newest = newest
    self.unread = unread
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    guard let counts else {
      return """
        <main class="cols" id="main"><div class="catalogue"><h1>\(words(.motto))</h1>\
        <p>\(words.html(.noIndexYet, "<code>pamphlet index PATH…</code>"))</p></div></main>
        """
    }
    let links = samples.map { "<li><a href=\"\($0.address)\">\($0.name)</a></li>" as HTML }
    let bars = decades.html(words, title: words(.facetYear), counted: .works)
    let rows = newest.map { $0.line(words) }
    return """
      <main class="cols" id="main"><div class="catalogue welcome">
      <h1>\(words(.motto))</h1>
      <p class="counts">\(counts)</p>
      <p>\(words(.searchIntro))</p>
      \(links.isEmpty ? "" : "<h2>\(words(.sampleSearches))</h2><ul class=\"samples\">\(HTML.joined(links))</ul>" as HTML)
      <div class="decades">\(bars)</div>
      \(rows.isEmpty ? "" : "<h2>\(words(.newlyAdded))</h2><table><caption class=\"vh\">\(words(.newlyAdded))</caption><tbody>\(HTML.joined(rows, by: "\n"))</tbody></table>" as HTML)
      \(unread.map { "<p class=\"aside\"><a href=\"\($0.address)\">\($0.name)</a></p>" as HTML })
      </div></main>
      """
  }
}

/// What happened, where in the query, and what to do.
package struct ProblemPage: Sendable {
  /// The title of the page.
  package var title: String
  /// What happened.
  package var message: String
  /// What to do; `nil` if nothing helps.
  package var hint: String?
  /// The query with carets under the range of the error; empty if it has none.
  package var place: String
  /// A link that may help.
  package var link: CountedLink?

  /// Creates a page.
  package init(
    _ title: String, _ message: String, hint: String? = nil, place: String = "",
    link: CountedLink? = nil
  ) {
    self.title = title
    self.message = message
    self.hint = hint
    self.place = place
    self.link = link
  }

  /// The HTML of the page.
  package var html: HTML {
    """
    <main class="cols" id="main"><div class="catalogue"><h1>\(title)</h1>
    <p class="problem" role="alert">\(message) \(hint.map(Self.code))</p>
    \(place.isEmpty ? "" : "<pre tabindex=\"0\">\(place)</pre>" as HTML)
    \(link.map { "<p><a href=\"\($0.address)\">\($0.name)</a></p>" as HTML })</div></main>
    """
  }

  /// A text in which words between grave accents are code.
  static func code(_ text: String) -> HTML {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return "\(text)" }
    return .joined(
      parts.enumerated().map { index, part in
        index % 2 == 1 ? "<code>\(part)</code>" : "\(part)"
      })
  }
}

/// A page of explanations: titled tables and paragraphs.
package struct HandbookPage: Sendable {
  /// A part of the page.
  package struct Part: Sendable {
    package var title: String
    package var id: String
    /// Paragraphs; words between grave accents are code.
    package var paragraphs: [String]
    /// The heads of the columns of a table, and its rows.
    package var columns: [String]
    package var rows: [[String]]
    /// An example with the address that runs it.
    package var example: CountedLink?

    /// Creates a part.
    package init(
      _ title: String, id: String, paragraphs: [String] = [], columns: [String] = [],
      rows: [[String]] = [], example: CountedLink? = nil
    ) {
      self.title = title
      self.id = id
      self.paragraphs = paragraphs
      self.columns = columns
      self.rows = rows
      self.example = example
    }
  }

  package var title: String
  package var intro: [String]
  package var parts: [Part]
  /// The language of the explanations, if they are not translated.
  package var language: String

  /// Creates a page.
  package init(title: String, intro: [String], parts: [Part], language: String = "en") {
    self.title = title
    self.intro = intro
    self.parts = parts
    self.language = language
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lang = HitCard.lang(language, words)
    let side = parts.map {
      CountedLink(
        $0.title, address: "#\($0.id)", language: language == words.language ? nil : language)
    }
    let body = parts.map { part -> HTML in
      let paragraphs = part.paragraphs.map { "<p>\(ProblemPage.code($0))</p>" as HTML }
      let heads = part.columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
      let rows = part.rows.map { row -> HTML in
        "<tr>\(HTML.joined(row.map { "<td>\(ProblemPage.code($0))</td>" as HTML }))</tr>"
      }
      let table: HTML =
        rows.isEmpty
        ? ""
        : """
        <div class="scroll" tabindex="0" role="region" aria-label="\(part.title)"><table><thead><tr>\(HTML.joined(heads))</tr></thead>\
        <tbody>\(HTML.joined(rows, by: "\n"))</tbody></table></div>
        """
      let example: HTML? = part.example.map {
        "<p class=\"example\"><a href=\"\($0.address)\"><code>\($0.name)</code></a></p>"
      }
      return "<h2 id=\"\(part.id)\">\(part.title)</h2>\(HTML.joined(paragraphs))\(table)\(example)"
    }
    return """
      <main class="cols" id="main">
      <nav class="side" tabindex="0" aria-label="\(words(.contents))"><details class="fold"><summary>\(words(.contents))</summary>\
      \(SideList(words(.contents), side, isWhole: true).html(words))</details></nav>
      <div class="catalogue handbook"\(lang)><h1>\(title)</h1>\
      \(HTML.joined(intro.map { "<p>\(ProblemPage.code($0))</p>" as HTML }))
      \(HTML.joined(body, by: "\n"))</div></main>
      """
  }
}
