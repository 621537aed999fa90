// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// The numbers that readers see at notes, which a document does not contain (RTF 1.9.1,
/// “Document Formatting Properties”: `\ftnnar`, `\ftnrestart`).
struct RTFNoteNumbers {
  /// One of the two sequences.
  struct Sequence {
    var start = 1
    var count = 0
    var form = Form.arabic
    var restartsWithSections = false
    /// Whether it restarts on each page, so that the file does not tell the number.
    var restartsWithPages = false
  }

  enum Form { case arabic, lowerLetter, upperLetter, lowerRoman, upperRoman, signs }

  var footnotes = Sequence()
  var endnotes = Sequence()

  /// Reads a control word; false if it says nothing of numbers.
  mutating func read(_ word: String, _ number: Int?) -> Bool {
    // The words of sections begin with `s`.
    var name = Substring(word)
    if name.hasPrefix("sftn") || name.hasPrefix("saftn") { name = name.dropFirst() }
    if name.hasPrefix("aftn") { return Self.read(name.dropFirst(4), number, &endnotes) }
    if name.hasPrefix("ftn") { return Self.read(name.dropFirst(3), number, &footnotes) }
    return false
  }

  private static func read(_ name: Substring, _ number: Int?, _ sequence: inout Sequence) -> Bool {
    switch name {
    case "start": sequence.start = max(0, min(number ?? 1, 100_000))
    case "nar": sequence.form = .arabic
    case "nalc": sequence.form = .lowerLetter
    case "nauc": sequence.form = .upperLetter
    case "nrlc": sequence.form = .lowerRoman
    case "nruc": sequence.form = .upperRoman
    case "nchi": sequence.form = .signs
    case "restart": sequence.restartsWithSections = true
    case "rstpg": sequence.restartsWithPages = true
    case "rstcont":
      sequence.restartsWithSections = false
      sequence.restartsWithPages = false
    default: return false
    }
    return true
  }

  mutating func beginSection() {
    if footnotes.restartsWithSections { footnotes.count = 0 }
    if endnotes.restartsWithSections { endnotes.count = 0 }
  }

  /// The number of the next note.
  mutating func next(isEndnote: Bool) -> (label: String, isInferred: Bool) {
    isEndnote ? Self.next(&endnotes) : Self.next(&footnotes)
  }

  private static func next(_ sequence: inout Sequence) -> (String, Bool) {
    let number = sequence.start + sequence.count
    sequence.count += 1
    return (label(number, sequence.form), sequence.restartsWithPages)
  }

  private static func label(_ number: Int, _ form: Form) -> String {
    switch form {
    case .arabic: return String(number)
    case .lowerLetter: return letters(number, from: "a")
    case .upperLetter: return letters(number, from: "A")
    case .lowerRoman: return RomanNumeral.numeral(of: number) ?? String(number)
    case .upperRoman: return RomanNumeral.numeral(of: number)?.uppercased() ?? String(number)
    case .signs:
      let signs = ["*", "†", "‡", "§"]
      guard number >= 1 else { return String(number) }
      return String(repeating: signs[(number - 1) % 4], count: min((number - 1) / 4 + 1, 8))
    }
  }

  /// After `z` the letters are doubled.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
    guard number >= 1, let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
      return String(number)
    }
    return String(repeating: Character(letter), count: min((number - 1) / 26 + 1, 8))
  }
}
