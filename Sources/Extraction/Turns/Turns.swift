// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Marks who speaks in the blocks of plays, interviews, debates and minutes.
enum Turns {
  /// Rule for words behind the label of a speaker.
  static let stated = "turn"
  /// Rule for a label that the text expands: initials, a family name, `A`.
  static let named = "turn-name"
  /// Rule for a paragraph that continues the turn before it.
  static let continued = "turn-continued"

  /// Where a turn begins.
  private struct Start {
    /// Index of its block.
    var place: Int
    var label: TurnLabel
    var conversation: Int
  }

  /// Most paragraphs without a label that a turn extends over.
  private static let longest = 8

  /// Divides blocks so that none has words of two speakers, and sets `speaker` where it is known.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  static func mark(_ text: inout ExtractedText) {
    SourceLines.join(&text.blocks)
    // What the markup says of a block goes before what its label looks like.
    let found = TurnSearch(text.blocks).turns.filter { text.blocks[$0.block].speaker == nil }
    guard !found.isEmpty else { return }
    let names = TurnNames(text, turns: found)
    var blocks: [Block] = []
    var starts: [Start] = []
    var next = found.startIndex
    for (index, block) in text.blocks.enumerated() {
      var labels: [TurnLabel] = []
      let conversation = next < found.endIndex ? found[next].conversation : 0
      while next < found.endIndex, found[next].block == index {
        labels.append(found[next].label)
        next += 1
      }
      // Dividing compares every cut with every mark: input made for it is left whole.
      let marks = block.noteMarks.count + block.pageBreaks.count + block.repairs.count
      if labels.count * marks > 4_000_000 { labels.removeAll { $0.range.lowerBound > 0 } }
      let cuts = labels.map(\.range.lowerBound).filter { $0 > 0 }
      let parts = cuts.isEmpty ? [block] : block.parts(cutAt: cuts)
      for (number, part) in parts.enumerated() {
        let label =
          labels.count == parts.count ? labels[number] : number > 0 ? labels[number - 1] : nil
        if label == nil, let last = starts.last, last.place == blocks.count - 1,
          isLabel(blocks[last.place], last.label), isSpoken(part, "")
        {
          // The label stands on a line of its own: it belongs to what follows.
          var whole = blocks[last.place]
          whole.append(part, separator: part.kind == .verse ? "\n" : " ")
          (whole.kind, whole.language) = (part.kind, part.language)
          blocks[last.place] = whole
          continue
        }
        blocks.append(part)
        guard let label else { continue }
        starts.append(Start(place: blocks.count - 1, label: label, conversation: conversation))
        begin(&blocks[blocks.count - 1], label, names)
      }
    }
    text.blocks = blocks
    extend(&text.blocks, starts)
  }

  /// Sets the speaker of a block that begins with a label.
  private static func begin(_ block: inout Block, _ label: TurnLabel, _ names: TurnNames) {
    // A label is not a heading, however it is printed.
    if case .heading = block.kind { block.kind = .paragraph }
    let scalars = block.text.unicodeScalars.prefix(label.range.count)
    var speaker = names.speaker(of: label)
    speaker.evidence = String(String.UnicodeScalarView(scalars))
    speaker.line = block.line
    block.speaker = speaker
  }

  /// Gives paragraphs without a label to the speaker before them.
  ///
  /// In interviews only: between the turns of plays and minutes stand stage directions and reports.
  /// What follows the last turn of a section may be the editor's.
  private static func extend(
    _ blocks: inout [Block], _ starts: [Start]
  ) {
    let conversations = Dictionary(grouping: starts, by: \.conversation)
    let interviews = Set(conversations.filter { isInterview(blocks, $0.value) }.keys)
    for (start, next) in zip(starts, starts.dropFirst())
    where interviews.contains(start.conversation) && next.conversation == start.conversation
      && next.place - start.place <= longest
    {
      var index = start.place + 1
      while index < next.place {
        guard isSpoken(blocks[index], blocks[start.place].speaker?.value ?? "") else { break }
        if blocks[index].kind != .note {
          blocks[index].speaker = blocks[start.place].speaker.map {
            Attributed(
              $0.value, .inferred, rule: continued, evidence: $0.evidence, line: $0.line)
          }
        }
        index += 1
      }
    }
  }

  /// Whether a block is nothing but the label of a turn.
  private static func isLabel(_ block: Block, _ label: TurnLabel) -> Bool {
    block.text.unicodeScalars.count <= label.range.count
  }

  /// Whether a block can be part of a turn: neither a heading nor in brackets, nor about the speaker.
  private static func isSpoken(_ block: Block, _ speaker: String) -> Bool {
    if case .heading = block.kind { return false }
    if block.kind == .note { return true }
    guard let first = block.text.first, let last = block.text.last, first != "*",
      !"([{".contains(first) || !")]}".contains(last)
    else { return false }
    // What looks like another label may be one.
    if !speaker.isEmpty, let label = TurnLabel(Array(block.text.unicodeScalars.prefix(100))),
      !label.isSoft
    {
      return false
    }
    let family = speaker.split(separator: " ").last.map(String.init) ?? speaker
    return family.count < 3 || !block.text.contains(family)
  }

  /// Whether one of two main speakers mostly asks.
  private static func isInterview(
    _ blocks: [Block], _ starts: [Start]
  ) -> Bool {
    var counts: [String: (all: Int, questions: Int)] = [:]
    for (number, start) in starts.enumerated() {
      let limit = number + 1 < starts.count ? starts[number + 1].place : start.place + 1
      let asks = blocks[start.place..<max(limit, start.place + 1)].contains(where: \.asks)
      counts[start.label.key, default: (0, 0)].all += 1
      if asks { counts[start.label.key, default: (0, 0)].questions += 1 }
    }
    let main = counts.values.map(\.all).sorted(by: >).prefix(3).reduce(0, +)
    return main * 10 >= starts.count * 7
      && counts.values.contains {
        $0.questions * 2 >= $0.all && $0.all * 5 >= starts.count && $0.questions >= 1
      }
  }
}

extension Block {
  /// Whether it ends in a question.
  var asks: Bool {
    text.unicodeScalars.last { !"”\"»’)".unicodeScalars.contains($0) } == "?"
  }
}
