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
    if let collection = folder.collection, collection != metadata.title?.value {
      metadata.collection = Attributed(
        collection,
        .inferred,
        rule: "folder-index",
        evidence: collection
      )
    }
  }

  private mutating func setTitle(_ title: (text: String, line: Int)?, _ folder: FolderFacts) {
    if let stated = fact(["citation_title", "dc.title", "dcterms.title"], "html-meta") {
      metadata.title = stated
      return
    }
    guard let title else {
      metadata.title = fact(["og:title"], "html-meta")
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
    let names = [
      "citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "creator",
      "sailthru.author",
    ]
    for name in names {
      guard let values = meta[name] else { continue }
      for (value, line) in values where !value.contains("://") {
        for person in Person.people(parsing: value, role: .author) {
          metadata.people.append(
            Attributed(person, .stated, rule: "html-meta", evidence: value, line: line)
          )
        }
      }
      if !metadata.people.isEmpty { return }
    }
  }

  private mutating func setDates() {
    let names = [
      "citation_publication_date", "citation_date", "dcterms.issued", "dc.date", "dcterms.created",
      "article:published_time", "date", "pubdate", "datepublished",
    ]
    for name in names {
      guard let (value, line) = meta[name]?.first, let year = Dates.year(in: value) else {
        continue
      }
      metadata.year = Attributed(year, .stated, rule: "html-meta", evidence: value, line: line)
      return
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
    NoteLinks.wholeText(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
