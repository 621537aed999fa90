// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Joins lines into a single text, recording repairs and page breaks.
struct LineJoining {
  private(set) var text = ""
  private(set) var breaks: [PageBreak] = []
  private(set) var repairs: [Repair] = []
  /// Number of code points removed.
  private(set) var removed = 0

  private var scalars = 0

  init(_ group: LineGroup, _ hyphens: Hyphens) {
    var lines = group.members.map(\.line.text)
    if let note = group.note {
      removed += Ledger.count(note.printed) + Ledger.count(note.closing)
      repairs.append(Repair(range: 0..<0, printed: note.printed.trimmed, rule: "note-number"))
      lines[0] = String(lines[0].dropFirst(note.printed.count))
      let last = lines.count - 1
      lines[last] = String(lines[last].dropLast(note.closing.count))
    }
    let stripped = (group.note?.printed.unicodeScalars.count ?? 0)
    let keepsLines = group.kind == .verse
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let page = group.members[index].page
      defer { take(group.members[index].line, stripped: index == 0 ? stripped : 0, line) }
      let isNewPage = index > 0 && page != group.members[index - 1].page
      if text.isEmpty {
        append(line)
      } else if keepsLines {
        append("\n")
        if isNewPage { breaks.append(PageBreak(offset: scalars, page: page)) }
        append(line)
      } else {
        join(line, page: isNewPage ? page : nil, hyphens)
      }
    }
  }

  /// Takes over the repairs of a line that was just appended.
  private mutating func take(_ line: TextLine, stripped: Int, _ appended: String) {
    guard !line.repairs.isEmpty else { return }
    let start = scalars - appended.unicodeScalars.count - stripped
    for repair in line.repairs where repair.range.lowerBound >= stripped {
      let range = (repair.range.lowerBound + start)..<min(repair.range.upperBound + start, scalars)
      repairs.append(Repair(range: range, printed: repair.printed, rule: repair.rule))
    }
  }

  private mutating func append(_ piece: String) {
    text += piece
    scalars += piece.unicodeScalars.count
  }

  private mutating func join(_ line: String, page: Int?, _ hyphens: Hyphens) {
    let previous = lastWord()
    if let (head, tail) = hyphens.divided(previous, line) {
      let isKept = hyphens.keeps(head, tail)
      let printed = "\(head)\(previous.last.map(String.init) ?? "-")\n\(tail)"
      if !isKept {
        text.unicodeScalars.removeLast()
        scalars -= 1
        removed += 1
      } else if previous.last != "-" {
        text.unicodeScalars.removeLast()
        text += "-"
      }
      let start = scalars - head.unicodeScalars.count - (isKept ? 1 : 0)
      if let page { breaks.append(PageBreak(offset: scalars, page: page)) }
      repairs.append(
        Repair(
          range: start..<(scalars + tail.unicodeScalars.count),
          printed: printed,
          rule: isKept ? "hyphen-kept" : "hyphen-joined"
        )
      )
      append(line)
      return
    }
    // A dash attached to the preceding word is also attached to the following one.
    if !(previous.count > 2 && (previous.hasSuffix("--") || previous.hasSuffix("—"))) {
      append(" ")
    }
    if let page { breaks.append(PageBreak(offset: scalars, page: page)) }
    append(line)
  }

  /// The last word so far; looks back a limited distance, however long the text is.
  private func lastWord() -> String {
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      if scalar == " " || word.count > 80 { break }
      word.append(scalar)
    }
    return String(String.UnicodeScalarView(word.reversed()))
  }
}
