// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Writes the blocks of a document whose markup says what they are: paragraphs one after another,
/// and notes, whose text may stand within a paragraph.
///
/// A note is one block, which follows the block with its mark. All text that is given to the writer
/// is counted as read.
struct BlockWriter {
  /// A text that is interrupted by a note, or by a text that stands beside it.
  private struct Outer {
    var builder: BlockBuilder
    var queue: [Block]
    var isInNote: Bool
  }

  private var builder = BlockBuilder()
  /// What follows the current block: notes with marks in it, and what stands beside it.
  private var queue: [Block] = []
  /// Whether a note is open.
  private(set) var isInNote = false
  /// Texts around the current one, outermost first.
  private var outer: [Outer] = []
  private var ledger = Ledger()

  /// Whether the current block has no text yet.
  var isEmpty: Bool { builder.isEmpty }
  /// Number of pages that have begun.
  var pageCount: Int { (outer.first?.builder ?? builder).pages.count }
  /// Number of blocks of the text that are complete.
  var blockCount: Int { (outer.first?.builder ?? builder).blocks.count }

  // MARK: Blocks

  /// Begins a block; within a note, a line of it.
  ///
  /// - Parameters:
  ///   - line: Line or number of the paragraph in the source.
  ///   - treatsBoldAsHeading: Whether it is a heading if it is short and entirely in bold type.
  mutating func begin(
    _ kind: Block.Kind = .paragraph, line: Int, isItem: Bool = false,
    treatsBoldAsHeading: Bool = false, language: String? = nil,
    speaker: Attributed<String>? = nil
  ) {
    guard !isInNote else { return builder.breakLine() }
    end()
    builder.mode = BlockMode(
      kind: kind, keepsLines: kind == .verse, isItem: isItem,
      treatsBoldAsHeading: treatsBoldAsHeading, speaker: speaker, language: language)
    builder.statedLine = line
  }

  /// Ends the block, and writes what follows it.
  mutating func end() {
    guard !isInNote else { return builder.breakLine() }
    builder.finish()
    builder.mode = BlockMode()
    for note in queue { builder.append(note) }
    queue = []
  }

  /// Ends a block that is only the initial letter of the next one.
  mutating func endInitial() {
    if !isInNote, !builder.isEmpty { builder.holdsInitial = true } else { end() }
  }

  /// Names the block for links to it.
  mutating func setAnchor(_ name: String) { builder.setAnchor(name) }

  // MARK: Text

  /// Adds text of the source, whose white space is collapsed.
  mutating func add(_ text: String, line: Int, isStrong: Bool = false) {
    ledger.source += Ledger.count(text)
    text.withCString { builder.add($0, line: line, isLinked: false, isStrong: isStrong) }
  }

  /// Where the next word will be in the block, in code points.
  var nextOffset: Int { builder.nextOffset }

  /// Records that the words from an offset on stand for others, which were printed.
  mutating func replace(from start: Int, printed: String, rule: String) {
    builder.replace(from: start, printed: printed, rule: rule)
  }

  /// Counts text of the source that other words replace.
  mutating func addReplaced(_ text: String) {
    ledger.source += Ledger.count(text)
    ledger.removed += Ledger.count(text)
  }

  /// Adds words that the source has in its markup.
  mutating func addStated(_ text: String, line: Int) {
    ledger.added += Ledger.count(text)
    text.withCString { builder.add($0, line: line, isLinked: false) }
  }

  /// Inserts a quotation mark that the markup stands for.
  mutating func insert(_ mark: String, isOpening: Bool) {
    if isOpening { builder.insert(mark) } else { builder.insertBeforeSpace(mark) }
  }

  /// Joins the next word with the last one.
  mutating func joinNext() { builder.joinNext() }

  /// Adds a space.
  mutating func space() { builder.space() }

  /// Adds a line break: a line end in verse, elsewhere a space.
  mutating func breakLine() {
    if builder.mode.keepsLines { builder.breakLine() } else { builder.space() }
  }

  /// Records text of the source that is left out on purpose.
  mutating func omit(_ text: String, rule: String) {
    ledger.source += Ledger.count(text)
    if outer.isEmpty {
      builder.omit(text, rule: rule)
    } else {
      outer[0].builder.omit(text, rule: rule)
    }
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
      outer[0].builder.beginPage(label, line: line)
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
  /// - Parameters:
  ///   - note: Its number; `nil` if it has none.
  ///   - printsNumber: Whether its text may begin with its number.
  mutating func openNote(
    _ note: BlockNote?, line: Int, printsNumber: Bool = false, language: String? = nil
  ) {
    interrupt()
    isInNote = true
    builder.mode = BlockMode(
      kind: .note, note: note, printsNumber: printsNumber, language: language)
    builder.statedLine = line
  }

  /// Ends the text of the innermost open note, which follows the current block.
  mutating func closeNote() {
    guard isInNote else { return }
    builder.finish()
    resume()
  }

  /// Begins a text beside the current block, such as that in a frame; it follows the block.
  mutating func openAside() {
    interrupt()
    isInNote = false
  }

  /// Ends the text beside the block.
  mutating func closeAside() {
    guard !outer.isEmpty, !isInNote else { return }
    end()
    builder.finish()
    resume()
  }

  private mutating func interrupt() {
    outer.append(Outer(builder: builder, queue: queue, isInNote: isInNote))
    builder = BlockBuilder()
    queue = []
  }

  private mutating func resume() {
    guard var inner = outer.popLast() else { return }
    // Exchanged, so that what has been written is not copied.
    swap(&builder, &inner.builder)
    swap(&queue, &inner.queue)
    isInNote = inner.isInNote
    ledger.removed += inner.builder.ledger.removed
    ledger.added += inner.builder.ledger.added
    let page = pageCount > 0 ? pageCount - 1 : nil
    for var block in inner.builder.blocks + inner.queue {
      block.page = page
      queue.append(block)
    }
  }

  // MARK: Result

  /// The text; open notes and the open block are completed.
  mutating func finish() -> ExtractedText {
    while !outer.isEmpty { if isInNote { closeNote() } else { closeAside() } }
    builder.holdsInitial = false
    end()
    var ledger = ledger
    ledger.removed += builder.ledger.removed
    ledger.added += builder.ledger.added
    ledger.omissions = builder.allOmissions
    ledger.text = builder.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    return ExtractedText(pages: builder.pages, blocks: builder.blocks, ledger: ledger)
  }
}
