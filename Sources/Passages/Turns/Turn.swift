// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What one speaker says in a block, and the label that says who it is.
struct Turn {
  /// Rule for a paragraph that begins with the dash of direct speech.
  static let dashRule = "dash-dialogue"

  /// Range of the label in the block's text, in code points; `nil` if it stands in another block.
  var label: Range<Int>?
  /// Range of the spoken words, in code points.
  var words: Range<Int>
  /// Fullest name of the speaker; `nil` if the label names a role in letters, or nobody.
  var speaker: String?
  /// The speaker as printed, without marks of emphasis and stage directions.
  var printed: String?
  var basis: Basis
  var rule: String

  /// The turn in a block; `nil` if nobody is known to speak in it.
  init?(_ block: Block) {
    guard block.speaker != nil || block.text.unicodeScalars.first.map(Self.isDash) == true else {
      return nil
    }
    let text = Array(block.text.unicodeScalars)
    guard let speaker = block.speaker else {
      guard block.kind == .paragraph, Self.opensSpeech(text) else { return nil }
      (words, basis, rule) = (0..<text.count, .inferred, Self.dashRule)
      return
    }
    let mark = Array((speaker.evidence ?? "").unicodeScalars)
    (basis, rule) = (speaker.basis, speaker.rule)
    printed = Self.name(mark)
    self.speaker = speaker.value
    if speaker.rule == Turn.lineRule {
      guard text.count > mark.count, Array(text.suffix(mark.count)) == mark else { return nil }
      label = text.count - mark.count..<text.count
      words = Self.trimmed(0..<text.count - mark.count, text)
    } else if text.starts(with: mark), !mark.isEmpty, speaker.rule != Turn.continuedRule {
      label = 0..<mark.count
      words = Self.trimmed(Self.afterDirections(mark.count, text)..<text.count, text)
    } else {
      words = Self.trimmed(Self.afterDirections(0, text)..<text.count, text)
    }
    // `Q` is nobody's name.
    if speaker.value.unicodeScalars.count == 1 { self.speaker = nil }
  }

  static let lineRule = "source-line"
  static let continuedRule = "turn-continued"

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "—–―-".unicodeScalars.contains(scalar)
  }

  /// Whether a paragraph begins with the dash that opens direct speech.
  private static func opensSpeech(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, isDash(first), text.count > 3 else { return false }
    // Typewriters set two hyphens for a dash; one alone opens speech only before a space.
    if first == "-", text[1] != " ", text[1] != "-" { return false }
    guard let next = text[1...].first(where: { $0 != "-" && $0 != " " && $0 != "\u{A0}" }) else {
      return false
    }
    return next.properties.isAlphabetic || "¡¿«“\"…".unicodeScalars.contains(next)
  }

  /// The name in a label: `_Nora_ [laughing]:` has `Nora`, `— Orrin Quill` has `Orrin Quill`.
  private static func name(_ label: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: label)
    let text = String(view).drop { "—–―- ".contains($0) }
    var name = text.prefix { !"([:：\n".contains($0) }.filter { $0 != "_" && $0 != "*" }[...]
    if let comma = name.firstIndex(of: ",") { name = name[..<comma] }
    while let last = name.last, "—–―- .".contains(last) { name.removeLast() }
    return String(name)
  }

  /// The first place after stage directions in brackets.
  private static func afterDirections(_ start: Int, _ text: [Unicode.Scalar]) -> Int {
    var index = start
    while true {
      while index < text.count, text[index].properties.isWhitespace || text[index] == "_" {
        index += 1
      }
      guard index < text.count, text[index] == "[" || text[index] == "(" else { return index }
      let closing: Unicode.Scalar = text[index] == "[" ? "]" : ")"
      guard let end = text[index..<min(text.count, index + 300)].firstIndex(of: closing),
        !text[index + 1].properties.isWhitespace, text[index + 1].properties.numericType == nil
      else { return index }
      index = end + 1
      while index < text.count, ".,_".unicodeScalars.contains(text[index]) { index += 1 }
    }
  }

  private static func trimmed(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
    var lower = min(range.lowerBound, range.upperBound)
    var upper = range.upperBound
    while lower < upper, text[lower].properties.isWhitespace { lower += 1 }
    while upper > lower, text[upper - 1].properties.isWhitespace { upper -= 1 }
    return lower..<upper
  }
}
