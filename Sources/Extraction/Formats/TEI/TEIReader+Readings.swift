// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Words that are given in two readings: as printed, and corrected, regularised or expanded
/// (TEI P5, 3.5).
///
/// The text has the second, and keeps the first as a repair.
extension TEIReader {
  struct Choice {
    let depth: Int
    /// The printed reading.
    var printed = ""
    var isReadingPrinted = false
    /// Where the edited reading is in its block.
    var edited: (start: Int, rule: String)?
    /// What an attribute has in place of the words in the element.
    var stated: String?
  }

  mutating func beginReading(_ tag: XMLTag, _ role: TEIRole) {
    let isPrinted = if case .printedReading = role { true } else { false }
    guard let last = choices.last, last.depth == open.count - 1 else {
      return beginSingleReading(tag, isPrinted: isPrinted)
    }
    if isPrinted {
      flushHyphen()
      choices[choices.count - 1].isReadingPrinted = true
    } else if last.edited == nil {
      flushHyphen()
      if !isOpen { beginIfNeeded(line: tag.line) }
      choices[choices.count - 1].edited = (writer.nextOffset, Self.rule(tag.name))
    } else {
      // Of several edited readings the first is the text.
      mode.omission = "variant"
    }
  }

  /// Reads an element that has the other reading as an attribute, as P4 allows.
  private mutating func beginSingleReading(_ tag: XMLTag, isPrinted: Bool) {
    let other = ["corr", "reg", "expan", "sic", "orig", "abbr"].lazy
      .compactMap { name in name == tag.name ? nil : tag[name] }.first { !$0.isEmpty }
    guard let other else { return }
    flushHyphen()
    beginIfNeeded(line: tag.line)
    var choice = Choice(depth: open.count)
    choice.edited = (writer.nextOffset, Self.rule(tag.name))
    if isPrinted {
      choice.isReadingPrinted = true
      choice.stated = other
    } else {
      choice.printed = other
    }
    choices.append(choice)
  }

  mutating func endChoice(_ element: Open) {
    guard let choice = choices.last else { return }
    if choice.depth == open.count - 1, case .printedReading = element.role {
      choices[choices.count - 1].isReadingPrinted = false
    }
    guard choice.depth == open.count else { return }
    choices.removeLast()
    flushHyphen()
    if element.name == "choice" {
      guard let edited = choice.edited else { return add(choice.printed, line: 1) }
      writer.addReplaced(choice.printed)
      replace(from: edited.start, choice.printed, rule: edited.rule)
    } else if let edited = choice.edited {
      if let stated = choice.stated {
        writer.addReplaced(choice.printed)
        writer.addStated(stated, line: 1)
      }
      replace(from: edited.start, choice.printed, rule: edited.rule)
    }
  }

  private mutating func replace(from start: Int, _ printed: String, rule: String) {
    let words = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    writer.replace(from: start, printed: words, rule: rule)
  }

  private static func rule(_ name: String) -> String {
    switch name {
    case "corr", "sic": "tei-correction"
    case "reg", "orig": "tei-regularization"
    default: "tei-expansion"
    }
  }
}
