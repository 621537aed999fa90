// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus

/// Reads HTML of any age: the visible text, without navigation.
enum HTMLText {
  /// Extracts a document.
  ///
  /// - Parameter metadata: Metadata from outside the document, which replaces the document's own.
  static func extract(
    _ text: String, file: SourceFile, stating metadata: Metadata? = nil
  ) -> ExtractedText {
    let soup = TagSoup(Array(text.utf8))
    guard let tree = HTMLTree(soup.markup) else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "unparsable", "The HTML cannot be parsed.")])
    }
    var reader = HTMLReader(root: tree.root)
    reader.read()
    var extracted = reader.extracted
    if soup.droppedTags > 0 {
      extracted.diagnostics.append(
        Diagnostic(
          .warning,
          code: "deep-nesting",
          "\(soup.droppedTags) tags were ignored because they are nested too deeply or too long; "
            + "their text was read."
        )
      )
    }
    extracted.metadata = HTMLMetadata(tree.root, folder: file.folder).metadata
    if let metadata {
      extracted.metadata = metadata
    } else {
      HTMLHead.complete(&extracted, bylines: reader.bylines)
    }
    Gutenberg.strip(&extracted)
    TextHead.apply(to: &extracted)
    withExtendedLifetime(tree) {}
    return extracted
  }
}

/// Walks a document and builds its blocks.
struct HTMLReader {
  private let root: HTMLNode
  private let notes: NoteLinks
  private let documentLanguage: String?
  private var builder = BlockBuilder()
  private var modes: [(node: HTMLNode, mode: BlockMode)] = []
  private var linkDepth = 0
  private var strongDepth = 0
  /// Group of headings being read as one, such as a chapter's number and title.
  private var headingGroup: HTMLNode?
  private var source = 0
  /// Bylines found, with their line numbers.
  private(set) var bylines: [(text: String, line: Int)] = []
  /// Tables used only for layout.
  private var layoutTables: Set<HTMLNode> = []
  /// Tables that contain tabular data.
  private var dataTables: Set<HTMLNode> = []

  init(root: HTMLNode) {
    self.root = root
    notes = NoteLinks(root)
    documentLanguage = root.attribute("lang")?.lowercased()
    builder.mode.treatsBoldAsHeading = !StrongType.hasHeadings(root)
  }

  /// The text read so far.
  var extracted: ExtractedText {
    var ledger = builder.ledger
    ledger.source = source
    ledger.omissions = builder.allOmissions
    ledger.text = builder.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    return ExtractedText(pages: builder.pages, blocks: builder.blocks, ledger: ledger)
  }

