// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Writes the blocks of a document whose markup says what they are: paragraphs one after another,
/// and notes, whose text may stand within a paragraph.
///
/// A note is one block, which follows the block with its mark. All text that is given to the writer
/// is counted as read.
struct BlockWriter {
  private var builder = BlockBuilder()
  /// Texts around the open notes, outermost first.
  private var outer: [BlockBuilder] = []
  /// Notes whose marks are in the current block of the text.
  private var queue: [Block] = []
  private var ledger = Ledger()

  /// Whether a note is open.
  var isInNote: Bool { !outer.isEmpty }
  /// Whether the current block has no text yet.
  var isEmpty: Bool { builder.isEmpty }
  /// Number of pages that have begun.
  var pageCount: Int { (outer.first ?? builder).pages.count }
  /// Completed blocks.
  var blocks: [Block] { (outer.first ?? builder).blocks }

  // MARK: Blocks

  /// Begins a block; within a note, a line of it.
  ///
  /// - Parameter line: Line or number of the paragraph in the source.
  mutating func begin(
    _ kind: Block.Kind = .paragraph, line: Int, isItem: Bool = false, keepsLines: Bool = false,
    language: String? = nil
  ) {
    guard !isInNote else { return builder.breakLine() }
    end()
    builder.mode = BlockMode(
      kind: kind, keepsLines: keepsLines, isItem: isItem, language: language)
    builder.statedLine = line
  }

  /// Ends the block, and writes the notes whose marks are in it.
  mutating func end() {
    guard !isInNote else { return builder.breakLine() }
    builder.finish()
    builder.mode = BlockMode()
    for note in queue { builder.append(note) }
    queue = []
  }

  /// Names the block for links to it.
  mutating func setAnchor(_ name: String) { builder.setAnchor(name) }

  // MARK: Text

  /// Adds text of the source, whose white space is collapsed.
  mutating func add(_ text: String, line: Int) {
    ledger.source += Ledger.count(text)
    text.withCString { builder.add($0, line: line, isLinked: false) }
  }

  /// Adds a space.
  mutating func space() { builder.space() }

  /// Adds a line break: a line end in verse, elsewhere a space.
  mutating func breakLine() {
    if builder.mode.keepsLines { builder.breakLine() } else { builder.space() }
  }

  /// Records text of the source that is left out on purpose.
  mutating func omit(_ text: String, rule: String) {
    ledger.source += Ledger.count(text)
    if outer.isEmpty { builder.omit(text, rule: rule) } else { outer[0].omit(text, rule: rule) }
  }

  /// Records text of the source that is replaced by structure, such as the number before a note.
  mutating func remove(_ printed: String, rule: String) {
    ledger.source += Ledger.count(printed)
    builder.remove(printed, rule: rule)
  }

  /// Counts text of the source that was read as metadata.
  mutating func addMetadata(_ text: String) {
    ledger.source += Ledger.count(text)
    ledger.metadata += Ledger.count(text)
  }

  /// Begins a page of the text.
  mutating func beginPage(_ label: Attributed<String>, line: Int) {
    if outer.isEmpty {
      builder.beginPage(label, line: line)
    } else {
      outer[0].beginPage(label, line: line)
    }
  }

  // MARK: Notes

  /// Adds the mark of a note after the last word.
  ///
  /// - Parameter printed: The mark in the source; `nil` if programs print the number by themselves.
  mutating func mark(_ note: BlockNote, printed: String?) {
    ledger.source += Ledger.count(printed ?? "")
    builder.mark(note, printed: printed ?? note.number, isGenerated: printed == nil)
  }

  /// Begins the text of a note; what follows belongs to it until it is closed.
  ///
  /// - Parameter printsNumber: Whether its text may begin with its number.
  mutating func openNote(
    _ note: BlockNote, line: Int, printsNumber: Bool = false, language: String? = nil
  ) {
    outer.append(builder)
    builder = BlockBuilder()
    builder.mode = BlockMode(
      kind: .note, note: note, printsNumber: printsNumber, language: language)
    builder.statedLine = line
  }

  /// Ends the text of the innermost open note; `nil` if it has no words.
  mutating func closeNote() -> Block? {
    guard let text = outer.popLast() else { return nil }
    builder.finish()
    ledger.removed += builder.ledger.removed
    ledger.added += builder.ledger.added
    let note = builder.blocks.first
    builder = text
    return note
  }

  /// Writes a note after the current block.
  mutating func add(_ note: Block) {
    var note = note
    note.page = pageCount > 0 ? pageCount - 1 : nil
    queue.append(note)
  }

  // MARK: Result

  /// The text; open notes and the open block are completed.
  mutating func finish() -> ExtractedText {
    while let note = closeNote() { add(note) }
    end()
    var ledger = ledger
    ledger.removed += builder.ledger.removed
    ledger.added += builder.ledger.added
    ledger.omissions = builder.allOmissions
    ledger.text = builder.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    return ExtractedText(pages: builder.pages, blocks: builder.blocks, ledger: ledger)
  }
}
