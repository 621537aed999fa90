// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import Corpus

/// Walks a document and builds its blocks.
struct HTMLReader {
  let root: HTMLNode
  let notes: NoteLinks
  let documentLanguage: String?
  var builder = BlockBuilder()
  var modes: [(node: HTMLNode, mode: BlockMode)] = []
  private var linkDepth = 0
  private var strongDepth = 0
  /// Group of headings being read as one, such as a chapter's number and title.
  var headingGroup: HTMLNode?
  var source = 0
  /// Notes beside the text that are read after the block with their marks.
  private var notesBeside: [(node: HTMLNode, note: BlockNote)] = []
  private var isInNoteBeside = false
  /// The element that is being left out, except for what in it belongs to the text.
  var omission: (node: HTMLNode, rule: String)?
  /// Elements with text in an element that is being left out.
  var keptWithin: [HTMLNode] = []
  /// How many large elements were read though a word in their class says that they are not text.
  var largeElements = 0
  /// Bytes of text in the document.
  let size: Int
  /// Bylines found, with their line numbers.
  var bylines: [(text: String, line: Int)] = []
  /// Tables used only for layout.
  var layoutTables: Set<HTMLNode> = []
  /// Tables that contain tabular data.
  var dataTables: Set<HTMLNode> = []

  init(root: HTMLNode) {
    self.root = root
    notes = NoteLinks(root)
    size = root.wholeText.utf8.count
    documentLanguage = root.attribute("lang")?.lowercased()
    builder.mode.treatsBoldAsHeading = !StrongType.hasHeadings(root)
  }

  /// The text read so far.
  var extracted: ExtractedText {
    var ledger = builder.ledger
    ledger.source = source
    ledger.omissions = builder.allOmissions
    ledger.text = builder.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    return ExtractedText(
      pages: builder.pages, blocks: NoteParagraphs.joined(builder.blocks), ledger: ledger)
  }

  /// Numbers of notes that could not be tied.
  var ambiguousNotes: [String] { notes.ambiguous }

  /// Reads the document.
  mutating func read() {
    read(root)
    builder.holdsInitial = false
    builder.finish()
    readNotesBeside()
  }

  /// Reads the notes beside the block that has just been completed.
  private mutating func readNotesBeside() {
    let found = notesBeside
    notesBeside = []
    isInNoteBeside = true
    for (node, note) in found {
      let mode = builder.mode
      builder.mode = BlockMode(kind: .note, note: note, language: mode.language)
      for index in 0..<node.childCount {
        if let child = node.child(index) { read(child) }
      }
      builder.finish()
      builder.mode = mode
    }
    isInNoteBeside = false
  }

  private mutating func read(_ element: HTMLNode) {
    var walk = HTMLWalk(element)
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
        if let omission, keptWithin.isEmpty {
          builder.omit(String(cString: text), rule: omission.rule)
          continue
        }
        builder.add(
          text, line: node.line, isLinked: linkDepth > 0, isStrong: strongDepth > 0)
      case .enter(let node) where node.isElement:
        if enter(node) { walk.skipChildren() }
      case .leave(let node):
        leave(node)
        if !notesBeside.isEmpty, builder.isEmpty, ElementRole.role(of: node.tag).isBlock {
          readNotesBeside()
        }
      default: break
      }
    }
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
    if let handled = leaveOut(node, role, hasAttributes) { return handled }
    if notes.labels.contains(node) {
      _ = consumedText(node)
      return true
    }
    if let note = notes.noteOfMark[node] { return readMark(node, of: note) }
    if role == .superscript, let note = notes.note(inMark: node) {
      return readMark(node, of: note)
    }
    if let note = notes.sidenotes[node], !isInNoteBeside, builder.mode.kind != .note {
      builder.mark(note, printed: "")
      notesBeside.append((node, note))
      return true
    }
    if notes.backlinks.contains(node) || hasAttributes && ReferenceMark.isToggle(node) {
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
    case .link where node.attribute("href") == nil: break
    case .link:
      linkDepth += 1
      builder.beginLink()
    case .inline where StrongType.isStrong(node): strongDepth += 1
    case .inline where Drawing.isText(node): builder.finish()
    case .inline where node.tag == GUMBO_TAG_Q: quote(node, isOpening: true)
    case .cell where isLayout(node): enterBlock(node, .block, hasAttributes)
    case .cell: builder.space()
    case .image: readInitial(node)
    case .inline, .superscript, .omitted, .silent: break
    case .block where hasAttributes && RoleWords.isInitial(node): endBlock(at: node)
    case .block, .heading, .quotation, .preformatted, .rule:
      if headingGroup != nil {
        builder.space()
      } else if isLine(node, role) {
        builder.endLine()
      } else {
        enterBlock(node, role, hasAttributes)
      }
    }
    return false
  }

  private mutating func quote(_ node: HTMLNode, isOpening: Bool) {
    guard !QuotationElement.hasMarks(node) else { return }
    let language = builder.mode.language ?? documentLanguage
    let mark = QuotationElement.mark(of: node, isOpening: isOpening, language: language)
    if isOpening { builder.insert(mark) } else { builder.insertBeforeSpace(mark) }
  }

  private mutating func leave(_ node: HTMLNode) {
    if let omission, keptWithin.isEmpty {
      if omission.node == node { self.omission = nil }
      return
    }
    if headingGroup == node { headingGroup = nil }
    if headingGroup != nil, ElementRole.role(of: node.tag).isBlock { builder.space() }
    if ElementRole.role(of: node.tag) == .cell, !isLayout(node) { builder.space() }
    if StrongType.isStrong(node) { strongDepth = max(0, strongDepth - 1) }
    if ElementRole.role(of: node.tag) == .link, node.attribute("href") != nil {
      linkDepth = max(0, linkDepth - 1)
    }
    if node.tag == GUMBO_TAG_Q { quote(node, isOpening: false) }
    if Drawing.isText(node) { builder.finish() }
    if keptWithin.last == node {
      builder.finish()
      keptWithin.removeLast()
    }
    if ElementRole.role(of: node.tag) == .block, RoleWords.isInitial(node), !builder.isEmpty {
      builder.holdsInitial = true
    }
    guard let last = modes.last, last.node == node else {
      if isLine(node, ElementRole.role(of: node.tag)) { builder.endLine() }
      return
    }
    if builder.mode.kind == .note, last.mode.kind == .note {
      builder.breakLine()
    } else {
      builder.finish()
    }
    builder.mode = last.mode
    modes.removeLast()
  }
}
