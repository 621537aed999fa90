// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A work: its facts with what they rest on, its contents, whom it quotes.
package struct WorkPage: Sendable {
  /// A fact with what it rests on.
  package struct Fact: Sendable {
    package var name: String
    package var value: String
    package var isInferred: Bool
    /// The words that it was read from, and the rule.
    package var evidence: String?
    package var rule: String

    /// Creates a fact.
    package init(name: String, value: String, isInferred: Bool, evidence: String?, rule: String) {
      self.name = name
      self.value = value
      self.isInferred = isInferred
      self.evidence = evidence
      self.rule = rule
    }
  }

  /// A heading in the contents.
  package struct Entry: Sendable {
    package var title: String
    package var depth: Int
    package var address: String
    package var page: String?

    /// Creates an entry.
    package init(title: String, depth: Int, address: String, page: String?) {
      self.title = title
      self.depth = depth
      self.address = address
      self.page = page
    }
  }

  package var head: WorkHead
  package var facts: [Fact]
  package var contents: [Entry]
  package var lists: [SideList]
  /// The address of the beginning.
  package var readAddress: String
  /// Sentences about the work: copies, numbers.
  package var remarks: [SearchPage.Remark]

  /// Creates a page.
  package init(
    head: WorkHead, facts: [Fact], contents: [Entry], lists: [SideList], readAddress: String,
    remarks: [SearchPage.Remark] = []
  ) {
    self.head = head
    self.facts = facts
    self.contents = contents
    self.lists = lists
    self.readAddress = readAddress
    self.remarks = remarks
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    let lang = HitCard.lang(head.work.metadata.language?.value, words)
    let entries = contents.map { entry -> HTML in
      """
      <li class="depth-\(min(entry.depth, 4))"><a href="\(entry.address)"><span>\(entry.title)</span>\
      \(entry.page.map { "<span class=\"num\">\($0)</span>" as HTML })</a></li>
      """
    }
    let rows = facts.map { fact -> HTML in
      let basis: HTML =
        fact.isInferred
        ? "<span class=\"inferred\">\(words(.inferred))</span>"
        : "<span class=\"stated\">\(words(.stated))</span>"
      let evidence: HTML = fact.evidence.map { "“\($0)” " } ?? ""
      return """
        <tr><th scope="row">\(fact.name)</th><td>\(fact.value)</td><td>\(basis)</td>\
        <td class="soft">\(evidence)<span class="rule">\(fact.rule)</span></td></tr>
        """
    }
    let notes = remarks.map { remark -> HTML in
      let link: HTML? = remark.link.map { " <a href=\"\($0.address)\">\($0.name)</a>" }
      return "<p class=\"aside\">\(remark.text)\(link)</p>"
    }
    return """
      <main class="cols" id="main">
      <nav class="side" tabindex="0" aria-label="\(words(.thisWork))"><details class="fold">\
      <summary>\(words(.thisWork))</summary>\(HTML.joined(lists.map { $0.html(words) }))</details></nav>
      \(head.html(visit))
      <div class="catalogue"><p class="acts"><a class="button" href="\(readAddress)">\(words(.readWork))</a></p>
      \(HTML.joined(notes, by: "\n"))
      \(entries.isEmpty ? "" : "<h2>\(words(.contents))</h2><ul class=\"toc\"\(lang)>\(HTML.joined(entries))</ul>" as HTML)
      <h2 id="facts">\(words(.factsTitle))</h2>
      <table class="facts-table"><thead class="vh"><tr><th scope="col">\(words(.fact))</th>\
      <th scope="col">\(words(.value))</th><th scope="col">\(words(.basis))</th>\
      <th scope="col">\(words(.evidence))</th></tr></thead><tbody>\(HTML.joined(rows, by: "\n"))</tbody></table>
      </div></main>
      """
  }
}
