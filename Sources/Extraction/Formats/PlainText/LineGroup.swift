// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Lines that stand together: a paragraph, a heading, a stanza.
struct LineGroup {
  /// A line with the page it stands on.
  struct Member {
    var line: TextLine
    var page: Int
  }

  /// Its lines, none of them blank.
  var members: [Member]
  /// How many blank lines stand before it.
  var blanksBefore: Int
  /// What it is.
  var kind = Block.Kind.paragraph
  /// Whether it is an entry of a table of contents.
  var isContents = false
  /// The number of a note, and what is taken off its beginning and its end.
  var note: (number: Attributed<String>, printed: String, closing: String)?

  /// The rank of a heading by its type, if all lines are set as one.
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

  /// Its first line.
  var first: TextLine { members[0].line }
  /// Its last line.
  var last: TextLine { members[members.count - 1].line }
  /// The longest line, in code points.
  var width: Int { members.reduce(0) { max($0, $1.line.length) } }
  /// The least indentation.
  var indent: Int { members.reduce(Int.max) { min($0, $1.line.indent) } }
  /// Its words, end to end.
  var text: String { members.map(\.line.text).joined(separator: " ") }
}

/// The measures of a text's lines: how wide it is set and how far it is indented.
struct LineMeasure {
  /// The width to which lines are filled, in code points.
  let width: Int
  /// The indentation of running text.
  let indent: Int
  /// Whether paragraphs are told by the indentation of their first line, not by blank lines.
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
    width = lengths.isEmpty ? 72 : lengths[lengths.count * 9 / 10]
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

/// Tells whether words end a sentence.
enum SentenceEnd {
  /// Whether a line ends with a stop, closing marks and the mark of a note left out.
  static func ends(_ text: String) -> Bool {
    for character in text.reversed() {
      if ".!?…:".contains(character) { return true }
      if "”\"’'»)]*†°®".contains(character) || character.isNumber { continue }
      return false
    }
    return false
  }

  /// Whether a sentence cannot end here: no stop, nor a closing quotation mark.
  static func isOpen(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    if ends(text) { return false }
    return !"”\"»)]’".contains(last)
  }

  /// Whether the words go on a sentence: a small letter first, or a mark that cannot begin one.
  static func continues(_ text: String) -> Bool {
    guard let first = text.first(where: { !"“\"‘'(«[".contains($0) }) else { return false }
    return first.isLowercase || ",;:)”".contains(text.first ?? " ")
  }
}
