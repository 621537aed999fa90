// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageSearch

/// Renders a concordance: matches aligned in a column, with their context on both sides.
struct ConcordanceRendering {
  let terminal: Terminal

  /// Renders lines, each followed by the id of its passage.
  func lines(_ lines: [ConcordanceLine]) -> String {
    let widest = lines.map { $0.match.count }.max() ?? 0
    let match = min(widest, terminal.width / 3)
    let side = max(10, (terminal.width - match - 2) / 2)
    return lines.map { line in
      let left = Self.end(of: Self.plain(line.left), side)
      let right = String(Self.plain(line.right).prefix(side))
      let words = TextStyle.match.apply(Self.plain(line.match), on: terminal)
      let margin = String(repeating: " ", count: side - left.count)
      return
        "\(margin)\(left)\(words)\(right)  \(TextStyle.faint.apply(line.passage.id, on: terminal))\n"
    }.joined()
  }

  private static func end(of text: String, _ count: Int) -> String { String(text.suffix(count)) }

  /// The text on one line, with spaces for control characters.
  private static func plain(_ text: String) -> String {
    String(
      text.map { character in
        character.isNewline
          || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
          ? " " : character
      })
  }
}