  /// Reads the document.
  mutating func read() {
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      switch step {
      case .enter(let node) where node.isText:
        guard let text = node.text else { continue }
        source += Ledger.count(
          UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self),
            count: length(text)
          )
        )
        builder.add(
          text, line: node.line, isLinked: linkDepth > 0, isStrong: strongDepth > 0)
      case .enter(let node) where node.isElement:
        if enter(node) { walk.skipChildren() }
      case .leave(let node): leave(node)
      default: break
      }
    }
    builder.finish()
  }

  private func length(_ text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }

  /// Enters an element.
  ///
  /// - Returns: Whether its contents have already been handled.
  private mutating func enter(_ node: HTMLNode) -> Bool {
    let role = ElementRole.role(of: node.tag)
    if role == .silent { return true }
    let hasAttributes = node.pointee.v.element.attributes.length > 0
    if hasAttributes, RoleWords.isPageNumber(node) || PageMarks.isAnchor(node) {
      return readPageNumber(node)
    }
    if role == .omitted || RoleWords.isSiteFooter(node) {
      return omit(node, rule: "navigation")
    }
    if hasAttributes, builder.blocks.count < 12, RoleWords.isByline(node) {
      return readByline(node)
    }
    if hasAttributes, node != root, let rule = RoleWords.omission(node) {
      return omit(node, rule: rule)
    }
    if hasAttributes, RoleWords.isTranscribersNote(node) {
      return omit(node, rule: "transcribers-note")
    }
    if let note = notes.noteOfMark[node] { return readMark(node, of: note) }
    if role == .superscript, let note = notes.note(inMark: node) {
      return readMark(node, of: note)
    }
    if notes.backlinks.contains(node) {
      let text = consumedText(node)
      builder.remove(text.trimmed, rule: "note-number")
      return true
    }
    if hasAttributes, let name = node.identifier, notes.noteInBlock[node] == nil || role.isBlock {
      if role.isBlock { endBlock(at: node) }
      builder.setAnchor(name)
    }
    switch role {
    case .lineBreak:
      if builder.mode.treatsBoldAsHeading, builder.mode.kind == .paragraph, builder.isStrong {
        builder.finish()
      } else {
        builder.breakLine()
      }
    case .link:
      linkDepth += 1
      builder.beginLink()
    case .inline where StrongType.isStrong(node): strongDepth += 1
    case .cell where isLayout(node): enterBlock(node, .block, hasAttributes)
    case .cell: builder.space()
    case .inline, .superscript, .image, .omitted, .silent: break
    case .block, .heading, .quotation, .preformatted, .rule:
      if headingGroup != nil {
        builder.space()
      } else {
        enterBlock(node, role, hasAttributes)
      }
    }
    return false
  }

  /// Ends the current block; within a note, only the current line.
  private mutating func endBlock(at node: HTMLNode) {
    if builder.mode.kind == .note, notes.noteInBlock[node] == nil {
      builder.breakLine()
    } else {
      builder.finish()
    }
  }

  private mutating func enterBlock(_ node: HTMLNode, _ role: ElementRole, _ hasAttributes: Bool) {
    endBlock(at: node)
    var mode = builder.mode
    if let note = notes.noteInBlock[node] {
      mode = BlockMode(
        kind: .note, treatsBoldAsHeading: mode.treatsBoldAsHeading, note: note,
        language: mode.language)
    } else if mode.kind != .note {
      switch role {
      case .heading:
        mode.kind = .heading(level: ElementRole.headingLevel(node.tag))
        mode.keepsLines = false
      case .quotation: mode.kind = .quotation
      case .preformatted:
        if mode.kind == .paragraph { mode.kind = .verse }
        mode.keepsLines = true
        mode.isPreformatted = true
      default:
        if hasAttributes {
          if RoleWords.isVerse(node) {
            mode.kind = .verse
            mode.keepsLines = true
          } else if mode.kind == .paragraph, RoleWords.isQuotation(node) {
            mode.kind = .quotation
          }
        }
      }
    }
    if hasAttributes, let language = node.attribute("lang")?.lowercased() {
      mode.language = language == documentLanguage || language.isEmpty ? nil : language
    }
    if hasAttributes, let place = node.attribute("data-sourcepos") {
      builder.statedLine = Int(place.prefix { $0 != ":" })
    }
    if node.tag == GUMBO_TAG_HGROUP, mode.kind != .note, let level = Self.level(ofGroup: node) {
      mode.kind = .heading(level: level)
      headingGroup = node
    }
    modes.append((node, builder.mode))
    builder.mode = mode
  }

  /// Level of the first heading in a group; `nil` if there is none.
  private static func level(ofGroup group: HTMLNode) -> Int? {
    var walk = HTMLWalk(group)
    while let step = walk.next() {
      if case .enter(let node) = step, node.isElement, ElementRole.role(of: node.tag) == .heading {
        return ElementRole.headingLevel(node.tag)
      }
    }
    return nil
  }

  private mutating func leave(_ node: HTMLNode) {
    if headingGroup == node { headingGroup = nil }
    if headingGroup != nil, ElementRole.role(of: node.tag).isBlock { builder.space() }
    if ElementRole.role(of: node.tag) == .cell, !isLayout(node) { builder.space() }
    if StrongType.isStrong(node) { strongDepth = max(0, strongDepth - 1) }
    if ElementRole.role(of: node.tag) == .link { linkDepth = max(0, linkDepth - 1) }
    guard let last = modes.last, last.node == node else { return }
    if builder.mode.kind == .note, last.mode.kind == .note {
      builder.breakLine()
    } else {
      builder.finish()
    }
    builder.mode = last.mode
    modes.removeLast()
  }

  // MARK: What is not text

  private mutating func omit(_ node: HTMLNode, rule: String) -> Bool {
    if ElementRole.role(of: node.tag).isBlock { endBlock(at: node) }
    builder.omit(consumedText(node), rule: rule)
    return true
  }

  private mutating func readByline(_ node: HTMLNode) -> Bool {
    if ElementRole.role(of: node.tag).isBlock { endBlock(at: node) }
    let text = consumedText(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    bylines.append((text, node.line))
    builder.ledger.metadata += Ledger.count(text)
    return true
  }

  /// Whether a cell belongs to a layout table and therefore forms a block of its own.
  private mutating func isLayout(_ cell: HTMLNode) -> Bool {
    guard
      let table = sequence(first: cell, next: { $0.parent }).prefix(6)
        .first(where: { $0.isElement && $0.tag == GUMBO_TAG_TABLE })
    else { return false }
    if layoutTables.contains(table) { return true }
    guard !dataTables.contains(table) else { return false }
    if LayoutTable.isLayout(table) {
      layoutTables.insert(table)
      return true
    }
    dataTables.insert(table)
    return false
  }

  private mutating func readMark(_ node: HTMLNode, of note: NoteLinks.Note) -> Bool {
    builder.mark(note, printed: consumedText(node).trimmed)
    return true
  }

  private mutating func readPageNumber(_ node: HTMLNode) -> Bool {
    let text = consumedText(node)
    if let label = PageMarks.label(of: node, text: text) {
      builder.beginPage(label: label, line: node.line)
    }
    builder.omit(text, rule: "page-number")
    return true
  }

  /// The text of an element that does not go into a block; it still counts as source.
  private mutating func consumedText(_ node: HTMLNode) -> String {
    var text = ""
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      guard case .enter(let inner) = step else { continue }
      if inner.isText, let piece = inner.text {
        text += String(cString: piece)
      } else if inner.isElement {
        let role = ElementRole.role(of: inner.tag)
        if role == .silent { walk.skipChildren() }
        if role.isBlock || role == .lineBreak { text += " " }
      }
    }
    source += Ledger.count(text)
    return text
  }
}
