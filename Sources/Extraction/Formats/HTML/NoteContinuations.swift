// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// Finds the further paragraphs of notes that no element encloses.
///
/// A paragraph between note 4 and note 5 belongs to note 4 if the three stand beside each other and
/// no mark stands between; after the last note it does only within an element that contains notes
/// alone.
struct NoteContinuations {
  /// Most paragraphs by which a note is continued.
  private static let most = 12

  /// The note that each paragraph continues.
  private(set) var found: [HTMLNode: BlockNote] = [:]

  private var last: (node: HTMLNode, note: BlockNote)?
  private var waiting: [HTMLNode] = []

  init(_ root: HTMLNode, notes: NoteLinks) {
    guard !notes.noteInBlock.isEmpty else { return }
    var walk = HTMLWalk(root)
    while let step = walk.next() {
      switch step {
      case .enter(let node) where node.isElement:
        if let note = notes.noteInBlock[node] {
          if let last, last.node.parent == node.parent, Self.follows(note, last.note) { take() }
          last = node.tag == GUMBO_TAG_P ? (node, note) : nil
          waiting = []
          walk.skipChildren()
        } else if notes.noteOfMark[node] != nil {
          end()
        } else {
          read(node)
        }
      case .leave(let node):
        guard let last, last.node.parent == node else { continue }
        if NoteWords.isList(node) { take() }
        end()
      default: break
      }
    }
  }

  private mutating func read(_ node: HTMLNode) {
    guard let last else { return }
    let role = ElementRole.role(of: node.tag)
    guard role.isBlock else { return }
    guard last.node.parent == node.parent else { return }
    let isParagraph = node.tag == GUMBO_TAG_P || role == .quotation
    guard isParagraph, waiting.count < Self.most else { return end() }
    waiting.append(node)
  }

  private mutating func take() {
    guard let last else { return }
    for node in waiting { found[node] = last.note }
    waiting = []
  }

  private mutating func end() {
    last = nil
    waiting = []
  }

  private static func follows(_ note: BlockNote, _ last: BlockNote) -> Bool {
    guard let number = Int(note.number), let before = Int(last.number) else { return false }
    return number == before + 1
  }
}
