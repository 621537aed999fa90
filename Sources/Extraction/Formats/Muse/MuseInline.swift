// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads inline markup in a Text::Amuse paragraph.
///
/// See the manual, “Inline elements”, “Links” and “Footnotes”: emphasis, code, tags, links,
/// non-breaking spaces and note marks.
struct MuseInline {
  /// Text without markup.
  private(set) var text = String.UnicodeScalarView()
  /// Note marks, with their offsets in `text` in code points.
  private(set) var marks: [(offset: Int, number: String, printed: String, key: String?)] = []
  /// Pages that begin in the paragraph, with their offsets in `text` in code points.
  private(set) var pages: [(offset: Int, label: String, printed: String)] = []
  /// Numbers of marks after words for which there is no note; they remain text.
  private(set) var undefined: [String] = []
  /// Number of code points of markup that were removed.
  private(set) var removed = 0
  /// Paths of images.
  private(set) var images: [String] = []

  /// Numbers of the last marks read, of notes and of secondary notes.
  private(set) var lastMarks: MuseLabels.LastMarks

  /// Whether a space at this place would be left out.
  private var isAtSpace: Bool { text.isEmpty || text.last == " " }

  private let source: [Unicode.Scalar]
  private let notes: MuseLabels
  private let keepsLines: Bool
  private var index = 0
  private var count = 0
  private var isVerbatim = false

  /// Reads a paragraph.
  ///
  /// - Parameters:
  ///   - source: Lines of the paragraph, separated by line ends.
  ///   - notes: Labels of all notes in the text that the paragraph can refer to.
  ///   - lastMarks: Numbers of the last marks before the paragraph.
  ///   - keepsLines: Whether to keep line ends, as in verse.
  init(
    _ source: String, notes: MuseLabels, lastMarks: MuseLabels.LastMarks = MuseLabels.LastMarks(),
    keepsLines: Bool = false
  ) {
    self.lastMarks = lastMarks
    self.source = Array(source.unicodeScalars)
    self.notes = notes
    self.keepsLines = keepsLines
    while index < self.source.count { step() }
    while text.last == " " || text.last == "\n" {
      text.removeLast()
      count -= 1
    }
    // Marks that followed removed trailing space move to the end.
    for index in marks.indices { marks[index].offset = min(marks[index].offset, count) }
  }

