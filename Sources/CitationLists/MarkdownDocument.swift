// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation

/// A list as Markdown: block quotations with footnotes.
///
/// CommonMark 0.31.2; footnotes as GitHub, Pandoc and others read them.
struct MarkdownDocument {
  let text: String

  init(_ list: CitationList, style: CitationStyle) {
    var blocks = ["# \(CitationList.heading)", list.subheading + "."]
    for (index, item) in list.items.enumerated() {
      // A backslash at the end of a line keeps the lines of verse apart.
      let words = item.lines.map { Self.escaped($0) }.joined(separator: "\\\n> ")
      blocks.append("> \(words)[^\(index + 1)]")
    }
    for (index, item) in list.items.enumerated() {
      let note = ReferenceNote(item, style: style, accessed: list.accessed)
      blocks.append("[^\(index + 1)]: " + note.pieces.map(Self.marked).joined())
    }
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  private static func marked(_ piece: ReferenceNote.Piece) -> String {
    let text = escaped(piece.text)
    if let link = piece.link {
      // Entities are read in the target of a link as well.
      return "[\(text)](<\(link.replacing("&", with: "&amp;"))>)"
    }
    // Emphasis does not end with white space (CommonMark 0.31.2, 6.2).
    guard piece.isItalic, let end = text.lastIndex(where: { $0 != " " }) else { return text }
    return "*\(text[...end])*\(text[end...].dropFirst())"
  }

  /// A line in which no character means anything to Markdown.
  ///
  /// Any ASCII punctuation may stand behind a backslash (CommonMark 0.31.2, 2.4).
  static func escaped(_ line: String) -> String {
    let scalars = Array(
      line.unicodeScalars.filter {
        $0.properties.generalCategory != .control && !$0.properties.isNoncharacterCodePoint
      })
    var result = String.UnicodeScalarView()
    // Whether only digits precede, which would make a list.
    var isNumber = true
    for (index, scalar) in scalars.enumerated() {
      let isMark =
        switch scalar {
        case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "&", "|", "~", "^", "$", "@": true
        case "#", "+", "-", "=", "%": index == 0
        case ".", ")": (isNumber && index > 0) || endsInHostName(result)
        // An address begins with a scheme.
        case ":":
          index == 0 || scalars.dropFirst(index + 1).first?.properties.isAlphabetic == true
            || scalars.dropFirst(index + 1).first == "/"
        default: false
        }
      if isMark { result.append("\\") }
      result.append(scalar)
      isNumber = isNumber && ("0"..."9").contains(scalar)
    }
    return String(result)
  }

  /// Whether text ends as the name of a web server begins, which becomes a link (GFM 0.29, 6.9).
  private static func endsInHostName(_ text: String.UnicodeScalarView) -> Bool {
    text.suffix(3).elementsEqual("www".unicodeScalars) { $0.value | 0x20 == $1.value }
  }
}
