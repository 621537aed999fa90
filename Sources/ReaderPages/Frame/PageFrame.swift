// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A complete page around its main content: HTML that works without a script.
package struct PageFrame: Sendable {
  /// A section of the site that the head links to.
  package enum Section: String, Sendable, CaseIterable {
    case search, works, people, cited, kept

    fileprivate var sentence: Sentence {
      switch self {
      case .search: .sectionSearch
      case .works: .sectionWorks
      case .people: .sectionPeople
      case .cited: .sectionCited
      case .kept: .sectionKept
      }
    }
  }

  /// The subject in the title of the window; `nil` for the first page.
  package var subject: String?
  /// The section to which the page belongs.
  package var section: Section?
  /// The field for the next query.
  package var search: SearchBox
  /// The main content, the element `main` with the id `main`.
  package var main: HTML
  /// What the first link of the page leads to.
  package var skip: Sentence
  /// Further elements for the head of the document.
  package var head: HTML
  /// The address of this page as JSON; `nil` if there is none.
  package var jsonAddress: String?
  /// The path and parameters of this page, without those that all links carry on.
  package var path: [String]
  package var parameters: [Visit.Parameter]
  /// The size and revision of the index, for the foot.
  package var edition: String?
  /// Whether search engines may list it.
  package var isListed: Bool

  /// Creates a page.
  package init(
    _ subject: String? = nil, section: Section? = nil, search: SearchBox, main: HTML,
    skip: Sentence = .skipToMain, head: HTML = .empty, jsonAddress: String? = nil,
    path: [String] = [], parameters: [Visit.Parameter] = [], edition: String? = nil,
    isListed: Bool = true
  ) {
    self.subject = subject
    self.section = section
    self.search = search
    self.main = main
    self.skip = skip
    self.head = head
    self.jsonAddress = jsonAddress
    self.path = path
    self.parameters = parameters
    self.edition = edition
    self.isListed = isListed
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    return """
      <!doctype html>
      <html lang="\(words.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(subject.map { "\($0) – Pamphlet" } ?? "Pamphlet")</title>
      <link rel="stylesheet" href="\(Asset.style.address)">
      <link rel="icon" href="/favicon.svg" type="image/svg+xml">
      <link rel="search" type="application/opensearchdescription+xml" title="Pamphlet" href="/opensearch.xml">
      <script src="\(Asset.script.address)" defer></script>
      \(isListed ? "" : "<meta name=\"robots\" content=\"noindex\">\n" as HTML)\(head)</head>
      <body>
      <a class="skip" href="\(skipTarget)">\(words(skip))</a>
      <header class="bar"><div>
      <a class="brand" href="\(visit.address([]))">Pamphlet</a>
      \(search.html(visit))
      \(sections(visit))
      </div></header>
      \(main)
      \(foot(visit))
      </body>
      </html>

      """
  }

  /// The place that the first link leads to: the results or the text, behind the lists at the side.
  private var skipTarget: HTML {
    switch skip {
    case .skipToResults: "#results"
    case .skipToText: "#text"
    default: "#main"
    }
  }

  private func sections(_ visit: Visit) -> HTML {
    let words = visit.wording
    let links = Section.allCases.map { section -> HTML in
      let parameters = section == .search ? visit.queryParameter : []
      let isEmptyList = section == .kept && visit.kept.isEmpty
      if isEmptyList, self.section != .kept { return "" }
      let name: HTML =
        section == .kept
        ? "\(words(section.sentence)) <span class=\"num\">\(visit.kept.count)</span>"
        : "\(words(section.sentence))"
      let address =
        section == .kept
        ? visit.address(["kept"])
        : visit.address([section.rawValue], parameters)
      let current: HTML = section == self.section ? " aria-current=\"true\"" : ""
      return "<a href=\"\(address)\"\(current)>\(name)</a>"
    }
    return
      "<nav class=\"sections\" aria-label=\"\(words(.sectionsLabel))\">\(HTML.joined(links))</nav>"
  }

  private func foot(_ visit: Visit) -> HTML {
    let words = visit.wording
    var parts: [HTML] = ["<span>\(words(.footPrivacy))</span>"]
    if let jsonAddress { parts.append("<a href=\"\(jsonAddress)\">JSON</a>") }
    parts.append("<a href=\"\(visit.address(["help"]))\">\(words(.footHelp))</a>")
    parts.append("<a href=\"\(visit.address(["api"]))\">API</a>")
    if let edition {
      parts.append("<a href=\"\(visit.address(["status"]))\">\(edition)</a>")
    }
    for other in Wording.all where other.language != words.language {
      var changed = visit
      changed.chosenLanguage = other.language
      parts.append(
        """
        <a href="\(changed.address(path, parameters))" lang="\(other.language)" \
        hreflang="\(other.language)">\(other.languageName)</a>
        """)
    }
    return "<footer><div>\(HTML.joined(parts, by: "\n"))</div></footer>"
  }
}
