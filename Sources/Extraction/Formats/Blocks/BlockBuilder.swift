// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Builds blocks one after another, with the marks, breaks and repairs in their text.
struct BlockBuilder {
  /// Completed blocks.
  private(set) var blocks: [Block] = []
  /// Pages that have begun.
  var pages: [Page] = []
  /// Account of the characters that are not part of a block.
  var ledger = Ledger()

  /// Properties of the current block.
  var mode = BlockMode()

  var buffer: [UInt8] = []
  /// Whether the current block has words inside links, and outside them.
  private var hasLinks = false
  private var hasPlainWords = false
  private var linkCount = 0
  /// Whether it has words in large or bold type, and others.
  private var hasStrongWords = false
  private var hasWeakWords = false
  var scalars = 0
  var hasPendingSpace = false
  var pendingLines = 0
  private var hasPendingBreak = false
  var line: Int?
  /// Line number given by the markup, if it was generated from another format.
  var statedLine: Int?
  var marks: [NoteMark] = []
  var breaks: [PageBreak] = []
  var repairs: [Repair] = []
  private var anchor: String?
  private var startPage: Int?
  var omissions = Omissions()

  /// Whether the block is only an initial letter, whose word follows in the next block.
  var holdsInitial = false

  /// Whether the current block has no text yet.
  var isEmpty: Bool { buffer.isEmpty }

  /// Adds text, collapsing white space; line ends are kept where the mode says so.
  ///
  /// - Parameter isLinked: Whether the text is inside a link.
  mutating func add(
    _ text: UnsafePointer<CChar>, line textLine: Int, isLinked: Bool, isStrong: Bool = false
  ) {
    let keepsLines = mode.keepsLines && !mode.marksLines
    let before = buffer.count
    defer {
      if before < buffer.count {
        if isStrong { hasStrongWords = true } else { hasWeakWords = true }
      }
      if isLinked {
        hasLinks = true
      } else if !hasPlainWords, before <= buffer.count {
        hasPlainWords = buffer[before...].contains {
          ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0xC3 && $0 != 0xE2
        }
      }
    }
    var index = 0
    var currentLine = textLine
    while true {
      let byte = UInt8(bitPattern: text[index])
      switch byte {
      case 0: return
      case 0x0A:
        currentLine += 1
        if keepsLines { pendingLines += 1 } else { hasPendingSpace = true }
        index += 1
      case 0x09, 0x0B, 0x0C, 0x0D, 0x20:
        hasPendingSpace = true
        index += 1
      case 0xC2 where UInt8(bitPattern: text[index + 1]) == 0xA0:
        hasPendingSpace = true
        index += 2
      case 0xE2, 0xE3:
        let space = HTMLSpace.isThreeBytes(text, index)
        if space {
          hasPendingSpace = true
        } else {
          begin(currentLine)
          for offset in 0..<3 where text[index + offset] != 0 {
            buffer.append(UInt8(bitPattern: text[index + offset]))
          }
          scalars += 1
        }
        index += text[index + 1] == 0 ? 1 : text[index + 2] == 0 ? 2 : 3
      default:
        begin(currentLine)
        buffer.append(byte)
        if byte & 0xC0 != 0x80 { scalars += 1 }
        index += 1
      }
    }
  }

  /// Inserts pending white space before the next character.
  private mutating func begin(_ currentLine: Int) {
    if holdsInitial {
      holdsInitial = false
      (hasPendingSpace, pendingLines) = (false, 0)
    }
    if buffer.isEmpty {
      line = line ?? statedLine ?? currentLine
      startPage = pages.isEmpty ? nil : pages.count - 1
    } else if pendingLines > 1 {
      finish()
      return begin(currentLine)
    } else if pendingLines > 0 || hasPendingSpace {
      // A page break before the space moves after it.
      if let last = breaks.last, last.offset == scalars { breaks[breaks.count - 1].offset += 1 }
      buffer.append(pendingLines > 0 ? 0x0A : 0x20)
      scalars += 1
    }
    hasPendingSpace = false
    hasPendingBreak = false
    pendingLines = 0
  }

  /// Records the start of a link.
  mutating func beginLink() { linkCount += 1 }

  /// Whether all words of the block so far are in large or bold type.
  var isStrong: Bool { hasStrongWords && !hasWeakWords }

  /// Whether the block looks like a heading by its type alone.
  private func isHeadingByType(_ text: String) -> Bool {
    isStrong && Self.isHeadingInBold(text)
  }

  /// Whether a paragraph in bold type may be a heading: short, with letters, and not a sentence.
  static func isHeadingInBold(_ text: String) -> Bool {
    text.utf8.count <= 120 && text.contains(where: \.isLetter)
      && text.last.map { !".,;:!”\"".contains($0) } == true
  }

  /// Requests a space, which is inserted if text follows.
  mutating func space() { hasPendingSpace = true }

