// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A note in brackets or after a bracketed number: `[Footnote 2: …]`, `[2] …`.
///
/// These are the forms of Project Gutenberg and Distributed Proofreaders (Formatting Guidelines,
/// “Footnotes”).
struct BracketedNote {
  /// Most groups that a note in brackets can continue in.
  private static let longest = 40

  let number: String
  let printed: String
  let closing: String
  /// Whether it is a note by its form alone; a letter in brackets can be an editor’s.
  let isCertain: Bool

  init?(_ group: LineGroup) {
    guard let start = Self.start(of: group.first.text) else { return nil }
    guard group.first.text.count > start.printed.count || group.members.count > 1 else {
      return nil
    }
    number = start.sign
    printed = start.printed
    isCertain = start.isNamed || start.sign.allSatisfy { !$0.isLetter }
    closing = start.isNamed && group.last.text.last == "]" ? "]" : ""
  }

  private struct Start {
    var sign: String
    var printed: String
    var isNamed: Bool
  }

  private static let names = [
    "footnote", "endnote", "note", "fußnote", "fussnote", "anmerkung", "nota", "voetnoot", "renvoi",
    "fotnot", "fotnote", "fodnote", "alaviite", "viite", "przypis", "примечание", "сноска",
    "poznámka", "piednoto",
  ]

  /// The word for a note that a label begins with, as `Footnote` in `Footnote 2: …`.
  static func name(atStartOf label: Substring) -> String? {
    let word = label.prefix(12).lowercased()
    return names.first { word.hasPrefix($0) }
  }

  /// The label that a line begins with.
  private static func start(of line: String) -> Start? {
    guard line.first == "[" else { return nil }
    var rest = line.dropFirst()
    let name = name(atStartOf: rest)
    if let name { rest = rest.dropFirst(name.count).drop { $0 == " " } }
    let sign = rest.prefix { $0.isNumber || ($0.isASCII && $0.isLetter) || "*†‡§¶".contains($0) }
    rest = rest.dropFirst(sign.count)
    guard (1...4).contains(sign.count), let stop = rest.first,
      name != nil ? stop == ":" || stop == "." : stop == "]"
    else { return nil }
    let isLetters = sign.allSatisfy(\.isLetter)
    guard
      name != nil || sign.allSatisfy(\.isNumber)
        || !sign.contains(where: { $0.isLetter || $0.isNumber })
        || (isLetters && sign.count <= 2 && sign == sign.uppercased()) || sign.count == 1
    else { return nil }
    rest = rest.dropFirst().drop { $0 == " " }
    return Start(
      sign: String(sign), printed: String(line[..<rest.startIndex]), isNamed: name != nil)
  }

  /// Divides a group at lines that begin with the next label, as notes set without blank lines do.
  static func divided(_ group: LineGroup) -> [LineGroup] {
    guard group.kind == .paragraph, group.members.count > 1 else { return [group] }
    var parts: [LineGroup] = []
    var last: Start?
    for member in group.members {
      let start = start(of: member.line.text)
      let isNext =
        start.map { start in
          start.isNamed || last.map { follows(start.sign, $0.sign) } == true
        } ?? false
      if parts.isEmpty || isNext {
        parts.append(
          LineGroup(members: [member], blanksBefore: parts.isEmpty ? group.blanksBefore : 1))
        last = start
      } else {
        parts[parts.count - 1].members.append(member)
      }
    }
    return parts
  }

  private static func follows(_ sign: String, _ last: String) -> Bool {
    if let value = Int(sign), let before = Int(last) { return value == before + 1 }
    guard sign.utf8.count == 1, last.utf8.count == 1, let one = sign.utf8.first,
      let other = last.utf8.first
    else { return sign != last && last.allSatisfy { !$0.isNumber } }
    return one == other + 1 || (one == other) != (sign.first?.isLetter == true)
  }

  /// Joins a note in brackets that has several paragraphs: it ends where its bracket is closed.
  static func joined(_ groups: [LineGroup]) -> [LineGroup] {
    var joined: [LineGroup] = []
    var index = 0
    while index < groups.count {
      var group = groups[index]
      index += 1
      if group.kind == .paragraph, start(of: group.first.text)?.isNamed == true,
        depth(of: group) > 0
      {
        var depth = depth(of: group)
        var end = index
        while end < groups.count, end - index < longest, depth > 0,
          start(of: groups[end].first.text)?.isNamed != true
        {
          depth += self.depth(of: groups[end])
          end += 1
        }
        if depth == 0, groups[end - 1].last.text.last == "]" {
          for part in groups[index..<end] { group.members += part.members }
          index = end
        }
      }
      joined.append(group)
    }
    return joined
  }

  /// Opening brackets less closing ones.
  private static func depth(of group: LineGroup) -> Int {
    group.members.reduce(0) { sum, member in
      member.line.text.utf8.reduce(sum) { $0 + ($1 == 0x5B ? 1 : $1 == 0x5D ? -1 : 0) }
    }
  }

  /// Letters in brackets that follow a word.
  static func letters(in groups: [LineGroup]) -> Set<String> {
    var letters: Set<String> = []
    for group in groups where group.width <= 20_000 {
      for member in group.members where member.line.text.utf8.contains(0x5B) {
        for candidate in NoteMarkSearch.candidates(in: member.line.text)
        where candidate.form == .brackets { letters.insert(candidate.sign) }
      }
    }
    return letters
  }
}
