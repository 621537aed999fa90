// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A note as it appears on a page.
struct PageNote {
  /// Indices of its lines in the file.
  var lines: [Int]
  /// Number of the note.
  var number: Attributed<String>
  /// Its mark as printed with the following space, to be removed from the first line.
  var printed: String
  /// Whether it goes on from the note that ended the page before.
  var continues = false
}

/// Extracts notes from the feet of pages.
///
/// A note starts a line, below a blank line or rule, with a number or sign followed by a space. OCR
/// often reads small superscript digits as signs, so a sign stands for the next number in sequence.
/// A number is accepted if it is the next one or restarts the count.
///
/// A printer's sign is a label of its own where numbers are counted beside it, or where the text
/// has no numbers.
struct PageNotes {
  private var expected = 1
  /// Whether printers' signs are labels rather than misread figures.
  private let signsAreLabels: Bool
  private var tally = Tally()
  /// Whether the last note so far ends within a sentence, so that it may go on overleaf.
  private(set) var isOpen = false

  /// What notes begin with.
  private struct Tally {
    var figures = 0
    var printersSigns = 0
    var otherSigns = 0
    /// Numbers after a sign that do not continue the count if the sign stands for a number.
    var rejected = 0
  }

  private init(signsAreLabels: Bool) { self.signsAreLabels = signsAreLabels }

  /// Decides from all pages what signs are.
  ///
  /// - Parameter pages: Indices of the lines of each page that are not furniture.
  init(_ pages: [[Int]], _ lines: [TextLine]) {
    var trial = PageNotes(signsAreLabels: false)
    for page in pages { _ = trial.notes(page, lines) }
    let tally = trial.tally
    let isAmongNumbers = tally.rejected > 0 && tally.rejected * 2 >= tally.printersSigns
    let isAlone = tally.figures == 0 && tally.printersSigns > tally.otherSigns
    self.init(signsAreLabels: tally.printersSigns > 0 && (isAmongNumbers || isAlone))
  }

  /// The notes of a page, in order.
  ///
  /// - Parameter body: Lines of the page that are not furniture.
  mutating func notes(_ body: [Int], _ lines: [TextLine]) -> [PageNote] {
    let groups = Self.groups(body, lines)
    let start = firstNoteLine(groups, lines)
    var notes = start.map { newNotes(from: $0, body, lines) } ?? []
    if isOpen, let rest = continuation(groups, before: start, lines) {
      notes.insert(rest, at: 0)
    }
    if let last = notes.last?.lines.last(where: { !lines[$0].isBlank }) {
      isOpen = SentenceEnd.isOpen(lines[last].text)
    } else if groups.contains(where: { group in group.contains { !lines[$0].isBlank } }) {
      isOpen = false
    }
    return notes
  }

  private mutating func newNotes(
    from start: Int, _ body: [Int], _ lines: [TextLine]
  ) -> [PageNote] {
    // An out-of-sequence number is accepted if it occurs as superscript on the page.
    let raised = Set(
      body.prefix { $0 < start }.flatMap { NoteMarkSearch.candidates(in: lines[$0].text) }
        .filter { $0.strength == 5 }.map(\.sign))
    var notes: [PageNote] = []
    var isFirstFigure = true
    var isAfterSign = false
    for index in body where index >= start {
      if lines[index].isBlank || Self.isRule(lines[index].text) {
        if !notes.isEmpty { notes[notes.count - 1].lines.append(index) }
        continue
      }
      let mark = Self.mark(lines[index].text)
      let number = mark.flatMap { self.number(of: $0, isFirst: isFirstFigure, raised: raised) }
      if let mark { count(mark, isRead: number != nil, isAfterSign) }
      if let mark, let number {
        isAfterSign = !mark.isFigure
        if mark.isFigure || !signsAreLabels { isFirstFigure = false }
        notes.append(
          PageNote(
            lines: [index],
            number: Attributed(
              number.text,
              number.basis,
              rule: number.basis == .stated ? "note-number" : "note-sequence",
              evidence: mark.sign,
              line: lines[index].number
            ),
            printed: mark.printed
          )
        )
        if let value = Int(number.text) { expected = value + 1 }
      } else if !notes.isEmpty {
        notes[notes.count - 1].lines.append(index)
      }
    }
    return notes
  }

