// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds note marks in running text.
enum NoteMarkSearch {
  /// A character sequence that may be a note mark.
  struct Candidate: Hashable {
    /// Range in the text, in code points.
    var range: Range<Int>
    /// The mark without brackets.
    var sign: String
    /// How likely it is to be a mark, from 1 to 5.
    var strength: Int
    var form = Form.sign
  }

  /// How a mark is printed; each series of notes has one form in a text.
  enum Form: Hashable {
    case brackets, braces, superscript, parentheses, figure, sign
  }

  /// Possible marks in a text, in order.
  ///
  /// A mark directly follows a word or its punctuation: `revolution.5`, `power[12]`, `theory*`. OCR
  /// often turns it into an impossible character: `revolution.!`, `Committees.”’`.
  static func candidates(in text: String) -> [Candidate] {
    let scalars = Array(text.unicodeScalars)
    var found: [Candidate] = []
    var hasOpenSingle = false
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      // Fast path: most characters are letters or spaces.
      if scalar == " " || (scalar.value | 0x20) &- 0x61 < 26 {
        index += 1
        continue
      }
      // ‘70s does not open a quotation; a closing mark before a space closes one.
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == "‘" || (scalar == "'" && (index == 0 || scalars[index - 1] == " ")) {
        hasOpenSingle = !isFigure(next)
      } else if scalar == "’", hasOpenSingle, next == " " || isStop(next) {
        hasOpenSingle = false
        index += 1
        continue
      }
      if let candidate = candidate(at: index, scalars, hasOpenSingle) {
        found.append(candidate)
        index = candidate.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func candidate(
    at index: Int,
    _ text: [Unicode.Scalar],
    _ hasOpenSingle: Bool
  ) -> Candidate? {
    guard index > 0 else { return nil }
    let scalar = text[index]
    let before = text[index - 1]
    let isAfterWord = before.properties.isAlphabetic || isStop(before) || isClosing(before)
    guard isAfterWord || scalar == "[" || scalar == "{" else { return nil }
    if scalar == "[" || scalar == "(" || scalar == "{" { return enclosed(at: index, text) }
    var end = index
    if isFigure(scalar) {
      // Years and sums do not directly follow a word, and longer numbers have further digits.
      while end < text.count, isFigure(text[end]) { end += 1 }
      guard end - index <= 3, isEnd(end, text), !isStop(before) || !isNumberBefore(index - 1, text)
      else { return nil }
      return Candidate(
        range: index..<end, sign: string(text[index..<end]), strength: 5, form: .figure)
    }
    if let figure = superscripts[scalar] {
      var sign = figure
      end = index + 1
      while end < text.count, let next = superscripts[text[end]] {
        sign += next
        end += 1
      }
      return Candidate(range: index..<end, sign: sign, strength: 5, form: .superscript)
    }
    if isPrinters(scalar) {
      // Printers double a sign when the series is used up: `**`, `††`.
      while end < text.count, text[end] == scalar, end - index < 3 { end += 1 }
      guard isEnd(end, text) else { return nil }
      return Candidate(range: index..<end, sign: string(text[index..<end]), strength: 4)
    }
    guard isEnd(index + 1, text) else { return nil }
    let range = index..<(index + 1)
    switch scalar {
    case "®", "°", "©", "™": break
    case "!", "?":
      return isStop(before) && before != "!" && before != "?"
        ? Candidate(range: range, sign: String(Character(scalar)), strength: 4) : nil
    case "’", "'", "”", "\"":
      // A closing mark after a closing mark or stop, while no single quotation is open.
      guard scalar == "’" || scalar == "'", !hasOpenSingle, before != "’" else { return nil }
      if before.properties.isAlphabetic {
        // In workers’ rights the mark is a possessive, which a noun follows, not a function word.
        return isSmallWord(after: index, text)
          ? Candidate(range: range, sign: String(Character(scalar)), strength: 1) : nil
      }
      return Candidate(range: range, sign: String(Character(scalar)), strength: 2)
    case "^", "~", "•", "¢", "¥", "#":
      return Candidate(range: range, sign: string(text[range]), strength: 3)
    default: return nil
    }
    return Candidate(range: range, sign: String(Character(scalar)), strength: 4)
  }

  /// `[12]`, `[A]`, `[*]`, `{12}`, `(12)`.
  ///
  /// A number in brackets or braces may follow a space, since little else looks like it. A letter in brackets
  /// before others is an editor's: `[T]he`; a number in parentheses before words counts a list.
  private static func enclosed(at index: Int, _ text: [Unicode.Scalar]) -> Candidate? {
    let isBracket = text[index] != "("
    let close: Unicode.Scalar = text[index] == "[" ? "]" : isBracket ? "}" : ")"
    var end = index + 1
    while end < text.count, end - index <= 4, text[end] != close { end += 1 }
    guard end > index + 1, end < text.count, text[end] == close else { return nil }
    let sign = text[(index + 1)..<end]
    let isSpaced = text[index - 1] == " "
    let next = end + 1 < text.count ? text[end + 1] : " "
    let isNumber = sign.allSatisfy(isFigure)
    let isLetter =
      sign.count <= 2 && sign.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    guard isNumber || isLetter || sign.allSatisfy(isPrinters) else { return nil }
    if isSpaced, !isBracket || isLetter {
      guard isStop(next) || end + 1 == text.count, !isLetter else { return nil }
    }
    if isLetter, next.properties.isAlphabetic || !isBracket { return nil }
    return Candidate(
      range: index..<(end + 1), sign: string(sign), strength: 5,
      form: isBracket ? (close == "]" ? .brackets : .braces) : .parentheses)
  }

  /// Whether a sign is one that printers use for notes.
  static func isPrinters(_ scalar: Unicode.Scalar) -> Bool {
    "*†‡§¶".unicodeScalars.contains(scalar)
  }

  /// Whether the next word cannot follow a possessive.
  private static func isSmallWord(after index: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard index + 1 < text.count else { return true }
    guard text[index + 1] == " " else { return isStop(text[index + 1]) }
    let word = text[(index + 2)...].prefix(8).prefix { $0 != " " }
    return smallWords.contains(string(word))
  }

  private static let smallWords: Set<String> = [
    "is", "was", "are", "were", "has", "had", "have", "and", "or", "but", "in", "on", "of", "to",
    "for", "by", "from", "with", "which", "that", "who", "as", "at", "into", "than", "when",
    "would", "could", "should", "will", "did", "does", "do", "can", "may", "must", "if", "because",
  ]

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == ";" || scalar == ":" || scalar == "!"
      || scalar == "?"
      || scalar == "…"
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "\"" || scalar == "’" || scalar == ")" || scalar == "]"
      || scalar == "»"
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

  private static func isNumberBefore(_ stop: Int, _ text: [Unicode.Scalar]) -> Bool {
    stop > 0 && (isFigure(text[stop - 1]) || (stop > 0 && text[stop - 1] == "p"))
  }

  /// Whether a word ends at this index.
  private static func isEnd(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard index < text.count else { return true }
    return text[index] == " " || isStop(text[index]) || isClosing(text[index]) || text[index] == "—"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
}
