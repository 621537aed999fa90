// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A label found in a text: the index of its block, and the label itself.
struct FoundLabel {
  var block: Int
  var label: TurnLabel
  /// Number of the conversation that it belongs to.
  var conversation = 0
}

/// Decides which labels in a text are those of turns.
///
/// One label proves nothing: `Note:`, `London:` and the headword of a dictionary look like it. What
/// tells a conversation from them is that labels recur and alternate, close to one another. A text
/// too short for that has to show a question that another name answers.
struct TurnSearch {
  /// Largest distance between turns of one conversation, in blocks.
  private static let reach = 12

  /// The labels of turns, in order.
  private(set) var turns: [FoundLabel] = []

  private let blocks: [Block]
  private let ends: [Bool]

  init(_ blocks: [Block]) {
    self.blocks = blocks
    ends = blocks.map {
      $0.text.unicodeScalars.last { !"”\"»’)".unicodeScalars.contains($0) } == "?"
    }
    let candidates = Self.candidates(blocks)
    guard candidates.count >= 2 else { return }
    var start = 0
    for index in 1...candidates.count
    where index == candidates.count
      || candidates[index].block - candidates[index - 1].block > Self.reach
    {
      turns += accepted(Array(candidates[start..<index])).map {
        FoundLabel(block: $0.block, label: $0.label, conversation: start)
      }
      start = index
    }
  }

  /// Everything that may be a label: at the start of a block, and of the sentences in a block that
  /// begins with one.
  private static func candidates(_ blocks: [Block]) -> [FoundLabel] {
    var found: [FoundLabel] = []
    for (index, block) in blocks.enumerated() where block.kind != .note && !block.isContents {
      let start = Array(block.text.unicodeScalars.prefix(300))
      guard let first = TurnLabel(start) else { continue }
      found.append(FoundLabel(block: index, label: first))
      guard first.range.upperBound < start.count || start.count == 300 else { continue }
      let text = Array(block.text.unicodeScalars)
      found += inner(text, after: first).map { FoundLabel(block: index, label: $0) }
    }
    return found
  }

  /// Labels of the same form at the starts of sentences and lines.
  private static func inner(_ text: [Unicode.Scalar], after first: TurnLabel) -> [TurnLabel] {
    guard !first.isSoft, first.separator != .line || text.contains("\n") else { return [] }
    var labels: [TurnLabel] = []
    var index = first.range.upperBound
    var opens = false
    while index < text.count {
      let scalar = text[index]
      if scalar == "\n" {
        opens = true
      } else if scalar == " " {
      } else if opens, scalar.properties.isUppercase || scalar == "_" || scalar == "*",
        let label = TurnLabel(text, at: index), label.separator == first.separator, !label.isSoft,
        label.isCapitals == first.isCapitals || label.separator == .colon
      {
        labels.append(label)
        index = label.range.upperBound
        opens = false
        continue
      } else if ".?!…)]".unicodeScalars.contains(scalar) {
        opens = true
      } else if !"”\"»’_*—".unicodeScalars.contains(scalar) {
        opens = false
      }
      index += 1
    }
    return labels
  }

  // MARK: Conversations

  /// The labels of turns among candidates that are near one another.
  private func accepted(_ run: [FoundLabel]) -> [FoundLabel] {
    var local: [String: Int] = [:]
    for found in run { local[found.label.key, default: 0] += 1 }
    let all = run.filter { (local[$0.label.key] ?? 0) >= least($0.label) }
    let hard = all.filter { !$0.label.isSoft }
    // Words with a full stop count only where nothing surer is found.
    let recurring = Set(hard.map(\.label.key)).count >= 2 ? hard : all
    let keys = Set(recurring.map(\.label.key))
    if keys.count >= 2, isConversation(recurring), SpeechSigns.areShown(by: recurring, in: blocks) {
      return withMinor(recurring, among: run)
    }
    if keys.count == 1, isNamed(recurring), share(of: recurring) * 5 >= 1 {
      let others = questions(run)
      return others.isEmpty ? recurring : others
    }
    return questions(run)
  }

  /// How often a label has to occur before it counts as recurring.
  private func least(_ label: TurnLabel) -> Int {
    label.separator == .line || label.isSoft ? 3 : 2
  }

  /// The share of blocks, from the first turn to the last, that begin a turn.
  private func share(of turns: [FoundLabel]) -> Double {
    guard let first = turns.first?.block, let last = turns.last?.block else { return 0 }
    let span = blocks[first...last].count { $0.kind != .note }
    return Double(Set(turns.map(\.block)).count) / Double(max(1, span))
  }

