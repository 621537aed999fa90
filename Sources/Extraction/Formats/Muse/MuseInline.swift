// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the markup inside a paragraph of Text::Amuse (its manual, “Inline elements”, “Links”,
/// “Footnotes”): emphasis, code, tags, links, non-breaking spaces, marks of notes.
struct MuseInline {
  /// The text without markup.
  private(set) var text = String.UnicodeScalarView()
  /// The marks of notes, by the code points of the text.
  private(set) var marks: [(offset: Int, number: String, printed: String, key: String?)] = []
  /// The pages that begin in it, by the code points of the text.
  private(set) var pages: [(offset: Int, label: String, printed: String)] = []
  /// Code points of markup that were taken out.
  private(set) var removed = 0
  /// Images, which have no words.
  private(set) var images: [String] = []

  /// The number of the last mark that was read.
  private(set) var lastMark: Int

  private let source: [Unicode.Scalar]
  private let notes: Set<String>
  private let keepsLines: Bool
  private var index = 0
  private var count = 0
  private var isVerbatim = false

  /// Reads a paragraph.
  ///
  /// - Parameters:
  ///   - source: The lines of the paragraph, divided by line ends.
  ///   - notes: The numbers of all notes of the text, secondary ones in braces.
  ///   - lastMark: The number of the last mark before it.
  ///   - keepsLines: Whether line ends stay, as in verse.
  init(_ source: String, notes: Set<String>, lastMark: Int = 0, keepsLines: Bool = false) {
    self.lastMark = lastMark
    self.source = Array(source.unicodeScalars)
    self.notes = notes
    self.keepsLines = keepsLines
    while index < self.source.count { step() }
    while text.last == " " || text.last == "\n" {
      text.removeLast()
      count -= 1
    }
    // What stood behind the last word now stands at the end.
    for index in marks.indices { marks[index].offset = min(marks[index].offset, count) }
  }

  /// What was taken out of the text that a person may want to see again.
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

  /// Takes the end of markup, unless markup inside it went on beyond its end.
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

  /// `[[target][words]]` is its words; `[[image.jpg]]` is an image; `[[target]]` is the target.
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

  /// `[[Pg 12]]`, `[[- 12 -]]`, `[p. 12]`: a page of the printed text begins.
  private mutating func readPageMark() -> Bool {
    let rest = source[index...].prefix(PageMark.longest)
    let opening = rest.prefix { $0 == "[" }.count
    guard let close = rest.firstIndex(of: "]") else { return false }
    var end = close
    while end < source.count, end - close < opening, source[end] == "]" { end += 1 }
    let inner = String(String.UnicodeScalarView(source[(index + opening)..<close]))
    guard end - close == opening, let label = PageMark.certainLabel(of: inner) else { return false }
    let printed = String(String.UnicodeScalarView(source[index..<end]))
    // The next sign is the first on the page, so that a space before it belongs to the old one.
    let isBeforeSpace = end < source.count && source[end].properties.isWhitespace
    pages.append((isBeforeSpace && text.last != " " ? count + 1 : count, label, printed))
    take(end - index)
    return true
  }

  /// `[[[images/011.png][viii]]]`: the image of a page, with its number.
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
    pages.append((isBeforeSpace && text.last != " " ? count + 1 : count, label, words))
    take(end - index)
    return true
  }

  /// The mark of a note that is tied by a link.
  private mutating func readNoteLink() -> Bool {
    guard let link = MuseNoteLink(source[index...].prefix(120)), notes.contains("#\(link.key)")
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

  /// Whether a word, a stop or another mark stands directly before.
  private var isGlued: Bool {
    guard index > 0 else { return false }
    let before = source[index - 1]
    return before.properties.isAlphabetic || before.value &- 0x30 < 10
      || ".,;:!?…”’\"')»]}*_>".unicodeScalars.contains(before)
  }

  private static func isImage(_ target: String) -> Bool {
    let name = target.lowercased().prefix { $0 != " " }
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"].contains { name.hasSuffix($0) }
  }

  /// `[12]`, and `{12}` for secondary notes, where the text has such a note.
  ///
  /// A mark is glued to a word, or is the next in order: page numbers in tables and indexes stand in
  /// brackets too.
  private mutating func readMark(closing: Unicode.Scalar) -> Bool {
    var end = index + 1
    while end < source.count, end - index <= 5, source[end].value &- 0x30 < 10 { end += 1 }
    guard end > index + 1, end < source.count, source[end] == closing else { return false }
    let digits = String(String.UnicodeScalarView(source[(index + 1)..<end]))
    let number = closing == "]" ? digits : "{\(digits)}"
    guard notes.contains(number), isGlued || Int(digits) == lastMark + 1 else { return false }
    lastMark = Int(digits) ?? lastMark
    let printed = String(String.UnicodeScalarView(source[index...end]))
    // A mark belongs to the word before it.
    while text.last == " " {
      text.removeLast()
      count -= 1
    }
    marks.append((count, number, printed, nil))
    take(end - index + 1)
    return true
  }

  /// `*words*`, `**words**`, `=code=`: signs glued to words, closed in the same paragraph.
  private mutating func readEmphasis(_ sign: Unicode.Scalar) -> Bool {
    var length = 1
    while length < 3, sign == "*", index + length < source.count, source[index + length] == sign {
      length += 1
    }
    let before = index > 0 ? source[index - 1] : " "
    let next = index + length
    guard !before.properties.isAlphabetic, before.properties.numericType == nil,
      next < source.count, !source[next].properties.isWhitespace, source[next] != sign
    else { return false }
    var end = next
    while end + length <= source.count, end - next < 1_500 {
      let isClosing =
        source[end..<(end + length)].allSatisfy { $0 == sign }
        && !source[end - 1].properties.isWhitespace && end > next
      let after = end + length < source.count ? source[end + length] : " "
      if isClosing, !after.properties.isAlphabetic, after != sign {
        take(length)
        while index < end { step() }
        takeClosing(length, at: end)
        return true
      }
      end += 1
    }
    return false
  }

  private static let tags: Set<String> = [
    "em", "strong", "sup", "sub", "del", "code", "br", "verbatim", "i", "b", "strike", "u",
  ]
}
