// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo
import TextFolding

/// Finds notes through links: a mark links to the block that starts with its note.
///
/// This works for Project Gutenberg, marxists.org, Word, wikis and DPUB-ARIA alike. A mark is a
/// short link (`1`, `[12]`, `*`) whose target comes later in the document, at the start of a block.
/// A link back from a note is not a mark, because its target comes earlier.
struct NoteLinks {
  /// Note contained in each block.
  private(set) var noteInBlock: [HTMLNode: BlockNote] = [:]
  /// Note that each link refers to.
  private(set) var noteOfMark: [HTMLNode: BlockNote] = [:]
  /// Links from notes back to their marks.
  private(set) var backlinks: Set<HTMLNode> = []
  /// The term of a definition list that has a note's number, for each note that it describes.
  private(set) var labelOfNote: [HTMLNode: HTMLNode] = [:]
  /// The terms that are such numbers.
  private(set) var labels: Set<HTMLNode> = []
  /// Notes that stand within the text, beside their marks.
  private(set) var sidenotes: [HTMLNode: BlockNote] = [:]
  /// Numbers of notes that several notes or marks have, so that they could not be tied.
  private(set) var ambiguous: [String] = []
  private var nextKey = 0

  private struct Place {
    var node: HTMLNode
    var order: Int
    var block: HTMLNode
    /// Bytes of text before it in its block.
    var offset: Int
  }

  /// Maximum number of bytes before the target in its block, which allows for a note number.
  private static let head = 12

