// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What may be the label of a turn: the name of a speaker before the words, as plays, interviews
/// and minutes print it.
struct TurnLabel: Hashable {
  /// What separates the label from the words.
  enum Separator: Hashable {
    case colon, stop, dash
    /// The label stands on a line of its own.
    case line
  }

  /// The name as printed, without marks of emphasis and stage directions: `MRS. LINDE`.
  var name: String
  /// The name in lower case, by which labels are compared.
  var key: String
  var separator: Separator
  /// Range of the label with its separator, in code points.
  var range: Range<Int>
  /// Whether all letters of the name are capitals, of which there are two at least; those of a title before
  /// it need not be.
  var isCapitals: Bool
  /// Whether marks of emphasis enclose it, as in `_Nora._`.
  var isMarked: Bool

  /// Whether it may as well be the first word of a sentence, as in `Nora. What is it?`.
  var isSoft: Bool {
    separator == .stop && !isCapitals && !isMarked && key.unicodeScalars.count > 1
  }

  /// Longest label that is considered, in code points.
  private static let longest = 80
  private static let mostWords = 6

  /// Reads a label that begins at an offset.
  init?(_ text: [Unicode.Scalar], at start: Int = 0) {
    let limit = min(text.count, start + Self.longest)
    var words: [String] = []
    var index = Self.skipEmphasis(text, start, limit)
    while true {
      let word = Self.word(text, at: index, limit, isEmphasised: index > start)
      guard !word.text.isEmpty, words.count < Self.mostWords else { return nil }
      guard TurnWords.canNameSpeaker(word.text, isFirst: words.isEmpty) else { return nil }
      words.append(word.text)
      index = Self.skipEmphasis(text, word.end, limit)
      if let found = Self.separator(text, at: index, after: words) {
        separator = found.separator
        range = start..<found.end
        break
      }
      guard index < limit, text[index] == " " else { return nil }
      index = Self.skipEmphasis(text, index + 1, limit)
    }
    name = words.joined(separator: " ")
    let label = text[range]
    isMarked =
      (label.first == "_" || label.first == "*")
      && label.last { ![".", "-", "—", "–"].contains($0) } == label.first
      && label.count { $0 == label.first } == 2
    isCapitals = Self.isCapitals(words)
    key = TurnWords.key(of: words)
    guard isPlausible(words, text) else { return nil }
  }

  /// Whether a name is in capitals, whatever is before it: `NORA`, `Mr. VANE`, `The CHAIRMAN`.
  private static func isCapitals(_ words: [String]) -> Bool {
    var words = words[...]
    if let first = words.first, words.count > 1, TurnWords.precedes(first) { words.removeFirst() }
    let letters = words.joined().unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count >= 2 && letters.allSatisfy(\.properties.isUppercase)
  }

  /// Whether the separator can follow such a name, and the name is no ordinary label.
  private func isPlausible(_ words: [String], _ text: [Unicode.Scalar]) -> Bool {
    guard !TurnWords.isOrdinary(words), !PublisherWords.isCity(name) else { return false }
    let isLetter = key.unicodeScalars.count == 1
    switch separator {
    case .colon: return true
    case .stop:
      return isLetter ? TurnWords.questionLetters.contains(key) : isCapitals || words.count <= 3
    case .dash: return isCapitals || words.count <= 3 && !isLetter
    case .line: return isCapitals || isMarked
    }
  }

  // MARK: Parts

