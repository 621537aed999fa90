// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// How lines of verse are marked in HTML.
enum VerseLines {
  /// Whether verse has marked lines, so that line ends in the source mean nothing.
  static func areMarked(in node: HTMLNode) -> Bool {
    var walk = HTMLWalk(node)
    var steps = 0
    while let step = walk.next(), steps < 400 {
      steps += 1
      guard case .enter(let inner) = step, inner.isElement, inner != node else { continue }
      if ElementRole.role(of: inner.tag) == .lineBreak || RoleWords.isLine(inner) { return true }
    }
    return false
  }

  /// Longest line of verse in code points; prose with breaks has longer ones.
  private static let longest = 72

  /// Whether a block consists of short lines with breaks between them, as verse without a class does.
  static func areBroken(in node: HTMLNode) -> Bool {
    var lengths = [0]
    var walk = HTMLWalk(node)
    var steps = 0
    while let step = walk.next() {
      steps += 1
      guard steps < 400, case .enter(let inner) = step, inner != node else {
        if steps >= 400 { return false }
        continue
      }
      if inner.isText, let text = inner.text {
        lengths[lengths.count - 1] += String(cString: text).trimmed.unicodeScalars.count
      } else if ElementRole.role(of: inner.tag) == .lineBreak {
        lengths.append(0)
      } else if ElementRole.role(of: inner.tag) == .block {
        return false
      }
    }
    let lines = lengths.filter { $0 > 0 }
    return lines.count >= 3 && lines.allSatisfy { $0 <= longest }
  }
}
