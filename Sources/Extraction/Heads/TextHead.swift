// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Separates title, byline and date at the top of a document from its text.
enum TextHead {
  /// Number of blocks to examine.
  private static let depth = 8

  /// Removes blocks that repeat metadata, completes the metadata from them, and checks the ledger.
  static func apply(to text: inout ExtractedText) {
    let whole = (text.blocks, text.ledger)
    takeTitle(&text)
    takeByline(&text)
    // A text of only a few lines consists of its title, but must still be searchable.
    if text.blocks.isEmpty { (text.blocks, text.ledger) = whole }
    PrefaceDates.check(&text)
    WorkFormRule.apply(to: &text)
    relevel(&text.blocks)
    if !text.ledger.isBalanced {
      text.diagnostics.append(
        Diagnostic(
          .warning,
          code: "unbalanced",
          "\(text.ledger.source) characters were read, but "
            + "\(text.ledger.text + text.ledger.metadata + text.ledger.omitted) are accounted for."
        )
      )
    }
  }

  private static func takeTitle(_ text: inout ExtractedText) {
    // The author's name may precede the title.
    let names = text.metadata.people.map { $0.value.name.lettersAndDigits }
    let firstHeading = text.blocks.prefix(depth).firstIndex { block in
      guard case .heading = block.kind else { return false }
      return !names.contains(block.text.lettersAndDigits) && !ContentsEntries.isTitle(block.text)
    }
    guard let firstHeading else { return }
    let heading = text.blocks[firstHeading]
    if text.metadata.title == nil {
      text.metadata.title = Attributed(
        heading.text,
        .stated,
        rule: "first-heading",
        evidence: heading.text,
        line: heading.line
      )
    } else if heading.text.lettersAndDigits != (text.metadata.title?.value ?? "").lettersAndDigits {
      return
    }
    guard heading.noteMarks.isEmpty else { return }
    take(firstHeading, from: &text)
  }

  private static func takeByline(_ text: inout ExtractedText) {
    let rules = [text.metadata.title?.rule, text.metadata.editionYear?.rule].compactMap(\.self)
    let isEdition = rules.contains(GutenbergHeader.rule) || rules.contains("epub-package")
    var matter = TitleMatter(text.metadata, readsCopyright: isEdition)
    var index = 0
    while index < min(depth, text.blocks.count) {
      let block = text.blocks[index]
      if block.kind == .note || block.text.utf8.count > 200 { break }
      if block.isItem {
        index += 1
        continue
      }
      let parts = text.blocks[index...].prefix(3).prefix {
        $0.noteMarks.isEmpty && $0.kind != .note && !$0.isItem
      }
      .map { TitleMatter.Part(lines: lines(of: $0), line: $0.line, isHeading: isHeading($0)) }
      if matter.metadata.people.contains(where: {
        $0.value.name.lettersAndDigits == block.text.lettersAndDigits
      }) {
        // The author's name is repeated above the text.
        take(index, from: &text)
      } else if let pending = pendingName(index, text, matter.metadata) {
        for _ in 0..<pending { omit(index, from: &text) }
      } else if let year = matter.metadata.year?.value,
        block.text.lettersAndDigits == String(year)
      {
        take(index, from: &text)
      } else if !block.isContents || Dates.year(ofDateLine: block.text) != nil
        || Imprint(lines(of: block)) != nil,
        let reading = matter.read(parts[...])
      {
        for _ in 0..<reading.count {
          if reading.statesFacts { take(index, from: &text) } else { omit(index, from: &text) }
        }
      } else {
        index += 1
      }
    }
    text.metadata = matter.metadata
  }

  /// The number of blocks of a byline on two lines that repeats a known name: `BY.`, `A. BEE`.
  private static func pendingName(
    _ index: Int, _ text: ExtractedText, _ metadata: Metadata
  ) -> Int? {
    guard index + 1 < text.blocks.count, RolePhrase.pending(text.blocks[index].text) != nil else {
      return nil
    }
    let next = text.blocks[index + 1].text.lettersAndDigits
    return metadata.people.contains { $0.value.name.lettersAndDigits == next } ? 2 : nil
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private static func lines(of block: Block) -> [String] {
    block.text.split(separator: "\n").map(String.init)
  }

  /// Leaves out a block that only belongs to the title page: `Second edition`.
  private static func omit(_ index: Int, from text: inout ExtractedText) {
    let block = text.blocks.remove(at: index)
    text.ledger.text -= Ledger.count(block.text)
    text.ledger.omit(block.text, rule: "title-page")
  }

  /// Removes a block from the text and counts it as metadata.
  private static func take(_ index: Int, from text: inout ExtractedText) {
    let block = text.blocks.remove(at: index)
    let count = Ledger.count(block.text)
    text.ledger.text -= count
    text.ledger.metadata += count
    if let anchor = block.anchor, index < text.blocks.count, text.blocks[index].anchor == nil {
      text.blocks[index].anchor = anchor
    }
  }

  /// Renumbers heading levels so that the highest one in use is 1.
  private static func relevel(_ blocks: inout [Block]) {
    var highest = Int.max
    for block in blocks {
      if case .heading(let level) = block.kind { highest = min(highest, level) }
    }
    guard highest > 1, highest != Int.max else { return }
    for index in blocks.indices {
      if case .heading(let level) = blocks[index].kind {
        blocks[index].kind = .heading(level: level - highest + 1)
      }
    }
  }
}
