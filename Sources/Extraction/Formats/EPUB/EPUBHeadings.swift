// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Turns paragraphs that the table of contents names into headings.
///
/// Some books mark headings through style sheets alone. The table of contents says in which
/// document an entry begins, and often at which element (EPUB 3.3, 7.4; NCX 2005-1).
struct EPUBHeadings {
  private let entries: [EPUBNavigation.Entry]
  /// Documents with the lines of the joined text where they begin, in order.
  private var documents: [(name: String, line: Int)] = []

  /// Maximum length of a heading in bytes.
  private static let longest = 160
  /// How many blocks from the place of an entry its heading may be.
  private static let reach = 4

  init(_ entries: [EPUBNavigation.Entry]) { self.entries = entries }

  /// Records where a document begins; documents come in order.
  mutating func addDocument(_ name: String, line: Int) { documents.append((name, line)) }

  /// Raises paragraphs to headings.
  func raise(_ blocks: inout [Block]) {
    guard !entries.isEmpty else { return }
    let ranges = ranges(of: blocks)
    let anchors = Dictionary(
      blocks.indices.compactMap { index in blocks[index].anchor.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var places: [String: [Int]] = [:]
    for (index, block) in blocks.enumerated() where block.text.utf8.count <= Self.longest {
      if Self.isHeading(block) || Self.mayBeHeading(block) {
        places[block.text.lettersAndDigits, default: []].append(index)
      }
    }
    for entry in entries.prefix(10_000) {
      let name = entry.label.lettersAndDigits
      guard !name.isEmpty, let range = ranges[entry.file] else { continue }
      if let fragment = entry.fragment, let place = anchors["\(entry.file)/\(fragment)"],
        range.contains(place)
      {
        raise(name, entry.depth, &blocks, in: place..<min(range.upperBound, place + Self.reach))
      } else if entry.fragment == nil {
        raise(name, entry.depth, &blocks, in: range.prefix(Self.reach * 2))
      } else if name.count >= 2, let place = places[name]?.first(where: range.contains),
        !Self.isHeading(blocks[place])
      {
        blocks[place].kind = .heading(level: entry.depth)
      }
    }
  }

  private func raise(
    _ name: String, _ depth: Int, _ blocks: inout [Block], in candidates: Range<Int>
  ) {
    let found = candidates.first { index in
      (Self.isHeading(blocks[index]) || Self.mayBeHeading(blocks[index]))
        && blocks[index].text.lettersAndDigits == name
    }
    if let found {
      if !Self.isHeading(blocks[found]) { blocks[found].kind = .heading(level: depth) }
      return
    }
    // An entry may join lines, such as the number and the title of a chapter.
    var rest = name[...]
    var parts: [Int] = []
    for index in candidates.prefix(Self.reach) {
      let part = blocks[index].text.lettersAndDigits
      guard !part.isEmpty, rest.hasPrefix(part), Self.mayBeHeading(blocks[index]) else { break }
      rest = rest.dropFirst(part.count)
      parts.append(index)
      if rest.isEmpty { break }
    }
    guard rest.isEmpty, parts.count > 1 else { return }
    for index in parts { blocks[index].kind = .heading(level: depth) }
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private static func mayBeHeading(_ block: Block) -> Bool {
    guard block.text.utf8.count <= longest, !block.isContents else { return false }
    return block.kind == .paragraph || block.kind == .quotation
  }

  /// The blocks of each document.
  private func ranges(of blocks: [Block]) -> [String: Range<Int>] {
    var ranges: [String: Range<Int>] = [:]
    var start = 0
    for (place, document) in documents.enumerated() {
      let next = place + 1 < documents.count ? documents[place + 1].line : Int.max
      var end = start
      while end < blocks.count, blocks[end].line < next { end += 1 }
      ranges[document.name] = start..<end
      start = end
    }
    return ranges
  }
}