  private func isConversation(_ turns: [FoundLabel]) -> Bool {
    // What may be a word of the text has to be nearly everywhere.
    let isSoft = turns.contains(where: \.label.isSoft)
    guard turns.count >= 3, share(of: turns) >= (isSoft ? 0.6 : 0.2) else { return false }
    let changes = zip(turns, turns.dropFirst()).count { $0.label.key != $1.label.key }
    guard changes * (isSoft ? 2 : 3) >= turns.count - 1, !isCyclic(turns) else { return false }
    let letters = turns.filter { $0.label.name.unicodeScalars.count == 1 }
    // `A.` and `B.` are items of a list; `Q.` and `A.` are not.
    if letters.count == turns.count, letters.allSatisfy({ $0.label.separator == .stop }) {
      return ["q", "f", "p", "d", "в"].contains(turns[0].label.key)
    }
    return true
  }

  /// Whether the labels recur in one order only, as the fields of records do.
  private func isCyclic(_ turns: [FoundLabel]) -> Bool {
    let period = Set(turns.map(\.label.key)).count
    guard period >= 3, turns.count >= 2 * period else { return false }
    return turns.indices.dropFirst(period).allSatisfy {
      turns[$0].label.key == turns[$0 - period].label.key
    }
  }

  /// Adds those who speak only once between the others.
  private func withMinor(_ turns: [FoundLabel], among run: [FoundLabel]) -> [FoundLabel] {
    guard let first = turns.first, let last = turns.last else { return turns }
    let keys = Set(turns.map(\.label.key))
    var forms = Set(turns.map(\.label.separator))
    // Lines of their own are labels only where most labels are.
    if turns.count(where: { $0.label.separator == .line }) * 2 < turns.count { forms.remove(.line) }
    let isShouted = turns.allSatisfy(\.label.isCapitals)
    let isPlain = turns.allSatisfy { $0.label.separator == .colon && !$0.label.name.contains(" ") }
    return run.filter { found in
      if keys.contains(found.label.key) { return true }
      guard forms.contains(found.label.separator), !found.label.isSoft,
        found.label.separator != .line || found.label.isMarked,
        found.label.isCapitals || !isShouted,
        (first.block - 1...last.block + 1).contains(found.block)
      else { return false }
      // `Jonas:` is a name where all others are like it.
      return isName(found.label) || isPlain && !found.label.name.contains(" ")
    }
  }

  /// Whether a label has the form of a person's name or role, and not of any capitalised word.
  private func isName(_ label: TurnLabel) -> Bool {
    let words = label.key.split(separator: " ").map(String.init)
    return label.isCapitals || label.isMarked || TurnWords.isRole(label.key)
      || words.count > 1 && TurnWords.honorifics.contains(words[0])
      || (2...3).contains(words.count)
        && label.name.split(separator: " ").allSatisfy {
          $0.first?.isUppercase == true
        }
  }

  /// Whether the only label that recurs names a person: with a title, or by a name that the text
  /// mentions elsewhere.
  private func isNamed(_ turns: [FoundLabel]) -> Bool {
    guard let label = turns.first?.label, turns.count >= 2, label.separator == .colon,
      share(of: turns) * 2 >= 1 || turns.count >= 3
    else { return false }
    let words = label.key.split(separator: " ").map(String.init)
    if words.count > 1, TurnWords.honorifics.contains(words[0]) { return true }
    guard words.count >= 2, isName(label) else { return TurnWords.isRole(label.key) }
    let places = Set(turns.map(\.block))
    guard let first = places.min(), let last = places.max() else { return false }
    let near = max(0, first - 60)..<min(blocks.count, last + 60)
    return near.contains { !places.contains($0) && blocks[$0].text.contains(label.name) }
  }

  /// Turns of a short conversation: a question, and what another one answers.
  private func questions(_ run: [FoundLabel]) -> [FoundLabel] {
    var turns: [FoundLabel] = []
    for (index, found) in run.enumerated() {
      guard canAsk(found.label) else { continue }
      let answered =
        index + 1 < run.count && run[index + 1].label.key != found.label.key
        && run[index + 1].block - found.block <= 2 && asks(found, before: run[index + 1])
        && canAsk(run[index + 1].label)
      let answers =
        index > 0 && run[index - 1].label.key != found.label.key
        && found.block - run[index - 1].block <= 2 && asks(run[index - 1], before: found)
        && turns.last?.label == run[index - 1].label
      if answered || answers { turns.append(found) }
    }
    return Set(turns.map(\.label.key)).count >= 2 ? turns : []
  }

  /// Whether a label that does not recur can be that of a question or answer.
  private func canAsk(_ label: TurnLabel) -> Bool {
    guard label.separator != .line, !label.isSoft else { return false }
    return isName(label) || label.separator == .colon && label.key.unicodeScalars.count == 1
  }

  /// Whether a turn ends in a question.
  private func asks(_ turn: FoundLabel, before next: FoundLabel) -> Bool {
    if turn.block != next.block { return ends[turn.block] || ends[next.block - 1] }
    let words = blocks[turn.block].text.unicodeScalars.dropFirst(turn.label.range.upperBound)
      .prefix(next.label.range.lowerBound - turn.label.range.upperBound)
    return words.last { $0 != " " && $0 != "\n" && $0 != "”" && $0 != "\"" } == "?"
  }
}