  private mutating func count(_ mark: Mark, isRead: Bool, _ isAfterSign: Bool) {
    if mark.isFigure {
      if isRead { tally.figures += 1 } else if isAfterSign { tally.rejected += 1 }
    } else if isRead {
      if mark.isPrinters { tally.printersSigns += 1 } else { tally.otherSigns += 1 }
    }
  }

  /// Lines of a page that blank lines and rules divide.
  private static func groups(_ body: [Int], _ lines: [TextLine]) -> [[Int]] {
    var groups: [[Int]] = [[]]
    for index in body {
      if lines[index].isBlank || isRule(lines[index].text) {
        if groups[groups.count - 1].isEmpty == false { groups.append([]) }
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// The line where the notes of a page begin; `nil` if it has none.
  ///
  /// Goes up from the last blank line or rule for as long as each group of lines begins like a
  /// note, or is in small type and so may be a further paragraph of one.
  private func firstNoteLine(_ groups: [[Int]], _ lines: [TextLine]) -> Int? {
    // A page with only notes has no text for them to belong to.
    guard groups.count >= 2 else { return nil }
    var first: Int?
    for group in groups.dropFirst().reversed() {
      guard let start = group.first, let mark = Self.mark(lines[start].text),
        isPlausible(mark, group, groups, lines)
      else {
        if Self.isSmall(group, lines) { continue }
        break
      }
      first = start
    }
    guard let first, let group = groups.first(where: { $0.first == first }),
      let mark = Self.mark(lines[first].text)
    else { return nil }
    // The first number must continue the count or restart it.
    if let value = Int(mark.sign) {
      guard
        value == expected || value == 1 || (value > expected && value <= expected + 3)
          || hasMark(mark.sign, before: group, groups, lines)
      else {
        return nil
      }
      if value == 1, expected == 1, mark.printed.contains("."),
        !hasMark("1", before: group, groups, lines)
      {
        return nil
      }
    }
    return first
  }

  private func isPlausible(
    _ mark: Mark,
    _ group: [Int],
    _ groups: [[Int]],
    _ lines: [TextLine]
  ) -> Bool {
    let rest = lines[group[0]].text.dropFirst(mark.printed.count)
    guard let next = rest.first, next.isLetter || next.isNumber || "“\"‘'(«[".contains(next) else {
      return false
    }
    // Lists are numbered too, but their numbers have a stop and their items are many and short.
    return !next.isLowercase || mark.isFigure
  }

  private func hasMark(
    _ number: String,
    before group: [Int],
    _ groups: [[Int]],
    _ lines: [TextLine]
  ) -> Bool {
    groups.prefix { $0.first != group.first }.joined().contains { index in
      NoteMarkSearch.candidates(in: lines[index].text).contains { $0.sign == number }
    }
  }

  private func number(
    of mark: Mark, isFirst: Bool, raised: Set<String>
  ) -> (text: String, basis: Basis)? {
    if signsAreLabels, mark.isPrinters { return (mark.sign, .stated) }
    guard let value = Int(mark.sign) else { return (String(expected), .inferred) }
    if value == expected || (isFirst && value == 1) || (isFirst && raised.contains(mark.sign)) {
      return (mark.sign, .stated)
    }
    if value > expected, value <= expected + 3 { return (mark.sign, .stated) }
    return nil
  }

  // MARK: Marks

  /// The mark at the start of a line.
  struct Mark {
    var sign: String
    var printed: String
    var isFigure: Bool

    /// Whether it is a sign that printers use: `*`, `††`.
    var isPrinters: Bool {
      !isFigure && sign.unicodeScalars.allSatisfy(NoteMarkSearch.isPrinters)
    }
  }

  /// Whether a line is a drawn rule: `_____`, `-----`.
  static func isRule(_ line: String) -> Bool {
    line.utf8.count >= 3 && line.allSatisfy { "_-—–=*·. ".contains($0) }
  }
}
