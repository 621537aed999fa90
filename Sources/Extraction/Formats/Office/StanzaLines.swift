// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Recognises a stanza in a paragraph that no style calls verse, by the lines that its author broke.
///
/// An address or a list of names has such lines too, but their ends have no marks, or there are
/// figures in them.
enum StanzaLines {
  private static let fewest = 4
  private static let longest = 70
  private static let shortestMean = 14

  static func are(in paragraph: OfficeParagraph) -> Bool {
    guard paragraph.hasLines, !paragraph.isItem else { return false }
    var lines: [String] = [""]
    for piece in paragraph.pieces {
      switch piece {
      case .text(let text, _):
        lines[lines.count - 1] += text
        if lines[lines.count - 1].utf8.count > longest * 4 { return false }
      case .space: lines[lines.count - 1] += " "
      case .lineBreak: lines.append("")
      case .box, .pageBreak: return false
      case .mark, .omission, .removal: break
      }
    }
    lines = lines.map(\.trimmed).filter { !$0.isEmpty }
    let lengths = lines.map(\.unicodeScalars.count)
    guard lines.count >= fewest, lengths.allSatisfy({ $0 <= longest }),
      lengths.reduce(0, +) >= shortestMean * lines.count,
      !lines.contains(where: { $0.contains(where: \.isNumber) || $0.contains("@") })
    else { return false }
    let capitals = lines.count { $0.first(where: \.isLetter)?.isUppercase == true }
    let marked = lines.count { line in line.last.map { ",.;:!?—–…”’»".contains($0) } ?? false }
    return capitals * 10 >= lines.count * 8 && marked * 3 >= lines.count
  }
}
