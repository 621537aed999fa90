// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A sequence of paragraphs: the text, a note, or a text box.
///
/// Notes and boxes stand in the middle of a paragraph; their blocks follow when it ends.
struct RTFStory {
  /// What is known of a note while it is read.
  struct Note {
    let key: Int
    let page: Int?
    /// The mark before it in the text, if that is not automatic; empty if there is none.
    var mark: String
    /// The mark at its own beginning.
    var label = ""
    var isNumbered: Bool
    var isEndnote = false
  }

  /// Blocks in reading order.
  private(set) var blocks: [Block] = []
  private(set) var builder = BlockBuilder()
  /// The note that this is; `nil` if it is none.
  var note: Note?
  /// Words in superscript after which a note may follow, as its mark.
  private(set) var held = ""
  /// Indices of paragraphs that are entirely in bold type.
  private(set) var bold: [Int] = []
  /// Indices of centred paragraphs.
  private(set) var centred: Set<Int> = []
  /// Whether the current paragraph is centred.
  var isCentred = false
  /// The number at the beginning of the current list item.
  var isItem = false

  private var queue: [Block] = []
  private var taken = 0

  init(note: Note? = nil) { self.note = note }

  var isEmpty: Bool { builder.isEmpty && held.isEmpty }

  /// Adds words of the current paragraph.
  mutating func add(
    _ text: String, _ kind: Block.Kind, sink: RTFSink, isItem: Bool, line: Int
  ) {
    if sink.isSuperscript, note == nil || builder.isEmpty, held.utf8.count + text.utf8.count <= 16 {
      held += text
      return
    }
    release(kind, line: line)
    set(kind, isItem: isItem)
    text.withCString { builder.add($0, line: line, isLinked: false, isStrong: sink.isBold) }
  }

  /// Adds the words in superscript, which were no mark.
  mutating func release(_ kind: Block.Kind, line: Int) {
    guard !held.isEmpty else { return }
    if let note, builder.isEmpty, !note.isNumbered, note.mark.isEmpty || note.mark == held.trimmed {
      self.note?.label = held.trimmed
      builder.ledger.removed += Ledger.count(held)
    } else {
      set(kind, isItem: isItem)
      held.withCString { builder.add($0, line: line, isLinked: false) }
    }
    held = ""
  }

  private mutating func set(_ kind: Block.Kind, isItem: Bool) {
    builder.mode.kind = note == nil ? kind : .note
    builder.mode.keepsLines = note == nil
    builder.mode.printsNumber = false
    builder.mode.isItem = isItem || self.isItem
  }

  /// Takes the mark before a note out of the text.
  mutating func takeMark() -> String {
    defer { held = "" }
    return held.trimmed
  }

  mutating func mark(_ note: BlockNote, printed: String, isGenerated: Bool) {
    builder.mark(note, printed: printed, isGenerated: isGenerated)
  }

  /// Takes over the account of a story that stands in this one.
  mutating func adopt(_ other: RTFStory) {
    builder.ledger.removed += other.builder.ledger.removed
    for omission in other.builder.allOmissions { omit(omission.text, rule: omission.rule) }
  }

  /// Puts blocks after the current paragraph.
  mutating func follow(_ others: [Block]) { queue += others }

  mutating func breakLine() { builder.breakLine() }

  mutating func space() { builder.space() }

  mutating func omit(_ text: String, rule: String) { builder.omit(text, rule: rule) }

  mutating func remove(_ text: String) { builder.ledger.removed += Ledger.count(text) }

  mutating func beginPage(_ label: Attributed<String>, line: Int) {
    builder.beginPage(label, line: line)
  }

  /// Ends a paragraph; within a note, only its line.
  mutating func endParagraph(_ kind: Block.Kind, line: Int) {
    release(kind, line: line)
    if note != nil { return builder.space() }
    finish()
  }

  /// Ends the story.
  mutating func end(_ kind: Block.Kind, line: Int) {
    release(kind, line: line)
    finish()
  }

  private mutating func finish() {
    let isBold = builder.isStrong
    builder.finish()
    isItem = false
    for block in builder.blocks[taken...] {
      if isBold { bold.append(blocks.count) }
      if isCentred { centred.insert(blocks.count) }
      blocks.append(Self.withLines(block))
    }
    taken = builder.blocks.count
    blocks += queue
    queue = []
  }

  /// A block whose line breaks are those of verse, or else spaces.
  private static func withLines(_ block: Block) -> Block {
    guard block.text.contains("\n") else { return block }
    var block = block
    let ends = block.text.utf8.count { $0 == 0x0A }
    switch block.kind {
    case .verse: return block
    case .paragraph, .quotation:
      if ends >= leastLineEnds, !Preformatted.isProse(block.text) {
        block.kind = .verse
        return block
      }
    default: break
    }
    block.text = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: " ")
    return block
  }

  /// Fewest line breaks in a paragraph of verse; a title can have one.
  private static let leastLineEnds = 2
}
