// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// The head of the pages of a work: author, title and facts.
package struct WorkHead: Sendable {
  /// The work.
  package var work: Work
  /// The authors with the addresses of their pages.
  package var authors: [CountedLink]
  /// The address of the work's own page; `nil` on that page.
  package var address: String?
  /// The address of the form with which its facts are put right; `nil` where there is none.
  package var editAddress: String?
  /// The work or a passage as a ContextObject in a span (COinS), for reference managers.
  package var coins: String?

  /// Creates a head.
  package init(
    _ work: Work, authors: [CountedLink], address: String? = nil, editAddress: String? = nil,
    coins: String? = nil
  ) {
    self.work = work
    self.authors = authors
    self.address = address
    self.editAddress = editAddress
    self.coins = coins
  }

  func html(_ visit: Visit, isTitle: Bool = true) -> HTML {
    let words = visit.wording
    let metadata = work.metadata
    let names = authors.map { "<a href=\"\($0.address)\">\($0.name)</a>" as HTML }
    let author: HTML =
      names.isEmpty
      ? "<p class=\"soft\">\(words(.authorUnknown))</p>" : "<p>\(HTML.joined(names, by: ", "))</p>"
    let title: HTML =
      address.map { "<a href=\"\($0)\">\(work.displayTitle)</a>" } ?? "\(work.displayTitle)"
    let lang = HitCard.lang(metadata.language?.value, words)
    let heading: HTML =
      isTitle
      ? "<h1\(lang)>\(title)</h1>" : "<p class=\"work-title\"\(lang)>\(title)</p>"
    let subtitle: HTML? = metadata.subtitle.map { "<p class=\"subtitle\"\(lang)>\($0.value)</p>" }
    return """
      <header class="title">\(author)\(heading)\(subtitle)<p class="facts">\
      \(HTML.joined(facts(words).map { "<span>\($0)</span>" }, by: "\n"))</p>\
      \(coins.map { "<span class=\"Z3988\" title=\"\($0)\"></span>" as HTML })</header>
      """
  }

  private func facts(_ words: Wording) -> [HTML] {
    let metadata = work.metadata
    var facts: [HTML] = []
    if let year = metadata.printedYear?.value ?? metadata.year.map({ String($0.value) }) {
      let doubt: HTML =
        metadata.year?.basis == .inferred
        ? " <span class=\"inferred\">\(words(.inferred))</span>" : ""
      facts.append("\(year)\(doubt)")
    } else {
      facts.append("\(words(.yearUnknown))")
    }
    if let edition = metadata.editionYear, edition.value != metadata.year?.value {
      facts.append("\(words(.editionOf, String(edition.value)))")
    }
    if let collection = metadata.collection {
      facts.append(words.html(.inCollection, "<cite>\(collection.value)</cite>"))
    }
    facts.append(
      work.pageCount > 0
        ? "\(words.count(.pageCount, work.pageCount))" : "\(words(.noPagesInFile))")
    if let language = metadata.language {
      facts.append("\(words.name(ofLanguage: language.value))")
    }
    facts.append(words.html(.fromFile, "<span class=\"file\">\(work.file)</span>"))
    if let url = metadata.url, url.value.hasPrefix("http") {
      facts.append("<a href=\"\(url.value)\" rel=\"noreferrer\">\(words(.textOnTheWeb))</a>")
    }
    if let editAddress { facts.append("<a href=\"\(editAddress)\">\(words(.putRight))</a>") }
    return facts
  }
}

/// The way to the previous and the next passage found in a work.
package struct HitSteps: Sendable {
  /// The number of the hit at hand, from 1, and how many there are.
  package var number: Int
  package var total: Int
  /// The addresses of the hits around it.
  package var previous: String?
  package var next: String?
  /// The address of all results.
  package var all: CountedLink?

  /// Creates steps.
  package init(number: Int, total: Int, previous: String?, next: String?, all: CountedLink?) {
    self.number = number
    self.total = total
    self.previous = previous
    self.next = next
    self.all = all
  }

  func html(_ words: Wording) -> HTML {
    func link(_ address: String?, _ sign: HTML, _ label: String, _ rel: HTML) -> HTML {
      guard let address else { return "<span class=\"off\" aria-hidden=\"true\">\(sign)</span>" }
      return "<a class=\"\(rel)\" href=\"\(address)\" aria-label=\"\(label)\">\(sign)</a>"
    }
    let whole: HTML? = all.map { "<a href=\"\($0.address)\">\($0.name)</a>" }
    return """
      <nav class="nav-hit" aria-label="\(words(.stepsLabel))">\
      \(link(previous, "‹", words(.previousHit), "hit-previous"))\
      <span class="num">\(words(.stepOf, words.number(number), words.number(total)))</span>\
      \(link(next, "›", words(.nextHit), "hit-next"))\(whole)</nav>
      """
  }
}

/// A chapter of a work, to be read.
package struct ChapterPage: Sendable {
  /// A heading or a passage, in reading order.
  package enum Item: Sendable {
    case heading(String, depth: Int, id: String)
    case passage(ReadPassage)
  }

  package var head: WorkHead
  /// The title of the chapter, for the window and the first heading.
  package var title: String
  /// The headings above it.
  package var path: [String]
  /// Whether the title is that of a slice, which the text does not print.
  package var showsTitle: Bool
  package var items: [Item]
  /// The contents of the work, the chapters with hits, and other things about the work.
  package var lists: [SideList]
  /// The previous and the next chapter.
  package var previous: CountedLink?
  package var next: CountedLink?
  package var steps: HitSteps?

  /// Creates a page.
  package init(
    head: WorkHead, title: String, path: [String], showsTitle: Bool, items: [Item],
    lists: [SideList], previous: CountedLink?, next: CountedLink?, steps: HitSteps?
  ) {
    self.head = head
    self.title = title
    self.path = path
    self.showsTitle = showsTitle
    self.items = items
    self.lists = lists
    self.previous = previous
    self.next = next
    self.steps = steps
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lists = HTML.joined(lists.map { $0.html(words) })
    let above: HTML = path.isEmpty ? "" : "<p class=\"where\">\(path.joined(separator: " › "))</p>"
    let shown: HTML = showsTitle ? "<h2>\(title)</h2>" : ""
    let rest = items.map { item -> HTML in
      switch item {
      case .heading(let title, let depth, let id):
        return depth == 0
          ? "<h2 id=\"\(id)\">\(title)</h2>"
          : depth == 1 ? "<h3 id=\"\(id)\">\(title)</h3>" : "<h4 id=\"\(id)\">\(title)</h4>"
      case .passage(let passage): return passage.html(visit)
      }
    }
    let steppers = [(previous, "prev" as HTML, "‹ " as HTML, "" as HTML), (next, "next", "", " ›")]
      .compactMap { link, rel, before, after -> HTML? in
        link.map { "<a rel=\"\(rel)\" href=\"\($0.address)\">\(before)\($0.name)\(after)</a>" }
      }
    return """
      <main class="cols" id="main">
      <nav class="side" tabindex="0" aria-label="\(words(.contents))"><details class="fold">\
      <summary>\(words(.contents))</summary>\(lists)</details></nav>
      \(head.html(visit))
      <article class="text" id="text">\(above)\(shown)
      \(HTML.joined(rest, by: "\n"))
      </article>
      \(steppers.isEmpty ? "" : "<nav class=\"steps\" aria-label=\"\(words(.chaptersLabel))\">\(HTML.joined(steppers))</nav>" as HTML)
      </main>
      \(steps.map { $0.html(words) })
      """
  }
}
