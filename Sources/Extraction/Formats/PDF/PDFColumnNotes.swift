// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Notes at the foot of a column.
enum PDFColumnNotes {
  /// Takes the notes from the end of a column: lines in smaller type, the first of which begins with
  /// a mark and is set off from the text.
  static func taken(from lines: inout [PDFLine], _ bodySize: Double) -> [PDFLine]? {
    var start = lines.count
    while start > 0, lines[start - 1].size < 0.93 * bodySize { start -= 1 }
    let small = start..<lines.count
    guard start > 0, !small.isEmpty,
      let first = small.first(where: { isNote(lines[$0], after: lines[$0 - 1]) })
    else { return nil }
    let notes = Array(lines[first...])
    lines.removeSubrange(first...)
    return notes
  }

  private static func isNote(_ line: PDFLine, after before: PDFLine) -> Bool {
    guard PageNotes.mark(line.text) != nil else { return false }
    return line.size < 0.93 * before.size || line.top - before.bottom > 0.6 * line.size
  }
}
