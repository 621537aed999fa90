// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// How an element affects the text it contains.
enum ElementRole: UInt8 {
  /// No effect: its text flows with the surrounding text.
  case inline
  /// It forms a block.
  case block
  case heading, quotation, preformatted, lineBreak, rule, image
  /// Its contents are not part of the text.
  case omitted
  /// It has no readable text, like a script.
  case silent
  case link, superscript, cell

  private static let table: [ElementRole] = {
    var table = [ElementRole](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    func set(_ role: ElementRole, _ tags: [GumboTag]) {
      for tag in tags { table[Int(tag.rawValue)] = role }
    }
    set(
      .block,
      [
        GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_UL,
        GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TABLE, GUMBO_TAG_TR,
        GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_CAPTION, GUMBO_TAG_SECTION,
        GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER, GUMBO_TAG_HGROUP,
        GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER,
        GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,
        GUMBO_TAG_DIR, GUMBO_TAG_FOOTER,
      ]
    )
    set(
      .heading,
      [
        GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
      ]
    )
    set(.quotation, [GUMBO_TAG_BLOCKQUOTE])
    set(.preformatted, [GUMBO_TAG_PRE, GUMBO_TAG_XMP, GUMBO_TAG_LISTING, GUMBO_TAG_PLAINTEXT])
    set(.lineBreak, [GUMBO_TAG_BR])
    set(.rule, [GUMBO_TAG_HR])
    set(
      .omitted,
      [
        GUMBO_TAG_NAV, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
        GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS,
        GUMBO_TAG_SVG,
      ])
    set(
      .silent,
      [
        GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
        GUMBO_TAG_TITLE, GUMBO_TAG_NOFRAMES,
      ]
    )
    set(.link, [GUMBO_TAG_A])
    set(.superscript, [GUMBO_TAG_SUP])
    set(.image, [GUMBO_TAG_IMG])
    set(.cell, [GUMBO_TAG_TD, GUMBO_TAG_TH])
    return table
  }()

  /// The role of a tag.
  static func role(of tag: GumboTag) -> ElementRole {
    let index = Int(tag.rawValue)
    return index < table.count ? table[index] : .inline
  }

  /// The rule by which elements of a tag are omitted.
  func rule(of tag: GumboTag) -> String {
    switch tag {
    case GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS:
      "fallback"
    case GUMBO_TAG_SVG: "drawing"
    default: "navigation"
    }
  }

  /// The level of a heading tag, from 1 to 6.
  static func headingLevel(_ tag: GumboTag) -> Int {
    Int(tag.rawValue) - Int(GUMBO_TAG_H1.rawValue) + 1
  }

  /// Whether the element starts a new block.
  var isBlock: Bool {
    switch self {
    case .block, .heading, .quotation, .preformatted, .rule: true
    default: false
    }
  }
}

/// Recognises the purpose of elements by their classes, ids and roles.
enum RoleWords {
  /// The rule by which an element is omitted; `nil` if it is kept.
  static func omission(_ node: HTMLNode) -> String? {
    if node.attribute("hidden") != nil { return "hidden" }
    if let style = node.attribute("style"),
      style.lowercased().filter({ $0 != " " })
        .contains("display:none")
    {
      return "hidden"
    }
    let words = node.roleWords
    if words.contains(where: { boilerplate.contains($0) || $0.hasPrefix("pg-boilerplate") }) {
      return nil
    }
    // An identifier made from a heading says what the section is about, not what it is for.
    let slug = node.attribute("id")?.lowercased() ?? ""
    let ids = slug.isEmpty || !isSlug(slug, of: node) ? [] : Set([slug[...]])
    for word in words where !ids.contains(word) {
      if matter.contains(word) { return "front-matter" }
      if navigation.contains(word) { return "navigation" }
      if word != slug, navigationParts.contains(where: { word.contains($0) }) {
        return "navigation"
      }
    }
    return nil
  }

  private static let boilerplate: Set<Substring> = ["pgheader", "pg-machine-header"]

  /// Whether an identifier is made from the words of a heading: of the element itself, or of the
  /// first one in it.
  private static func isSlug(_ id: String, of node: HTMLNode) -> Bool {
    var walk = HTMLWalk(node)
    var steps = 0
    while let step = walk.next(), steps < 12 {
      steps += 1
      guard case .enter(let inner) = step, inner.isElement,
        ElementRole.role(of: inner.tag) == .heading
      else { continue }
      return inner.headText.lettersAndDigits.lowercased() == id.lettersAndDigits
    }
    return false
  }

  /// Whether an element has words of the text though what is around it belongs to the edition:
  /// epigraphs and dedications (EPUB Structural Semantics 1.1, 2.3).
  static func isText(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { text.contains($0) }
  }

  /// Whether an element contains an epigraph or a dedication.
  static func hasText(within node: HTMLNode) -> Bool {
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      if case .enter(let inner) = step, inner.isElement,
        inner.pointee.v.element.attributes.length > 0, isText(inner)
      {
        return true
      }
    }
    return false
  }

  /// Whether an element contains a stanza, whose blocks are lines.
  static func isStanza(_ node: HTMLNode) -> Bool {
    node.pointee.v.element.attributes.length > 0
      && node.roleWords.contains { stanza.contains($0) }
  }

  /// Whether an element contains a line of verse.
  static func isLine(_ node: HTMLNode) -> Bool {
    node.pointee.v.element.attributes.length > 0 && node.roleWords.contains { line.contains($0) }
  }

