// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Notes

/// The part of a block that a passage, or a piece of one, was made from.
struct Origin {
  /// Index of the block in the text.
  var block: Int
  /// Range of code points in the block.
  var range: Range<Int>
  /// Offset in the passage, in code points, where the part begins.
  var start: Int
}

/// Builds the passages of a text by going through its blocks in order.
struct Assembly {
  /// Paragraphs with fewer words can share a passage with their neighbours.
  private static let short = 30
  /// Most words in a passage made of short paragraphs.
  private static let mergedLimit = 120

  let text: ExtractedText
  let work: String
  let ties: NoteTies
  private(set) var passages: [Passage] = []

  private var section = SectionPath()
  private var paragraph = 0
  private var anchor: String?
  private var labels = Labels()
  /// Label of the last paragraph of running text, which the next quotations belong to.
  private var lastBody: String?
  /// The parts of blocks that each passage was made from, parallel to `passages`.
  private(set) var origins: [[Origin]] = []
  /// Short paragraphs that have not yet been put in a passage.
  private var waiting: [Piece] = []
  private var waitingWords = 0
  /// The passage and range of the last label of a turn, which continued turns refer to.
  var lastLabel: (passage: String, range: Range<Int>)?
  private var lastTurn: (block: Int, turn: Turn?)?

  init(_ text: ExtractedText, work: String) {
    self.text = text
    self.work = work
    ties = NoteTies(text.blocks)
  }

  /// Builds all passages.
  mutating func run() {
    for (index, block) in text.blocks.enumerated() where !block.text.isEmpty {
      switch block.kind {
      case .heading(let level): addHeading(block, index: index, level: level)
      case .paragraph: addParagraph(block, index: index)
      case .quotation: addDivided(block, index: index, kind: .quotation)
      case .verse: addDivided(block, index: index, kind: .verse)
      case .note: addNote(block, index: index)
      }
    }
    flush()
    leaveSections(level: 0)
    NoteAttachment(text: text, ties: ties, origins: origins).attach(to: &passages)
  }

  // MARK: Blocks

  private mutating func addHeading(_ block: Block, index: Int, level: Int) {
    flush()
    leaveSections(level: level)
    section.enter(block.text, block: index, level: level)
    anchor = block.anchor ?? anchor
  }

  private mutating func leaveSections(level: Int) {
    guard let empty = section.leave(level: level) else { return }
    let block = text.blocks[empty.block]
    var passage = makePassage(
      [Piece(block: empty.block, range: nil, text: block.text)],
      kind: .body,
      label: labels.heading(),
      paragraph: nil
    )
    passage.section = empty.section
    passage.openedHeadings = empty.opened
    passage.isContents = true
    passages.append(passage)
  }

  private mutating func addParagraph(_ block: Block, index: Int) {
    let pieces = block.pieces(index: index)
    guard pieces.count == 1, let piece = pieces.first else {
      flush()
      return addDivided(block, index: index, kind: .body)
    }
    let words = Self.wordCount(piece.text)
    let previous = waiting.last.map { text.blocks[$0.block].language }
    if words >= Self.short || waitingWords + words > Self.mergedLimit
      || previous.map({ $0 != block.language }) == true
    {
      flush()
    }
    waiting.append(piece)
    waitingWords += words
    if words >= Self.short { flush() }
  }

  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    paragraph += 1
    let passage = makePassage(
      waiting,
      kind: .body,
      label: labels.paragraph(paragraph),
      paragraph: paragraph
    )
    passages.append(passage)
    lastBody = passage.label
    paragraph += waiting.count - 1
    waiting = []
    waitingWords = 0
  }

  private mutating func addDivided(_ block: Block, index: Int, kind: Passage.Kind) {
    flush()
    paragraph += 1
    let pieces = block.pieces(index: index)
    for (part, piece) in pieces.enumerated() {
      let label = labels.paragraph(paragraph, part: pieces.count > 1 ? part + 1 : nil)
      var passage = makePassage([piece], kind: kind, label: label, paragraph: paragraph)
      if kind == .quotation { passage.belongsTo = lastBody }
      passages.append(passage)
      if kind == .body { lastBody = label }
    }
  }

  private mutating func addNote(_ block: Block, index: Int) {
    flush()
    let pieces = block.pieces(index: index)
    let label = labels.note(block.number?.value)
    for (part, piece) in pieces.enumerated() {
      let name = part == 0 ? label : labels.part(of: label, part + 1)
      var passage = makePassage([piece], kind: .note, label: name, paragraph: nil)
      passage.note = block.number?.value
      passages.append(passage)
    }
  }

  // MARK: Passages

  private mutating func makePassage(
    _ pieces: [Piece],
    kind: Passage.Kind,
    label: String,
    paragraph: Int?
  ) -> Passage {
    let first = text.blocks[pieces[0].block]
    anchor = first.anchor ?? anchor
    var passage = Passage(
      work: work,
      label: label,
      kind: kind,
      text: "",
      ordinal: passages.count,
      section: section.texts,
      openedHeadings: section.takeOpened(),
      paragraph: paragraph,
      language: first.language,
      anchor: anchor,
      line: first.line
    )
    var pages = PagesTouched()
    var origin: [Origin] = []
    for piece in pieces {
      let block = text.blocks[piece.block]
      var start = 0
      if !passage.text.isEmpty {
        passage.text += " "
        start = passage.text.unicodeScalars.count
        passage.joins.append(start)
      }
      passage.text += piece.text
      let range = piece.range ?? 0..<Int.max
      pages.add(block, range, at: start)
      origin.append(Origin(block: piece.block, range: range, start: start))
      addTurn(of: origin[origin.count - 1], to: &passage)
      passage.repairs += Self.repairs(of: block, in: range, movedBy: start)
    }
    origins.append(origin)
    passage.pages = pages.range(in: text.pages)
    passage.pageBreaks = pages.breaks(in: text.pages)
    passage.fingerprint = Fingerprint.of(passage.text)
    passage.isContents = pieces.allSatisfy { text.blocks[$0.block].isContents }
    return passage
  }

  /// The turn in a block, read once for all pieces of it.
  mutating func turn(ofBlock index: Int) -> Turn? {
    if let lastTurn, lastTurn.block == index { return lastTurn.turn }
    let turn = Turn(text.blocks[index])
    lastTurn = (index, turn)
    return turn
  }

  private static func repairs(
    of block: Block,
    in range: Range<Int>,
    movedBy start: Int
  ) -> [Repair] {
    block.repairs.compactMap { repair in
      guard range.contains(repair.range.lowerBound) || repair.range.lowerBound == range.upperBound
      else { return nil }
      var moved = repair
      let lower = repair.range.lowerBound - range.lowerBound + start
      let upper = min(repair.range.upperBound, range.upperBound) - range.lowerBound + start
      moved.range = lower..<max(lower, upper)
      return moved
    }
  }

  static func wordCount(_ text: String) -> Int {
    text.utf8.reduce(1) { $0 + ($1 == 0x20 || $1 == 0x0A ? 1 : 0) }
  }
}
