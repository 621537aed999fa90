// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What is taken out of the text of a block, and where.
extension BlockBuilder {
  /// Records text that is replaced by structure, such as the number before a note.
  mutating func remove(_ printed: String, rule: String) {
    repairs.append(Repair(range: scalars..<scalars, printed: printed, rule: rule))
    ledger.removed += Ledger.count(printed)
  }

  /// Adds a note mark, which is not part of the text.
  ///
  /// - Parameter isGenerated: Whether programs print the mark though the source has no text for it.
  mutating func mark(_ note: BlockNote, printed: String, isGenerated: Bool = false) {
    marks.append(
      NoteMark(
        offset: scalars, number: note.number, printed: printed,
        basis: note.isInferred ? .inferred : .stated,
        noteKey: note.key))
    guard !printed.isEmpty, !isGenerated else { return }
    repairs.append(Repair(range: scalars..<scalars, printed: printed, rule: "note-mark"))
    ledger.removed += Ledger.count(printed)
  }

  /// Begins a page with a label that the document prints.
  mutating func beginPage(label: String, line: Int) {
    beginPage(
      Attributed(label, .stated, rule: "page-mark", evidence: label, line: line), line: line)
  }

  /// Begins a page, unless its label is that of the current one.
  mutating func beginPage(_ label: Attributed<String>, line: Int) {
    if let last = pages.last, last.label.value == label.value { return }
    pages.append(Page(label: label, line: line))
    // The page starts at the next character; a space before it belongs to the previous page.
    if !buffer.isEmpty {
      breaks.append(
        PageBreak(
          offset: scalars + (hasPendingSpace || pendingLines > 0 ? 1 : 0),
          page: pages.count - 1
        )
      )
    }
  }

  /// Records omitted text.
  mutating func omit(_ text: String, rule: String) {
    omissions.add(text, rule: rule) {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// All omissions, sorted by rule.
  var allOmissions: [Ledger.Omission] { omissions.all }

  /// Strips the label from the start of a note, and the bracket that closes it at its end.
  mutating func removeNumber(_ text: inout String) {
    guard let number = mode.note?.number else { return }
    let isGone = repairs.contains { $0.rule == "note-number" && $0.range.lowerBound == 0 }
    guard let label = NoteLabelText(text, number: number, isGone: isGone) else { return }
    let printed = label.printed
    let shift = printed.unicodeScalars.count
    text = String(text.dropFirst(printed.count))
    scalars -= shift
    for index in marks.indices { marks[index].offset = max(0, marks[index].offset - shift) }
    for index in breaks.indices { breaks[index].offset = max(0, breaks[index].offset - shift) }
    for index in repairs.indices {
      let range = repairs[index].range
      repairs[index].range =
        max(0, range.lowerBound - shift)..<max(0, range.upperBound - shift)
    }
    remove(printed, rule: "note-number")
    repairs[repairs.count - 1].range = 0..<0
    guard label.isBracketed, text.last == "]", text.utf8.count > 1 else { return }
    text.removeLast()
    scalars -= 1
    for index in marks.indices { marks[index].offset = min(marks[index].offset, scalars) }
    for index in breaks.indices { breaks[index].offset = min(breaks[index].offset, scalars) }
    for index in repairs.indices {
      let range = repairs[index].range
      repairs[index].range = min(range.lowerBound, scalars)..<min(range.upperBound, scalars)
    }
    remove("]", rule: "note-number")
  }
}