  /// Whether a block is the large initial of a paragraph that follows: a single letter, perhaps
  /// after a quotation mark.
  static func isInitial(_ node: HTMLNode) -> Bool {
    guard node.pointee.v.element.attributes.length > 0,
      node.roleWords.contains(where: { initials.contains($0) })
    else { return false }
    let text = node.headText.trimmed
    return text.count <= 2 && text.count(where: \.isLetter) == 1 && text.last?.isLetter == true
  }

  /// Whether an element contains the number of a line of verse.
  static func isLineNumber(_ node: HTMLNode) -> Bool {
    guard node.roleWords.contains(where: { lineNumber.contains($0) }) else { return false }
    let text = node.headText.trimmed
    return text.utf8.count <= 8 && text.contains(where: \.isNumber)
      && !text.contains(where: \.isLetter)
  }

  /// Whether an element's style keeps its line ends (CSS Text 3, 3).
  static func keepsSpace(_ node: HTMLNode) -> Bool {
    node.attribute("style")?.lowercased().filter { $0 != " " }.contains("white-space:pre") == true
  }

  /// Whether an element contains the byline: who wrote the text, and when.
  static func isByline(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { byline.contains($0) }
  }

  /// Whether a footer belongs to the site, not to a letter or quotation within the text.
  static func isSiteFooter(_ node: HTMLNode) -> Bool {
    guard node.tag == GUMBO_TAG_FOOTER else { return false }
    let inText: [GumboTag] = [
      GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_ASIDE,
    ]
    return !sequence(first: node, next: { $0.parent }).dropFirst().prefix(40)
      .contains { $0.isElement && inText.contains($0.tag) }
  }

  /// Whether an element contains a transcriber's note.
  static func isTranscribersNote(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { transcriber.contains($0) }
  }

  /// Whether an element contains a single note.
  static func isNote(_ node: HTMLNode) -> Bool {
    node.roleWords.contains {
      note.contains($0) || $0.hasPrefix("footnote_") || $0 == "doc-footnote" || $0 == "doc-endnote"
    }
  }

  /// Whether an element contains a printed page number.
  static func isPageNumber(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { pageNumber.contains($0) }
  }

  /// Whether an element contains verse.
  static func isVerse(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { verse.contains($0) }
  }

  /// Whether an element contains a block quotation.
  static func isQuotation(_ node: HTMLNode) -> Bool {
    node.roleWords.contains { quotation.contains($0) }
  }

  private static let navigation: Set<Substring> = [
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "pager",
    "pagination", "skip-link", "skiplink", "share", "sharing", "social", "cookie", "search",
    "banner", "contentinfo", "comments", "comment-form", "noprint", "printfooter", "catlinks",
    "mw-jump-link", "mw-editsection", "page-links", "site-header", "site-footer", "toolbar",
    "related", "related-posts", "advertisement", "masthead", "navbox", "infobox", "hatnote",
    "sitesub", "siteSub", "contentSub", "mw-cite-backlink", "sharedaddy", "widget", "widget-area",
    "site-info", "jp-relatedposts", "comment-respond", "comment-list", "respond", "toplink",
    "linkback", "updat", "footer", "metadata", "ambox", "vertical-navbox", "noexcerpt",
  ]
  private static let navigationParts = ["book-navigation", "navigation", "breadcrumb", "cookie"]
  /// Parts that belong to the edition rather than the work (EPUB Structural Semantics 1.1).
  private static let matter: Set<Substring> = [
    "titlepage", "halftitlepage", "imprint", "colophon", "copyright-page", "cover", "toc",
    "landmarks", "page-list", "information",
  ]
  private static let byline: Set<Substring> = [
    "byline", "entry-meta", "post-meta", "article-meta", "posted-on", "dateline", "post-info",
    "article-byline", "author-name", "post-author", "post-byline",
  ]
  private static let note: Set<Substring> = [
    "footnote", "endnote", "note", "fn", "ftnote", "footnote-body", "footnotebody", "rearnote",
  ]
  private static let transcriber: Set<Substring> = [
    "transnote", "tnote", "trans-note", "transcriber", "transcribernote", "transcriber-note",
    "transcribers-note", "tn",
  ]
  private static let pageNumber: Set<Substring> = [
    "pagenum", "pagenumber", "page-number", "pageno", "pagebreak", "page-break", "pagemark",
    "doc-pagebreak", "pb", "pagenums", "newpage",
  ]
  private static let verse: Set<Substring> = [
    "poem", "poetry", "verse", "stanza", "poetry-container", "lg", "song", "hymn", "lyrics",
    "strophe",
  ]
  private static let stanza: Set<Substring> = [
    "stanza", "strophe", "lg", "linegroup", "line-group", "quatrain", "couplet", "tercet",
  ]
  private static let line: Set<Substring> = [
    "line", "l", "verse-line", "verseline", "poem-line", "poetry-line", "poemline",
  ]
  private static let initials: Set<Substring> = [
    "dropcap", "drop-cap", "dropcaps", "drop-caps", "initial", "firstletter", "first-letter",
  ]
  private static let lineNumber: Set<Substring> = [
    "lnum", "linenum", "line-number", "linenumber", "lineno", "ln", "verse-number",
  ]
  private static let text: Set<Substring> = [
    "dedication", "epigraph", "doc-dedication", "doc-epigraph",
  ]
  private static let quotation: Set<Substring> = [
    "blockquote", "blockquot", "block-quote", "quote", "quotation", "extract", "epigraph", "bq",
  ]
}