  /// Adds a line break: a line end or a space, depending on the mode; two end a paragraph.
  mutating func breakLine() {
    if mode.keepsLines {
      pendingLines += 1
    } else if hasPendingBreak, mode.kind != .note {
      finish()
    } else {
      hasPendingSpace = true
      hasPendingBreak = !buffer.isEmpty
    }
  }

  /// Ends a line of a stanza, unless it has ended already.
  mutating func endLine() {
    if !buffer.isEmpty { pendingLines = max(pendingLines, 1) }
  }

  /// Inserts characters that the markup stands for: quotation marks, an initial.
  mutating func insert(_ mark: String, rule: String = "quotation-element") {
    begin(statedLine ?? line ?? 1)
    let end = scalars + mark.unicodeScalars.count
    repairs.append(Repair(range: scalars..<end, printed: "", rule: rule))
    buffer.append(contentsOf: mark.utf8)
    scalars = end
    ledger.added += Ledger.count(mark)
  }

  /// Where the next character of the source will be in the block.
  var nextOffset: Int {
    scalars + (!buffer.isEmpty && (hasPendingSpace || pendingLines > 0) ? 1 : 0)
  }

  /// Records that the words from an offset on stand for others, which were printed.
  mutating func replace(from start: Int, printed: String, rule: String) {
    repairs.append(Repair(range: min(start, scalars)..<scalars, printed: printed, rule: rule))
  }

  /// Cancels the space that would precede the next character.
  mutating func joinNext() { (hasPendingSpace, pendingLines) = (false, 0) }

  /// Inserts a mark after the last word; not at the start of a block.
  mutating func insertBeforeSpace(_ mark: String) {
    guard !buffer.isEmpty else { return }
    let (space, lines) = (hasPendingSpace, pendingLines)
    (hasPendingSpace, pendingLines) = (false, 0)
    insert(mark)
    (hasPendingSpace, pendingLines) = (space, lines)
  }

  /// Sets the anchor for the block, unless it already has text.
  mutating func setAnchor(_ name: String) {
    if buffer.isEmpty { anchor = name }
  }

  /// Adds a block that was built elsewhere.
  mutating func append(_ block: Block) { blocks.append(block) }

  /// Completes the block.
  mutating func finish() {
    if holdsInitial, !buffer.isEmpty { return }
    defer { reset() }
    guard !buffer.isEmpty else { return }
    var text = String(decoding: buffer, as: UTF8.self)
    var kind = mode.kind
    if kind == .verse, mode.isPreformatted, Preformatted.isProse(text) {
      // Prose broken into lines: each line end becomes one space, so offsets are unchanged.
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
      kind = .paragraph
    }
    if kind == .paragraph, mode.treatsBoldAsHeading, isHeadingByType(text) {
      kind = .heading(level: 4)
    }
    // A row of links is site navigation; a longer block of links is a table of contents.
    let isOfLinks = kind == .paragraph && hasLinks && !hasPlainWords
    if isOfLinks,
      Navigation.isNavigation(text) || linkCount >= 3 && text.utf8.count <= 200
    {
      for mark in marks { ledger.removed -= Ledger.count(mark.printed) }
      return omit(text + marks.map(\.printed).joined(), rule: "navigation")
    }
    if kind == .note, mode.printsNumber { removeNumber(&text) }
    var page = startPage
    var inner = breaks.filter { $0.offset < scalars }
    if let first = inner.first, first.offset == 0 {
      page = first.page
      inner.removeFirst()
    }
    let number = mode.note.map {
      Attributed(
        $0.number, $0.isInferred ? .inferred : .stated,
        rule: $0.isInferred ? "note-number" : "note-link", evidence: $0.number, line: line)
    }
    blocks.append(
      Block(
        kind,
        text,
        line: line ?? 1,
        number: number,
        noteKey: mode.note?.key,
        page: page,
        pageBreaks: inner,
        noteMarks: marks,
        repairs: repairs,
        language: mode.language,
        anchor: anchor
      )
    )
    blocks[blocks.count - 1].isItem = mode.isItem
    blocks[blocks.count - 1].speaker = mode.speaker
    blocks[blocks.count - 1].isContents =
      isOfLinks && Navigation.isContents(text, links: linkCount)
  }

  private mutating func reset() {
    if !buffer.isEmpty { anchor = nil }
    buffer.removeAll(keepingCapacity: true)
    scalars = 0
    hasLinks = false
    hasPlainWords = false
    linkCount = 0
    hasStrongWords = false
    hasWeakWords = false
    hasPendingBreak = false
    hasPendingSpace = false
    pendingLines = 0
    line = nil
    startPage = nil
    if !marks.isEmpty { marks = [] }
    if !breaks.isEmpty { breaks = [] }
    if !repairs.isEmpty { repairs = [] }
  }
}
