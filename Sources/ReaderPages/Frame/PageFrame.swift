// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The search field.
package struct SearchBox: Sendable {
  /// The name of the query parameter.
  package var name: String
  /// The text in the field.
  package var query: String
  /// The maximum length of a query, in characters.
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

/// A complete page around its main content: plain HTML that works without JavaScript.
package struct PageFrame: Sendable {
  /// The subject in the window title; `nil` for the first page.
  package var subject: String?
  /// The field for the next query.
  package var search: SearchBox
  /// The main content.
  package var main: HTML

  /// Creates a page.
  package init(_ subject: String? = nil, search: SearchBox, main: HTML) {
    self.subject = subject
    self.search = search
    self.main = main
  }

  /// The HTML of the page.
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