  private static func skipEmphasis(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index] == "_" || text[index] == "*" { index += 1 }
    return index
  }

  /// A word of a name, with the full stop of an abbreviation or initial that another word follows.
  private static func word(
    _ text: [Unicode.Scalar], at start: Int, _ limit: Int, isEmphasised: Bool
  ) -> (text: String, end: Int) {
    var index = start
    var word = String.UnicodeScalarView()
    while index < limit {
      let scalar = text[index]
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || !word.isEmpty && ("'’-‐".unicodeScalars.contains(scalar) || isMark(scalar))
        || scalar == "&" || scalar == "#"
      {
        word.append(scalar)
        index += 1
      } else if scalar == ".",
        isAbbreviation(word, text, at: index, limit, isEmphasised: isEmphasised)
      {
        word.append(scalar)
        index += 1
      } else {
        break
      }
    }
    return (String(word), index)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Whether a full stop belongs to `Mrs.`, to an initial before another word, or stands before the
  /// true separator: `Q.:`.
  private static func isAbbreviation(
    _ word: String.UnicodeScalarView, _ text: [Unicode.Scalar], at stop: Int, _ limit: Int,
    isEmphasised: Bool
  ) -> Bool {
    guard stop + 1 < limit, !word.isEmpty else { return false }
    let next = text[stop + 1]
    if next == ":" { return true }
    let isInitial = word.count == 1 || word.contains(".")
    if isInitial, next.properties.isUppercase { return true }
    guard next == " ", stop + 2 < limit, text[stop + 2].properties.isUppercase else {
      return false
    }
    // `Mr. Vane`; `The CHAIRMAN. Noted.` is no abbreviation.
    if word.count <= 6, TurnWords.honorifics.contains(String(word).lowercased()) { return true }
    // `J.C. GREW, Secretary`
    if word.contains(".") { return true }
    guard word.count == 1,
      isEmphasised || !TurnWords.questionLetters.contains(String(word).lowercased())
    else {
      return false
    }
    // `E. H. Carr:`, not `A. Nobody called it.`
    var end = stop + 2
    while end < limit, text[end].properties.isAlphabetic { end += 1 }
    return end < limit && (text[end] == ":" || text[end] == "." || text[end] == " ")
  }

  /// The separator at an offset, after any stage directions: `:`, ` [laughing]:`, `.—`, ` – `.
  private static func separator(
    _ text: [Unicode.Scalar], at start: Int, after words: [String]
  ) -> (separator: Separator, end: Int)? {
    var index = start
    var isDirected = false
    while let end = directionEnd(
      text, at: index < text.count && text[index] == " " ? index + 1 : index)
    {
      index = end
      isDirected = true
    }
    guard index < text.count else { return (isDirected ? .stop : .line, index) }
    index = skipEmphasis(text, index, min(text.count, index + 4))
    guard index < text.count else { return (isDirected ? .stop : .line, index) }
    switch text[index] {
    case ":", "：":
      let end = skipEmphasis(text, index + 1, min(text.count, index + 4))
      guard end == text.count || text[index] == "：" || opensWords(text[end]) else { return nil }
      return (.colon, end)
    case ".":
      var end = skipEmphasis(text, index + 1, min(text.count, index + 4))
      guard end < text.count else { return (.line, end) }
      if isDash(text[end]) {
        end += 1
      } else if text[end] == "\n" {
        return (.line, end)
      } else {
        guard text[end] == " " else { return nil }
      }
      return (.stop, end)
    case "—", "–":
      let isShouted = words.allSatisfy { $0 == $0.uppercased() }
      return isShouted ? (.dash, index + 1) : nil
    case " ":
      if index + 2 < text.count, isDash(text[index + 1]), text[index + 2] == " " {
        return (.dash, index + 2)
      }
      return isDirected ? (.stop, index) : nil
    case "\n": return (.line, index)
    default: return nil
    }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "—" || scalar == "–" || scalar == "-" || scalar == "―"
  }

  private static func opensWords(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "“\"«‘„—–".unicodeScalars.contains(scalar)
  }

  /// The end of a stage direction in brackets, which is short.
  private static func directionEnd(_ text: [Unicode.Scalar], at start: Int) -> Int? {
    guard start < text.count, text[start] == "(" || text[start] == "[" else { return nil }
    let closing: Unicode.Scalar = text[start] == "(" ? ")" : "]"
    let limit = min(text.count, start + 200)
    guard let end = text[start..<limit].firstIndex(of: closing), end > start + 1 else { return nil }
    // `[12]` is the mark of a note, `[00:12:30]` the time of a recording.
    let isNumber = text[start + 1].properties.numericType != nil
    return isNumber && !text[start..<end].contains(":") ? nil : end + 1
  }
}
