// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The field in which people type a query.
package struct SearchBox: Sendable {
  /// The name of the parameter.
  package var name: String
  /// What has been typed.
  package var query: String
  /// The longest query, in characters.
  package var longest: Int

  /// Creates a field.
  package init(name: String, query: String, longest: Int) {
    self.name = name
    self.query = query
    self.longest = longest
  }

  var html: HTML {
    """
    <form action="/" method="get" role="search">
    <label for="\(name)">Where is that said, by whom, and on what page?</label>
    <div><input id="\(name)" name="\(name)" type="search" value="\(query)" maxlength="\(longest)" autocomplete="off">
    <button>Search</button></div>
    </form>
    """
  }
}

/// A whole page around what it is about: plain HTML that works without JavaScript.
package struct PageFrame: Sendable {
  /// What it is about, for the title of the window; `nil` for the first page.
  package var subject: String?
  /// The field for the next query.
  package var search: SearchBox
  /// What it shows.
  package var main: HTML

  /// Creates a page.
  package init(_ subject: String? = nil, search: SearchBox, main: HTML) {
    self.subject = subject
    self.search = search
    self.main = main
  }

  /// The page.
  package var html: HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(subject.map { "\($0) – Pamphlet" } ?? "Pamphlet")</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="search" type="application/opensearchdescription+xml" title="Pamphlet" href="/opensearch.xml">
    </head>
    <body>
    <header>
    \(search.html)
    </header>
    <main>
    \(main)
    </main>
    </body>
    </html>

    """
  }
}
