// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Separates title, byline and date at the top of a document from its text.
enum TextHead {
  /// Number of blocks to examine.
  private static let depth = 8

  /// Removes blocks that repeat metadata, completes the metadata from them, and checks the ledger.
  static func apply(to text: inout ExtractedText) {
    takeTitle(&text)
    takeByline(&text)
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
      if case .heading = block.kind { !names.contains(block.text.lettersAndDigits) } else { false }
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
    var index = 0
    while index < min(depth, text.blocks.count) {
      let block = text.blocks[index]
      if block.kind == .note || block.text.utf8.count > 200 { break }
      if block.isItem {
        index += 1
        continue
      }
      if text.metadata.people.contains(where: {
        $0.value.name.lettersAndDigits == block.text.lettersAndDigits
      }) {
        // The author's name is repeated above the text.
        take(index, from: &text)
      } else if text.metadata.people.isEmpty, let people = Byline.people(in: block.text) {
        text.metadata.people = people.map {
          Attributed($0, .stated, rule: "byline", evidence: block.text, line: block.line)
        }
        take(index, from: &text)
      } else if text.metadata.year == nil, let year = Dates.year(ofDateLine: block.text) {
        text.metadata.year = Attributed(
          year,
          .stated,
          rule: "date-line",
          evidence: block.text,
          line: block.line
        )
        take(index, from: &text)
      } else if let year = text.metadata.year?.value,
        block.text.lettersAndDigits == String(year)
      {
        take(index, from: &text)
      } else {
        index += 1
      }
    }
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