  /// Repairs for everything removed that a reader may want to see.
  var repairs: [Repair] {
    let marks = marks.map {
      Repair(range: $0.offset..<$0.offset, printed: $0.printed, rule: "note-mark")
    }
    let pages = pages.map {
      Repair(
        range: min($0.offset, count)..<min($0.offset, count), printed: $0.printed,
        rule: "page-mark")
    }
    return (marks + pages).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func step() {
    let scalar = source[index]
    if !isVerbatim || scalar == "<" {
      switch scalar {
      case "<": if readTag() { return }
      case "[":
        if readPageMark() || readPageLink() || readNoteLink() || readLink()
          || readMark(closing: "]")
        {
          return
        }
      case "{": if readMark(closing: "}") { return }
      case "*", "=": if readEmphasis(scalar) { return }
      case "~":
        if source[index...].prefix(2).elementsEqual(["~", "~"]) { return space(instead: 2) }
      default: break
      }
    }
    if scalar == "\n" {
      append(keepsLines ? "\n" : " ")
    } else {
      append(scalar)
    }
    index += 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let isSpace = scalar == " " || scalar == "\n"
    if isSpace {
      guard let last = text.last, last != "\n" else { return }
      if last == " " {
        guard scalar == "\n" else { return }
        text.removeLast()
        count -= 1
      }
    }
    text.append(scalar)
    count += 1
  }

  private mutating func take(_ length: Int) {
    removed += source[index..<(index + length)].count { !$0.properties.isWhitespace }
    index += length
  }

  /// Consumes closing markup, unless nested markup has already gone past it.
  private mutating func takeClosing(_ length: Int, at end: Int) {
    if index == end { take(min(length, source.count - index)) }
  }

  private mutating func space(instead length: Int) {
    take(length)
    append(" ")
  }

  private mutating func readTag() -> Bool {
    let rest = source[index...].prefix(16)
    guard let end = rest.firstIndex(of: ">") else { return false }
    var name = String(String.UnicodeScalarView(source[(index + 1)..<end])).lowercased()
    let isClosing = name.hasPrefix("/")
    if isClosing { name.removeFirst() }
    if name.hasSuffix("/") { name = name.dropLast().trimmed }
    if isVerbatim, name != "verbatim" { return false }
    guard Self.tags.contains(name) else { return false }
    if name == "verbatim" { isVerbatim = !isClosing }
    take(end - index + 1)
    if name == "br" { append(keepsLines ? "\n" : " ") }
    return true
  }

  /// Reads `[[target][words]]` as the words, `[[image.jpg]]` as an image, `[[target]]` as the
  /// target.
  private mutating func readLink() -> Bool {
    guard index + 1 < source.count, source[index + 1] == "[" else { return false }
    let rest = source[(index + 2)...].prefix(2_000)
    guard let targetEnd = rest.firstIndex(of: "]"), targetEnd + 1 < source.count else {
      return false
    }
    let target = String(String.UnicodeScalarView(source[(index + 2)..<targetEnd]))
    if source[targetEnd + 1] == "]" {
      guard !Self.isImage(target) else {
        images.append(target)
        index = targetEnd + 2
        removed += 4
        return true
      }
      take(2)
      while index < targetEnd { step() }
      takeClosing(2, at: targetEnd)
      return true
    }
    guard source[targetEnd + 1] == "[",
      let wordsEnd = Self.closing(from: targetEnd + 2, in: source)
    else { return false }
    take(targetEnd + 2 - index)
    while index < wordsEnd { step() }
    takeClosing(2, at: wordsEnd)
    return true
  }

  /// Reads a page mark: `[[Pg 12]]`, `[[- 12 -]]`, `[p. 12]`.
  private mutating func readPageMark() -> Bool {
    let rest = source[index...].prefix(PageMark.longest)
    let opening = rest.prefix { $0 == "[" }.count
    guard let close = rest.firstIndex(of: "]") else { return false }
    var end = close
    while end < source.count, end - close < opening, source[end] == "]" { end += 1 }
    let inner = String(String.UnicodeScalarView(source[(index + opening)..<close]))
    guard end - close == opening, let label = PageMark.certainLabel(of: inner) else { return false }
    let printed = String(String.UnicodeScalarView(source[index..<end]))
    // The page starts at the next character; a space before it belongs to the previous page.
    let isBeforeSpace = end < source.count && source[end].properties.isWhitespace
    pages.append((isBeforeSpace && !isAtSpace ? count + 1 : count, label, printed))
    take(end - index)
    return true
  }

  /// Reads a link to a page image with the page number: `[[[images/011.png][viii]]]`.
  private mutating func readPageLink() -> Bool {
    let rest = source[index...].prefix(120)
    let opening = rest.prefix { $0 == "[" }.count
    guard (2...3).contains(opening), let targetEnd = rest.firstIndex(of: "]"),
      targetEnd + 1 < source.count, source[targetEnd + 1] == "[",
      Self.isImage(String(String.UnicodeScalarView(source[(index + opening)..<targetEnd]))),
      let wordsEnd = source[(targetEnd + 2)...].prefix(PageMark.longest).firstIndex(of: "]")
    else { return false }
    let words = String(String.UnicodeScalarView(source[(targetEnd + 2)..<wordsEnd]))
    var end = wordsEnd
    while end < source.count, end - wordsEnd < opening, source[end] == "]" { end += 1 }
    guard end - wordsEnd >= 2, let label = PageMark.label(of: words) else { return false }
    let isBeforeSpace = end < source.count && source[end].properties.isWhitespace
    pages.append((isBeforeSpace && !isAtSpace ? count + 1 : count, label, words))
    take(end - index)
    return true
  }

  /// Reads a note mark that is a link to its note.
  private mutating func readNoteLink() -> Bool {
    guard let link = MuseNoteLink(source[index...].prefix(120)), notes.hasNote("#\(link.key)")
    else {
      return false
    }
    while text.last == " " {
      text.removeLast()
      count -= 1
    }
    marks.append((count, link.sign, "[\(link.sign)]", link.key))
    take(link.length)
    return true
  }

  private static func closing(from start: Int, in source: [Unicode.Scalar]) -> Int? {
    var index = start
    while index + 1 < source.count, index - start < 2_000 {
      if source[index] == "]", source[index + 1] == "]" { return index }
      index += 1
    }
    return nil
  }

  /// Whether a word, punctuation or another mark directly precedes the current position.
  private var followsWord: Bool {
    guard index > 0 else { return false }
    let before = source[index - 1]
    return before.properties.isAlphabetic || before.value &- 0x30 < 10
      || ".,;:!?…”’\"')»]}*_>".unicodeScalars.contains(before)
  }

  private static func isImage(_ target: String) -> Bool {
    let name = target.lowercased().prefix { $0 != " " }
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"].contains { name.hasSuffix($0) }
  }

  /// Reads `[12]`, or `{12}` for a secondary note, if the text has a note with that number.
  ///
  /// A mark must follow a word directly, be next in sequence or end its sentence, since tables
  /// and indexes have page numbers in brackets too.
  private mutating func readMark(closing: Unicode.Scalar) -> Bool {
    var end = index + 1
    while end < source.count, end - index <= 5, source[end].value &- 0x30 < 10 { end += 1 }
    guard end > index + 1, end < source.count, source[end] == closing else { return false }
    let digits = String(String.UnicodeScalarView(source[(index + 1)..<end]))
    let number = closing == "]" ? digits : "{\(digits)}"
    guard notes.hasNote(number) else {
      if followsWord { undefined.append(number) }
      return false
    }
    let isSecondary = closing == "}"
    guard
      followsWord || Int(digits) == lastMarks[isSecondary] + 1 || endsSentence(end + 1)
    else { return false }
    lastMarks[isSecondary] = Int(digits) ?? lastMarks[isSecondary]
    let printed = String(String.UnicodeScalarView(source[index...end]))
    // A mark belongs to the preceding word.
    while text.last == " " {
      text.removeLast()
      count -= 1
    }
    marks.append((count, number, printed, nil))
    take(end - index + 1)
    return true
  }

  /// Whether a stop and a space precede the current position, and a space follows the mark.
  private func endsSentence(_ next: Int) -> Bool {
    guard index > 1, source[index - 1] == " ",
      ".!?…”\"’»".unicodeScalars.contains(source[index - 2])
    else { return false }
    return next >= source.count || source[next].properties.isWhitespace
  }

  /// Reads `*words*`, `**words**` or `=code=`.
  private mutating func readEmphasis(_ sign: Unicode.Scalar) -> Bool {
    guard let emphasis = MuseEmphasis(source, at: index, sign) else { return false }
    take(emphasis.length)
    while index < emphasis.end { step() }
    takeClosing(emphasis.length, at: emphasis.end)
    return true
  }

  private static let tags: Set<String> = [
    "em", "strong", "sup", "sub", "del", "code", "br", "verbatim", "i", "b", "strike", "u",
  ]
}
