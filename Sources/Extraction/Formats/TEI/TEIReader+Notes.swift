// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Notes at their places or gathered elsewhere, and marks that refer to them (TEI P5, 3.9).
extension TEIReader {
  mutating func beginNote(_ tag: XMLTag, _ element: inout Open) {
    let key = noteCount - 1
    let stated = survey.labels[key]
    let isGathered =
      survey.referred.contains(key) || survey.anchored.values.contains(key) || tag["prev"] != nil
    let note = BlockNote(
      number: stated ?? String(noteCount), key: key, isInferred: stated == nil)
    let isTied = isGathered && tag["prev"] == nil
    let isMarked = !isGathered && isOpen && !writer.isEmpty
    if isMarked {
      flushHyphen()
      writer.mark(note, printed: nil)
    }
    openNotes.append((isOpen, open.count))
    // Where nothing tells the place of its mark, it has only a number that is stated.
    let isNumbered = isTied || isMarked || stated != nil
    writer.openNote(
      isNumbered ? note : nil, line: tag.line, printsNumber: true, language: mode.language)
    mode = Mode(kind: .note, language: mode.language, divisions: mode.divisions, isInBlock: true)
    isOpen = true
    lastScalar = " "
  }

  mutating func endNote() {
    flushHyphen()
    guard let note = openNotes.popLast() else { return }
    writer.closeNote()
    isOpen = note.wasOpen
    if !isOpen, openNotes.isEmpty { writer.end() }
  }

  /// Adds the mark of a note that names its place.
  mutating func markAnchor(_ tag: XMLTag) {
    guard !survey.anchored.isEmpty, let id = tag["id"], let key = survey.anchored[id], isOpen,
      !writer.isEmpty, tag.name != "note"
    else { return }
    let label = survey.labels[key]
    writer.mark(
      BlockNote(number: label ?? String(key + 1), key: key, isInferred: label == nil), printed: nil)
  }

  mutating func beginReference(_ tag: XMLTag) {
    guard openNotes.isEmpty || tag["type"] == "noteAnchor",
      TEISurvey.identifiers(tag["target"]).contains(where: { survey.notes[$0] != nil })
    else { return }
    captured = ("", open.count)
    reference = TEISurvey.identifiers(tag["target"]).compactMap { survey.notes[$0] }.first
  }

  /// Ends a reference to a note, which is its mark unless its words say something else.
  mutating func endReference(_ text: String) {
    guard let key = reference else { return }
    reference = nil
    let words = text.trimmed
    let number = PrintedMark.number(in: words)
    let label = number ?? survey.labels[key]
    if words.isEmpty || number != nil, isOpen, !writer.isEmpty {
      flushHyphen()
      writer.mark(
        BlockNote(number: label ?? String(key + 1), key: key, isInferred: label == nil),
        printed: words.isEmpty ? nil : words)
    } else if !words.isEmpty {
      add(text, line: 1)
    }
  }
}