  init(_ root: HTMLNode) {
    var targets: [String: Place] = [:]
    var links: [(place: Place, target: String)] = []
    var addresses: [(place: Place, base: String, target: String)] = []
    var notesBeside: [HTMLNode] = []
    var blocks: [(node: HTMLNode, size: Int)] = [(root, 0)]
    var order = 0
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      switch step {
      case .leave(let node):
        if let last = blocks.last, last.node == node {
          let size = last.size
          blocks.removeLast()
          if !blocks.isEmpty { blocks[blocks.count - 1].size += size }
        }
      case .enter(let node) where node.isText:
        blocks[blocks.count - 1].size += node.text.map { Self.size($0) } ?? 0
      case .enter(let node) where node.isElement:
        order += 1
        let role = ElementRole.role(of: node.tag)
        if role == .silent {
          walk.skipChildren()
          continue
        }
        if role.isBlock, node != root { blocks.append((node, 0)) }
        guard let block = blocks.last else { continue }
        let place = Place(node: node, order: order, block: block.node, offset: block.size)
        guard node.pointee.v.element.attributes.length > 0 else { continue }
        for name in [
          node.attribute("id"), role == .link ? node.attribute("name") : nil,
          node.attribute("data-document"),
        ] {
          if let name, targets[name] == nil { targets[name] = place }
        }
        if role == .inline, ReferenceMark.isSidenote(node) { notesBeside.append(node) }
        if role == .link, let address = node.attribute("href"),
          let hash = address.firstIndex(of: "#")
        {
          let target = String(address[address.index(after: hash)...])
          if target.isEmpty { continue }
          addresses.append((place, String(address[..<hash]), target))
        }
      default: break
      }
    }
    let own = Self.ownAddress(addresses.map { ($0.base, targets[$0.target] != nil) })
    for (place, base, target) in addresses where base.isEmpty || base == own {
      links.append((place, target))
    }
    tie(links, targets)
    addSidenotes(notesBeside)
    addUnlinked(root)
    for (block, note) in NoteContinuations(root, notes: self).found { noteInBlock[block] = note }
  }

  /// The address under which a document refers to itself: the one in most links whose fragment is
  /// an identifier of the document; `nil` if there is none, or if two are equal in that.
  private static func ownAddress(_ links: [(base: String, leadsInto: Bool)]) -> String? {
    let counts = links.reduce(into: [String: Int]()) { counts, link in
      if link.leadsInto, !link.base.isEmpty { counts[link.base, default: 0] += 1 }
    }
    guard let most = counts.values.max() else { return nil }
    let best = counts.filter { $0.value == most }
    return best.count == 1 ? best.first?.key : nil
  }

  private mutating func addSidenotes(_ nodes: [HTMLNode]) {
    for node in nodes where noteInBlock[node] == nil {
      sidenotes[node] = BlockNote(
        number: String(sidenotes.count + 1), key: nextKey, isInferred: true)
      nextKey += 1
    }
  }

  private mutating func addUnlinked(_ root: HTMLNode) {
    let unlinked = UnlinkedNotes(root, linked: self)
    for (place, note) in unlinked.notes.enumerated() {
      noteInBlock[note.block] = BlockNote(
        number: note.number, key: nextKey + place, isInferred: true)
    }
    for note in unlinked.notes {
      if let label = DefinedNote.label(of: note.block) { setLabel(label, of: note.block) }
    }
    for (node, place) in unlinked.marks {
      noteOfMark[node] = noteInBlock[unlinked.notes[place].block]
    }
    nextKey += unlinked.notes.count
    ambiguous = unlinked.ambiguous
  }

  private mutating func tie(
    _ links: [(place: Place, target: String)],
    _ targets: [String: Place]
  ) {
    var perContainer: [HTMLNode: Int] = [:]
    var found: [(link: Place, target: Place, number: String)] = []
    for (place, name) in links {
      let text = place.node.headText
      guard let target = targets[name] ?? targets[Percent.decoded(name)] else {
        if PrintedMark.isArrow(text) { backlinks.insert(place.node) }
        continue
      }
      if target.order < place.order,
        PrintedMark.isArrow(text) || ReferenceMark.isBacklink(place.node)
      {
        backlinks.insert(place.node)
      }
      if let number = ReferenceMark.number(of: place.node, text: text),
        let note = Self.target(of: place, target)
      {
        found.append((place, note, number))
        for ancestor in sequence(first: note.block, next: { $0.parent }).prefix(6) {
          perContainer[ancestor, default: 0] += 1
        }
        continue
      }
      guard !ReferenceMark.isInIndex(place.node), let number = PrintedMark.number(in: text),
        target.node.attribute("data-document") == nil
      else { continue }
      if target.order < place.order {
        if place.offset <= Self.head { backlinks.insert(place.node) }
        continue
      }
      // A number that links to a page belongs to a table of contents or index.
      guard target.offset <= Self.head, target.block != place.block,
        !Self.contains(target.node, place.node), !PageMarks.isAnchor(target.node)
      else { continue }
      var note = target
      note.block = Self.noteBlock(at: target.block)
      found.append((place, note, number))
      for ancestor in sequence(first: target.block, next: { $0.parent }).prefix(6) {
        perContainer[ancestor, default: 0] += 1
      }
    }
    // A number that links to a heading refers to a chapter.
    for (link, target, number) in found {
      if ElementRole.role(of: target.block.tag) == .heading { continue }
      let container = Self.container(of: target.block, perContainer)
      if noteInBlock[container] == nil {
        noteInBlock[container] = BlockNote(number: number, key: nextKey)
        if let label = DefinedNote.label(of: container) { setLabel(label, of: container) }
        nextKey += 1
      }
      noteOfMark[link.node] = noteInBlock[container]
    }
  }

  /// Whether an element contains a note to which a mark belongs.
  func hasNote(in node: HTMLNode) -> Bool {
    guard !noteInBlock.isEmpty else { return false }
    var walk = HTMLWalk(node)
    while let step = walk.next() {
      if case .enter(let inner) = step, noteInBlock[inner] != nil { return true }
    }
    return false
  }

  /// The place of the note that a link declared to be a mark leads to; `nil` if it leads to a whole
  /// list of notes, or into the middle of a block.
  private static func target(of mark: Place, _ target: Place) -> Place? {
    guard !contains(target.node, mark.node), target.block != mark.block,
      target.offset <= head, !NoteWords.isList(target.node),
      target.order > mark.order || ReferenceMark.isDeclared(mark.node)
    else { return nil }
    var note = target
    note.block = noteBlock(at: target.block)
    return note
  }

  /// The note for a superscript that contains its link together with brackets: `[<a>2</a>]`.
  func note(inMark node: HTMLNode) -> BlockNote? {
    guard PrintedMark.number(in: node.headText) != nil else { return nil }
    var walk = HTMLWalk(node)
    var steps = 0
    while let step = walk.next(), steps < 12 {
      steps += 1
      if case .enter(let inner) = step, let note = noteOfMark[inner] { return note }
    }
    return nil
  }

  private mutating func setLabel(_ label: HTMLNode, of note: HTMLNode) {
    labelOfNote[note] = label
    labels.insert(label)
  }

  /// The block with the words of the note whose number a block has.
  private static func noteBlock(at block: HTMLNode) -> HTMLNode {
    DefinedNote.description(of: block) ?? blockAfterEmpty(block) ?? block
  }

  /// The block that follows an otherwise empty block with the target; `nil` if it has text.
  private static func blockAfterEmpty(_ block: HTMLNode) -> HTMLNode? {
    guard block.headText.trimmed.isEmpty, let parent = block.parent, parent.isElement else {
      return nil
    }
    // Starts at the block's own index and checks only a few siblings.
    let first = Int(block.pointee.index_within_parent) + 1
    for index in first..<min(first + 6, parent.childCount) {
      guard let sibling = parent.child(index), sibling.isElement else { continue }
      return ElementRole.role(of: sibling.tag).isBlock ? sibling : nil
    }
    return nil
  }

  /// The element that contains the whole note: the target's block, or an enclosing one.
  ///
  /// An enclosing element is used only if it contains no other note.
  private static func container(of block: HTMLNode, _ counts: [HTMLNode: Int]) -> HTMLNode {
    var container = block
    while let parent = container.parent, parent.isElement, counts[parent] == counts[block],
      parent.tag == GUMBO_TAG_LI || parent.tag == GUMBO_TAG_DD || parent.tag == GUMBO_TAG_ASIDE
        || RoleWords.isNote(parent)
    {
      container = parent
    }
    return container
  }

  private static func contains(_ outer: HTMLNode, _ inner: HTMLNode) -> Bool {
    sequence(first: inner, next: { $0.parent }).prefix(40).contains(outer)
  }

  /// Number of bytes other than ASCII white space, counted up to a limit.
  private static func size(_ text: UnsafePointer<CChar>) -> Int {
    var count = 0
    var index = 0
    while text[index] != 0, count <= 64 {
      if text[index] > 0x20 || text[index] < 0 { count += 1 }
      index += 1
    }
    return count
  }
}
