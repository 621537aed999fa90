// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Lines by which Project Gutenberg marks its header and licence, since 1991.
extension Gutenberg {
  /// Whether a line marks the start of the work: `*** START OF THE PROJECT GUTENBERG EBOOK …`.
  static func isStart(_ line: String) -> Bool {
    if isEndOfSmallPrint(line) { return true }
    guard names(line) else { return false }
    let folded = fold(line, limit: 400)
    return folded.contains("startofth") && folded.contains("projectgutenberge")
      || folded.contains("theprojectgutenbergetext") && folded.hasPrefix("start")
  }

  /// Whether a line ends the licence that came before the work until 2003:
  /// `*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*`.
  static func isEndOfSmallPrint(_ line: String) -> Bool {
    guard line.utf8.first == 0x2A, line.utf8.count < 200 else { return false }
    let folded = fold(line, limit: 100)
    return folded.hasPrefix("endthesmallprint") || folded.hasPrefix("endofthesmallprint")
  }

  /// Whether a line marks the end of the work.
  static func isEnd(_ line: String) -> Bool {
    guard names(line) else { return false }
    let folded = fold(line, limit: 400)
    return (folded.contains("endofth") && folded.contains("projectgutenberge"))
      || folded.hasPrefix("endofprojectgutenberg") || folded.hasPrefix("endoftheprojectgutenberg")
      || folded.hasPrefix("endedieses") || folded.hasPrefix("findupro")
  }

  /// The lines of the work in a text with Project Gutenberg's frame; `nil` if it has none.
  ///
  /// The header is within the first 600 lines, the licence within the last 1,000.
  static func body(of lines: [TextLine]) -> (header: Int, range: Range<Int>)? {
    let tail = max(0, lines.count - 1_000)
    let end = lines[tail...].firstIndex { $0.text.utf8.count < 400 && isEnd($0.text) }
    let starts = lines.prefix(min(600, end ?? 600)).indices.filter {
      lines[$0].text.utf8.count < 400 && isStart(lines[$0].text)
    }
    guard let start = starts.last else {
      guard let end else { return nil }
      return (0, 0..<end)
    }
    var first = start + 1
    // The line that announces the start may be wrapped.
    if !isEndOfSmallPrint(lines[start].text), !lines[start].text.hasSuffix("***"),
      let close = lines[first...].prefix(3).firstIndex(where: { $0.text.hasSuffix("***") })
    {
      first = close + 1
    }
    return (start, first..<max(end ?? lines.count, first))
  }

  /// Whether a line is the first of a header: `The Project Gutenberg Etext of …`.
  static func isTitleLine(_ line: String) -> Bool { titleStart(line) != nil }

  /// The rest of a title line after the name of the project.
  private static func titleStart(_ line: String) -> Substring? {
    guard names(line) else { return nil }
    let bare = line.drop { "* ".contains($0) }
    let lower = bare.lowercased()
    guard lower.utf8.count == bare.utf8.count else { return nil }
    for form in titleForms where lower.hasPrefix(form) { return bare.dropFirst(form.count) }
    return nil
  }

  private static let titleForms: [String] =
    [
      "the project gutenberg ", "project gutenberg ", "the project gutenberg's ",
      "**this is the project gutenberg ",
    ]
    .flatMap { start in
      ["ebook", "e-book", "etext", "e-text"].flatMap { ["\(start)\($0) of ", "\(start)\($0): "] }
    } + ["project gutenberg's ", "project gutenberg’s "]

  /// Parses a document title that may have Project Gutenberg's form.
  ///
  /// `The Project Gutenberg eBook of Anarchy, by Errico Malatesta.`
  static func titleAndAuthors(_ title: String) -> (title: String, people: [Person]) {
    guard var rest = titleStart(title) else { return (title, []) }
    while let last = rest.last, "* .".contains(last) { rest.removeLast() }
    if rest.lowercased().hasPrefix("etext of ") { rest = rest.dropFirst(9) }
    for sign in [", by ", " by ", ", edited by ", ", By "] {
      guard let by = rest.ranges(of: sign).last,
        let people = Byline.people(
          named: rest[by.upperBound...], role: sign.contains("edit") ? .editor : .author)
      else { continue }
      return (String(rest[..<by.lowerBound]), people)
    }
    return (String(rest), [])
  }

  /// Whether a line mentions the project in the way of its headers.
  static func mentions(_ line: String) -> Bool {
    guard names(line) else { return false }
    let folded = fold(line, limit: 200)
    return folded.contains("projectgutenbergebook") || folded.contains("projectgutenbergetext")
  }

  /// Whether the start of a line contains the name; compares bytes, since every block is checked.
  private static func names(_ line: String) -> Bool {
    let name = Array("gutenberg".utf8)
    var matched = 0
    for byte in line.utf8.prefix(1_200) {
      let lower = byte | 0x20
      matched = lower == name[matched] ? matched + 1 : lower == name[0] ? 1 : 0
      if matched == name.count { return true }
    }
    return false
  }

  /// The letters and digits at the start of a line, in lower case.
  static func fold(_ line: String, limit: Int) -> String { line.prefix(limit).lettersAndDigits }
}
