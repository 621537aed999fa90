// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Joins a large initial to the rest of its word: `T he`, or `T` on a line of its own.
///
/// Recognition and extraction set such an initial apart. The whole must be a word of the text, and
/// the rest must not be the more usual word: `A part` and `B and C` stay as they are.
struct DropCaps {
  private let counts: [String: Int]

  /// Words with which paragraphs begin, for texts in which they occur only once.
  private static let openings: Set<String> = [
    "the", "this", "that", "these", "there", "then", "when", "what", "while", "with", "we", "he",
    "how", "but", "by", "for", "from", "before", "many", "my", "most", "not", "no", "now", "on",
    "once", "one", "our", "some", "she", "so", "such", "to", "who", "why", "it", "in", "is", "if",
    "as", "at", "an", "and", "all", "after", "le", "la", "les", "un", "une", "dans", "ce", "il",
    "elle", "on", "der", "die", "das", "wir", "wenn", "ein", "eine", "es", "er", "im", "in", "el",
    "los", "las", "una", "en", "gli", "lo", "nel", "nella",
  ]

  /// Joins the initials of all lines that begin paragraphs.
  static func join(_ lines: inout [TextLine], _ words: inout WordCounts) {
    let places = lines.indices.filter { index in
      guard let initial = initial(of: lines[index].text), index < lines.count else { return false }
      return
        (index == 0 || lines[index - 1].isBlank || lines[index].beginsPage
        || Headings.isAllCapitals(lines[index - 1].text)) && !initial.isEmpty
    }
    guard !places.isEmpty else { return }
    let caps = DropCaps(counts: words.counted(lines))
    for index in places { caps.join(at: index, &lines) }
  }

  /// The initial that is the first token of a line, with its opening quotation mark.
  private static func initial(of text: String) -> String? {
    let token = text.prefix { $0 != " " }
    let letter = token.drop { "“\"«„‘".contains($0) }
    guard token.utf8.count <= 8, letter.count == 1, letter.first?.isUppercase == true else {
      return nil
    }
    return String(token)
  }

  private func join(at index: Int, _ lines: inout [TextLine]) {
    let line = lines[index]
    let tokens = line.text.split(separator: " ", maxSplits: 2)
    if tokens.count > 1 {
      if isWord(tokens[0], tokens[1]) {
        lines[index].close(
          [(0..<2, tokens[0] + tokens[1])].map { ($0.0, String($0.1)) },
          rule: "drop-cap")
      }
      return
    }
    guard
      let next = lines[(index + 1)...].prefix(3).firstIndex(where: { !$0.isBlank }),
      let rest = lines[next].text.split(separator: " ", maxSplits: 1).first,
      !lines[next].beginsPage, isWord(line.text[...], rest)
    else { return }
    let length = Ledger.count(line.text)
    lines[next].repairs = lines[next].repairs.map {
      Repair(
        range: ($0.range.lowerBound + length)..<($0.range.upperBound + length),
        printed: $0.printed, rule: $0.rule)
    }
    lines[next].repairs.insert(
      Repair(
        range: 0..<(length + rest.unicodeScalars.count), printed: "\(line.text)\n\(rest)",
        rule: "drop-cap"), at: 0)
    lines[next].text = line.text + lines[next].text
    lines[next].length += line.length
    lines[next].beginsPage = line.beginsPage
    lines[index].text = ""
    lines[index].length = 0
    lines[index].beginsPage = false
  }

  /// Whether an initial and the token after it are one word.
  private func isWord(_ initial: Substring, _ rest: Substring) -> Bool {
    let tail = rest.prefix { $0.isLetter || $0 == "’" || $0 == "'" }.prefix { $0.isLetter }
    guard let first = tail.first, rest.first?.isLetter == true,
      first.isLowercase || (tail.count >= 2 && tail.allSatisfy(\.isUppercase))
    else { return false }
    let whole = (initial.filter(\.isLetter) + tail).lowercased()
    let part = tail.lowercased()
    let wholes = (counts[whole] ?? 0) + (Self.openings.contains(whole) ? 1 : 0)
    // The rest itself is counted once where it stands.
    let parts = (counts[part] ?? 0) - 1
    return wholes > 0 && wholes >= parts
  }
}
