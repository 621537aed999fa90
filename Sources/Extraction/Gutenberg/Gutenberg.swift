// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Separates Project Gutenberg's header, licence and credits from the work.
enum Gutenberg {
  /// Removes blocks that are not part of the work, and reads the facts in the header.
  static func strip(_ text: inout ExtractedText, isKnown: Bool = false) {
    let start = text.blocks.prefix(200).firstIndex { isStart($0.text) }
    let head = text.blocks.prefix(40).contains { mentions($0.text) }
    guard isKnown || start != nil || head else { return }
    if let year = text.metadata.year, ["html-meta", "json-ld", "html-time"].contains(year.rule) {
      // The page says when the electronic text was made.
      text.metadata.editionYear = text.metadata.editionYear ?? year
      text.metadata.year = nil
      text.metadata.printedYear = nil
    }
    if let start {
      readFacts(text.blocks[..<start], into: &text.metadata)
      omit(0..<(start + 1), of: &text, rule: "gutenberg-header")
    }
    if let end = text.blocks.lastIndex(where: { isEnd($0.text) }) {
      omit(end..<text.blocks.count, of: &text, rule: "gutenberg-licence")
    }
    var index = 0
    while index < min(8, text.blocks.count) {
      if isCredit(text.blocks[index].text) {
        omit(index..<(index + 1), of: &text, rule: "gutenberg-credits")
      } else if isTranscribersNote(text.blocks[index].text) {
        omit(index..<(index + 1), of: &text, rule: "transcribers-note")
      } else {
        index += 1
      }
    }
    let last = max(0, text.blocks.count - 8)
    for index in (last..<text.blocks.count).reversed()
    where isTranscribersNote(text.blocks[index].text) {
      omit(index..<(index + 1), of: &text, rule: "transcribers-note")
    }
  }

  private static func isCredit(_ line: String) -> Bool {
    let lower = line.prefix(60).lowercased()
    return line.utf8.count < 600
      && [
        "produced by ", "e-text prepared by", "etext prepared by", "e-text produced by",
        "this etext was p", "this ebook was p", "prepared by ", "scanned by ", "transcribed by ",
        "etext scanned by ", "this etext was s", "this etext was t", "etext produced by ",
        "ebook produced by ", "text produced by ", "this book was produced by ",
      ].contains { lower.hasPrefix($0) }
  }

  private static func isTranscribersNote(_ line: String) -> Bool {
    fold(line, limit: 400).hasPrefix("transcribersnote")
      || fold(line, limit: 400).hasPrefix("transcribernote")
  }

  private static func omit(_ range: Range<Int>, of text: inout ExtractedText, rule: String) {
    guard !range.isEmpty else { return }
    let left = text.blocks[range]
    let count = left.reduce(0) { $0 + Ledger.count($1.text) }
    text.ledger.text -= count
    if let index = text.ledger.omissions.firstIndex(where: { $0.rule == rule }) {
      text.ledger.omissions[index].count += count
      text.ledger.omissions[index].text += left.map { $0.text + "\n" }.joined()
    } else {
      text.ledger.omissions.append(
        Ledger.Omission(
          rule: rule,
          count: count,
          sample: String(left.first?.text.prefix(80) ?? ""),
          text: left.map { $0.text + "\n" }.joined()
        )
      )
    }
    text.blocks.removeSubrange(range)
  }

  /// Reads metadata from the blocks of a header.
  static func readFacts(_ blocks: ArraySlice<Block>, into metadata: inout Metadata) {
    var lines: [(text: String, line: Int)] = []
    for block in blocks where block.text.utf8.count < 4_000 {
      for (offset, line) in block.text.split(separator: "\n").enumerated() {
        lines.append((String(line), block.line + offset))
      }
      lines.append(("", block.line))
    }
    metadata.state(GutenbergHeader(lines).metadata)
  }
}
