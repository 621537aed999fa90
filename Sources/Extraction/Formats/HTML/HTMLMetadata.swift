// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus
import TextFolding

/// Reads metadata from the head of a document.
struct HTMLMetadata {
  /// Metadata found in the head.
  private(set) var metadata = Metadata()

  private var meta: [String: [(value: String, line: Int)]] = [:]

  init(_ root: HTMLNode, folder: FolderFacts) {
    var title: (text: String, line: Int)?
    var canonical: (text: String, line: Int)?
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      guard case .enter(let node) = step, node.isElement else { continue }
      switch node.tag {
      case GUMBO_TAG_TITLE:
        let text = Self.wholeText(of: node)
        if title == nil, !text.isEmpty { title = (text, node.line) }
      case GUMBO_TAG_META:
        let name =
          node.attribute("name") ?? node.attribute("property")
          ?? node.attribute("itemprop")
        if let name, let value = node.attribute("content")?.trimmed, !value.isEmpty {
          meta[name.lowercased(), default: []].append((value, node.line))
        }
      case GUMBO_TAG_LINK:
        if node.attribute("rel")?.lowercased() == "canonical", let address = node.attribute("href")
        {
          canonical = (address, node.line)
        }
      case GUMBO_TAG_BODY: walk.skipChildren()
      default: break
      }
    }
    setTitle(title, folder)
    setPeople()
    setDates()
    setPublication()
    complete(LinkedData(root).metadata)
    if metadata.year == nil { setPublishedTime(root) }
    if let language = root.attribute("lang")?.trimmed.lowercased(), !language.isEmpty {
      metadata.language = Attributed(language, .stated, rule: "html-lang", evidence: language)
    } else if let language = fact(
      ["dc.language", "dcterms.language", "content-language"],
      "html-meta"
    ) {
      metadata.language = language
    }
    metadata.url = fact(["og:url", "citation_public_url"], "html-meta")
    if let canonical, canonical.text.contains("://") {
      metadata.url = Attributed(
        canonical.text,
        .stated,
        rule: "html-canonical",
        evidence: canonical.text,
        line: canonical.line
      )
    }
    metadata.rights = fact(["dc.rights", "dcterms.rights", "copyright"], "html-meta")
    metadata.publisher = fact(["dc.publisher", "citation_publisher"], "html-meta")
    if metadata.collection == nil, let collection = folder.collection,
      collection != metadata.title?.value
    {
      metadata.collection = Attributed(
        collection,
        .inferred,
        rule: "folder-index",
        evidence: collection
      )
    }
  }

  private mutating func setTitle(_ title: (text: String, line: Int)?, _ folder: FolderFacts) {
    if let stated = fact(["citation_title", "dc.title", "dcterms.title"], "html-meta"),
      !JunkTitles.isJunk(stated.value)
    {
      metadata.title = stated
      return
    }
    guard let title, !JunkTitles.isJunk(title.text) else {
      metadata.title = fact(["og:title"], "html-meta").flatMap {
        JunkTitles.isJunk($0.value) ? nil : $0
      }
      return
    }
    var text = title.text
    let sites = [folder.siteName, meta["og:site_name"]?.first?.value].compactMap(\.self)
    for site in sites where text.hasSuffix(site) && text != site {
      let rest = text.dropLast(site.count)
      let kept = rest.trimmingSuffix { " |-–—:·»«".contains($0) }
      if kept.count < rest.count, !kept.isEmpty { text = String(kept) }
    }
    metadata.title = Attributed(
      text,
      .stated,
      rule: "html-title",
      evidence: title.text,
      line: title.line
    )
  }

  private mutating func setPeople() {
    let names: [(Person.Role, [String])] = [
      (
        .author,
        [
          "citation_author", "citation_authors", "dc.creator", "dcterms.creator",
          "dc.creator.personalname", "eprints.creators_name", "bepress_citation_author", "author",
          "article:author", "creator", "sailthru.author", "parsely-author", "dc.author",
        ]
      ),
      (.editor, ["citation_editor", "dc.contributor.editor", "editor"]),
      (.translator, ["citation_translator", "dc.contributor.translator", "translator"]),
    ]
    for (role, names) in names {
      for name in names {
        let before = metadata.people.count
        for (value, line) in meta[name] ?? [] where !value.contains("://") {
          for person in Person.people(parsing: value, role: role) {
            metadata.people.append(
              Attributed(person, .stated, rule: "html-meta", evidence: value, line: line))
          }
        }
        if metadata.people.count > before { break }
      }
    }
  }

  /// Reads the journal or book that contains the text, and what it says of its form.
  private mutating func setPublication() {
    func form(_ value: WorkForm, _ names: [String]) -> Attributed<WorkForm>? {
      fact(names, "html-meta").map {
        Attributed(value, .stated, rule: $0.rule, evidence: $0.evidence, line: $0.line)
      }
    }
    metadata.collection = fact(
      [
        "citation_journal_title", "citation_inbook_title", "citation_book_title",
        "bepress_citation_journal_title",
      ], "html-meta")
    metadata.form =
      form(.article, ["citation_journal_title", "bepress_citation_journal_title"])
      ?? form(.chapter, ["citation_inbook_title", "citation_book_title"])
      ?? form(.thesis, ["citation_dissertation_institution", "citation_dissertation_name"])
    if let isbn = meta["citation_isbn"]?.first?.value ?? meta["book:isbn"]?.first?.value {
      metadata.others.append(OtherFact(name: "isbn", value: String(isbn.prefix(100))))
    }
  }

  /// Adds facts to those that the head states.
  private mutating func complete(_ other: Metadata) {
    // A title in JSON-LD has no name of a site, but may have been shortened for search engines.
    metadata.title = metadata.title ?? other.title
    if metadata.people.isEmpty { metadata.people = other.people }
    if metadata.year == nil {
      metadata.year = other.year
      metadata.printedYear = other.printedYear
    }
    metadata.form = metadata.form ?? other.form
    metadata.language = metadata.language ?? other.language
    metadata.others += other.others
  }

  /// Reads `<time itemprop="datePublished">` or `<time pubdate>` (HTML Living Standard, 4.5.14).
  private mutating func setPublishedTime(_ root: HTMLNode) {
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      guard case .enter(let node) = step, node.isElement, node.tag == GUMBO_TAG_TIME else {
        continue
      }
      let property = node.attribute("itemprop")?.lowercased()
      guard property == "datepublished" || node.attribute("pubdate") != nil else { continue }
      let printed = node.attribute("datetime") ?? Self.wholeText(of: node)
      metadata.setDate(printed, rule: "html-time", line: node.line)
      if metadata.year != nil { return }
    }
  }

  private mutating func setDates() {
    let names = [
      "citation_publication_date", "citation_date", "citation_year", "dcterms.issued",
      "dc.date.issued", "dc.date", "dcterms.created", "dc.date.created", "article:published_time",
      "date", "pubdate", "datepublished",
    ]
    for name in names {
      guard let (value, line) = meta[name]?.first else { continue }
      metadata.setDate(value, rule: "html-meta", line: line)
      if metadata.year != nil || metadata.printedYear != nil { return }
    }
  }

  private func fact(_ names: [String], _ rule: String) -> Attributed<String>? {
    for name in names {
      guard let (value, line) = meta[name]?.first else { continue }
      return Attributed(value, .stated, rule: rule, evidence: value, line: line)
    }
    return nil
  }

  private static func wholeText(of node: HTMLNode) -> String {
    node.wholeText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Substring {
  /// Removes trailing characters that satisfy a predicate.
  fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, holds(last) { rest.removeLast() }
    return rest
  }
}
