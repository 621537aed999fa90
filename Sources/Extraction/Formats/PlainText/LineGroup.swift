// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A group of adjacent lines: a paragraph, heading or stanza.
struct LineGroup {
  /// A line and the index of its page.
  struct Member {
    var line: TextLine
    var page: Int
  }

  /// Lines of the group, none of them blank.
  var members: [Member]
  /// Number of blank lines before the group.
  var blanksBefore: Int
  var kind = Block.Kind.paragraph
  /// Whether it is an entry in a table of contents.
  var isContents = false
  /// Whether it stands beside the running text.
  var isAside = false
  /// For a note: its number, and the text to strip from its beginning and end.
  var note: (number: Attributed<String>, printed: String, closing: String)?

  /// Heading rank by type size; `nil` unless all lines are set as headings.
  var headingRank: Int? {
    var rank: Int?
    for member in members {
      guard let own = member.line.print?.headingRank else { return nil }
      rank = min(rank ?? own, own)
    }
    return rank
  }
  /// Whether all lines are set smaller than running text.
  var isSmall: Bool { members.allSatisfy { $0.line.print?.isSmall == true } }

  var first: TextLine { members[0].line }
  var last: TextLine { members[members.count - 1].line }
  /// Length of the longest line, in code points.
  var width: Int { members.reduce(0) { max($0, $1.line.length) } }
  /// Smallest indentation, in columns.
  var indent: Int { members.reduce(Int.max) { min($0, $1.line.indent) } }
  /// The lines joined by spaces.
  var text: String { members.map(\.line.text).joined(separator: " ") }
}

/// Typical line width and indentation of a text.
struct LineMeasure {
  /// Width to which lines are filled, in code points.
  let width: Int
  /// Indentation of running text, in columns.
  let indent: Int
  /// Whether paragraphs are marked by first-line indentation rather than blank lines.
  let indentsParagraphs: Bool

  init(_ groups: [LineGroup]) {
    var lengths: [Int] = []
    var indents: [Int: Int] = [:]
    var indented = 0
    var inner = 0
    for group in groups where group.members.count >= 3 {
      for member in group.members.dropLast() { lengths.append(member.line.length) }
      for member in group.members.dropFirst() { indents[member.line.indent, default: 0] += 1 }
    }
    lengths.sort()
    // Where paragraphs are single lines, only title pages and verse have several.
    let total = groups.reduce(0) { sum, group in
      group.members.reduce(sum) { $0 + $1.line.length }
    }
    let isFilled = lengths.reduce(0, +) * 4 > total
    width = isFilled ? lengths[lengths.count * 9 / 10] : max(72, lengths.last ?? 0)
    indent = indents.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    for group in groups where group.members.count >= 3 {
      for (before, member) in zip(group.members, group.members.dropFirst()) {
        inner += 1
        let depth = member.line.indent - indent
        if (1...10).contains(depth),
          before.line.indent == indent || before.line.indent == member.line.indent,
          SentenceEnd.ends(before.line.text)
        {
          indented += 1
        }
      }
    }
    indentsParagraphs = indented >= 5 && indented * 40 >= inner
  }
}

/// Heuristics for the ends of sentences.
enum SentenceEnd {
  /// Whether a line ends with a stop, ignoring closing quotation marks and note marks.
  static func ends(_ text: String) -> Bool {
    for character in text.reversed() {
      if ".!?…:".contains(character) { return true }
      if "”\"’'»)]*†°®".contains(character) || character.isNumber { continue }
      return false
    }
    return false
  }

  /// Whether a sentence cannot end here: there is neither a stop nor a closing quotation mark.
  static func isOpen(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    if ends(text) { return false }
    return !"”\"»)]’".contains(last)
  }

  /// Whether the text continues a sentence: it starts in lower case or with inner punctuation.
  static func continues(_ text: String) -> Bool {
    guard let first = text.first(where: { !"“\"‘'(«[".contains($0) }) else { return false }
    return first.isLowercase || ",;:)”".contains(text.first ?? " ")
  }
}
