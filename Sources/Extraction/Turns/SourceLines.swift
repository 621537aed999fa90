// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Lines that say whose a quotation or verse is: a dash and a name below it, on a line of their own,
/// as manuals of style set the sources of epigraphs.
enum SourceLines {
  /// Rule for the name in such a line.
  static let rule = "source-line"
  private static let longest = 200

  /// Joins such lines to the quotation or verse above, and names its speaker.
  static func join(_ blocks: inout [Block]) {
    guard blocks.contains(where: { $0.kind == .quotation || $0.kind == .verse }) else { return }
    var joined: [Block] = []
    joined.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      if let last = joined.last, last.kind == .verse, last.speaker == nil, joined.count > 1,
        index + 1 < blocks.count, let name = bareName(block, before: blocks[index + 1]),
        isProse(joined[joined.count - 2]) || joined[joined.count - 2].speaker?.rule == rule
      {
        joined[joined.count - 1].append(block, separator: "\n")
        joined[joined.count - 1].speaker = Attributed(
          name, .inferred, rule: rule, evidence: block.text, line: block.line)
      } else if let last = joined.last, last.speaker == nil,
        let name = signature(block, below: last)
      {
        joined[joined.count - 1].append(block, separator: last.kind == .verse ? "\n" : " ")
        joined[joined.count - 1].speaker = Attributed(
          name, .inferred, rule: rule, evidence: block.text, line: block.line)
      } else if let last = joined.last, last.kind == .quotation || last.kind == .verse,
        last.speaker == nil, isLine(block)
      {
        joined[joined.count - 1].append(block, separator: last.kind == .verse ? "\n" : " ")
        mark(&joined[joined.count - 1])
      } else {
        joined.append(block)
        if block.kind == .quotation || block.kind == .verse { mark(&joined[joined.count - 1]) }
      }
    }
    blocks = joined
  }

  /// The name in a line without a dash below verse, if prose follows: after verse in a row of poems
  /// it would be the title of the next.
  private static func bareName(_ block: Block, before next: Block) -> String? {
    switch block.kind {
    case .paragraph, .heading: break
    case .quotation, .verse, .note: return nil
    }
    guard isProse(next), block.text.utf8.count <= 40,
      !block.text.contains(where: { ",:;!?()[]".contains($0) }),
      let name = name(in: block.text)
    else { return nil }
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count), !words.contains(where: { $0 == "The" || $0 == "of" }),
      name != name.uppercased()
    else { return nil }
    return name
  }

  /// The name in a short block of its own below one that is set apart in the same way: the signature
  /// of a letter, with or without its closing formula, or the source of a verse.
  private static func signature(_ block: Block, below last: Block) -> String? {
    guard block.kind == .quotation || block.kind == .verse,
      last.kind == .quotation || last.kind == .verse, block.text.utf8.count <= 80,
      last.text.utf8.count > 40,
      !block.text.contains(where: { ":;!?()[]«»“”\"0123456789".contains($0) })
    else { return nil }
    let lines = block.text.split(whereSeparator: { $0 == "," || $0 == "\n" })
    guard let end = lines.last, lines.count <= 2,
      lines.count == 1 || TurnWords.closes(String(lines[0].trimmed)),
      let name = name(in: end.trimmed)
    else { return nil }
    let words = name.split(separator: " ")
    return (2...4).contains(words.count) && name != name.uppercased()
      && words.allSatisfy { $0.first?.isUppercase == true || TurnWords.isParticle(String($0)) }
      ? name : nil
  }

  private static func isProse(_ block: Block) -> Bool {
    block.kind == .paragraph && block.text.utf8.count > 40
  }

  private static func isLine(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .quotation, .verse: break
    case .heading, .note: return false
    }
    guard block.text.utf8.count <= longest, let first = block.text.first, dashes.contains(first)
    else { return false }
    return name(in: block.text) != nil
  }

  /// Names the speaker from a line at the end of a block.
  private static func mark(_ block: inout Block) {
    let tail = block.text.suffix(longest)
    var place = tail.endIndex
    while let dash = tail[..<place].lastIndex(where: { dashes.contains($0) }) {
      place = dash
      let before = tail[..<dash].last { !$0.isWhitespace }
      let isOwnLine = dash > tail.startIndex && tail[tail.index(before: dash)].isWhitespace
      guard let before, isOwnLine, !dashes.contains(before) else { continue }
      let isEnd = ".?!…”\"»’)]".contains(before) || tail[..<dash].last == "\n"
      guard isEnd, let name = name(in: String(tail[dash...])) else { continue }
      block.speaker = Attributed(
        name, .stated, rule: rule, evidence: String(tail[dash...]), line: block.line)
      return
    }
  }

  private static let dashes: Set<Character> = ["—", "–", "―", "-"]

  /// The person named in such a line: `— Rosa Luxemburg, The Russian Revolution`.
  private static func name(in line: String) -> String? {
    let rest = line.drop { dashes.contains($0) || $0.isWhitespace }
    var end = rest.startIndex
    while end < rest.endIndex, !",(:;[“\"«\n".contains(rest[end]) { end = rest.index(after: end) }
    var name = rest[..<end].trimmed
    if name.hasSuffix("."), !name.dropLast().hasSuffix("r") { name.removeLast() }
    let words = name.split(separator: " ").map(String.init)
    guard (1...6).contains(words.count), Byline.isName(name), words[0].first?.isUppercase == true,
      words.last?.first?.isUppercase == true, words.contains(where: { $0.count > 2 }),
      !words.contains(where: { $0.hasSuffix("…") || $0.dropLast().hasSuffix("!") }),
      !TurnWords.isOrdinary(words), !isSentence(rest[end...]),
      ![words.first, words.last].contains(where: { TurnWords.namesNobody($0?.lowercased() ?? "") })
    else { return nil }
    // One word may be a place or an exclamation, unless a work follows it.
    if words.count == 1, rest[end...].isEmpty, name == name.uppercased() { return nil }
    if words.count == 1, !rest[end...].isEmpty, !rest[end...].contains(where: \.isLetter) {
      return nil
    }
    return name
  }

  /// Whether what follows a name is prose, as in a line of dialogue.
  private static func isSentence(_ rest: Substring) -> Bool {
    guard let last = rest.last else { return false }
    if last == "?" || last == "!" { return true }
    let words = rest.split(separator: " ")
    let small = words.count { $0.first?.isLowercase == true }
    return words.count >= 6 && small * 10 >= words.count * 7
  }
}
