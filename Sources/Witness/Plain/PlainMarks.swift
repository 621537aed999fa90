// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of text with light markup: the text, without what is plainly markup.
///
/// Crude on purpose: what it leaves of the markup is in the file and in no passage, and has to be
/// accounted for; what it takes away is markup wherever it stands.
enum PlainMarks {
  /// What is markup in a line.
  struct Marks: Sendable {
    /// Whether the file has a header, and the number of its first lines.
    var header: @Sendable ([Substring]) -> Int
    /// Whether a line is nothing but markup.
    var isMarkup: @Sendable (Substring) -> Bool
    /// Whether text between `](` and `)` is an address.
    var hasInlineAddresses: Bool
    /// Whether `[[address][words]]` is a link.
    var hasDoubleBrackets: Bool
  }

  /// Text::Amuse: directives at the top, tags, `[[address][words]]`.
  static let muse = Marks(
    header: { lines in
      guard lines.first?.hasPrefix("#") == true else { return 0 }
      return lines.firstIndex { line in line.allSatisfy(\.isWhitespace) } ?? lines.count
    },
    isMarkup: { $0.hasPrefix("; ") || $0.hasPrefix("#") && !$0.contains(" ") },
    hasInlineAddresses: false, hasDoubleBrackets: true)

  /// CommonMark: a header between lines of `---` or `+++`, tags, `[words](address)`, definitions.
  static let markdown = Marks(
    header: { lines in
      guard let fence = lines.first.map({ $0.drop { $0 == "\u{FEFF}" } }),
        fence.hasPrefix("---") || fence.hasPrefix("+++"),
        let end = lines.dropFirst().firstIndex(where: {
          $0.hasPrefix(fence.prefix(3)) || $0.hasPrefix("...") && fence.hasPrefix("---")
        })
      else { return 0 }
      return end + 1
    },
    isMarkup: { line in
      let line = line.drop { $0 == " " }
      guard line.hasPrefix("["), !line.hasPrefix("[^"), let end = line.firstRange(of: "]:") else {
        return line.hasPrefix("```") || line.hasPrefix("~~~")
      }
      return !line[..<end.lowerBound].contains(" ") || line[end.upperBound...].contains("://")
    },
    hasInlineAddresses: true, hasDoubleBrackets: false)

  static func read(_ text: String, _ marks: Marks) -> PlainReading {
    let lines = PlainText.lines(of: text).map { Substring($0) }
    let header = marks.header(lines)
    var reading = PlainReading()
    var paragraph = ""
    var start = 1
    func finish() {
      defer { paragraph = "" }
      let words = PlainMarkupStrip.stripped(paragraph, marks)
      guard words.contains(where: { !$0.isWhitespace }) else { return }
      reading.paragraphs.append(.init(text: words, place: "line \(start)", line: start))
    }
    for (index, line) in lines.enumerated() where index >= header {
      if line.allSatisfy(\.isWhitespace) {
        finish()
      } else if !marks.isMarkup(line) {
        if paragraph.isEmpty { start = index + 1 }
        paragraph += line + "\n"
      }
    }
    finish()
    return reading
  }
}
