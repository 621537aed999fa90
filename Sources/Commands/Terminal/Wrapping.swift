// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageSearch
import TextFolding

/// Breaks lines between words.
enum Wrapping {
  /// Text in lines of a width, each with an indentation.
  static func lines(_ text: String, width: Int, indent: Int) -> String {
    lines([SnippetPart(text: text, match: false)], width: width, indent: indent) { text, _ in text }
  }

  /// Parts of a text in lines of a width; `style` sets off those that match.
  ///
  /// Control characters of a text never reach the terminal.
  static func lines(
    _ parts: [SnippetPart],
    width: Int,
    indent: Int,
    style: (String, Bool) -> String
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    let room = max(20, width - indent)
    var result = margin
    var column = 0
    for (word, breaksLine, pieces) in words(parts) {
      let length = word
      if breaksLine || (column > 0 && column + 1 + length > room) {
        result += "\n" + margin
        column = 0
      } else if column > 0 {
        result += " "
        column += 1
      }
      for piece in pieces { result += style(piece.text, piece.match) }
      column += length
    }
    return result
  }

  /// The words, each with its length, whether a line break stands before it, and its pieces.
  private static func words(
    _ parts: [SnippetPart]
  ) -> [(length: Int, breaksLine: Bool, pieces: [SnippetPart])] {
    var words: [(length: Int, breaksLine: Bool, pieces: [SnippetPart])] = []
    var pieces: [SnippetPart] = []
    var breaksLine = false
    func endWord() {
      guard !pieces.isEmpty else { return }
      words.append((pieces.reduce(0) { $0 + $1.text.count }, breaksLine, pieces))
      pieces = []
      breaksLine = false
    }
    for part in parts {
      var piece = ""
      func endPiece() {
        if !piece.isEmpty { pieces.append(SnippetPart(text: piece, match: part.match)) }
        piece = ""
      }
      for character in ControlCharacters.shown(part.text) {
        if character.isNewline || character == " " {
          endPiece()
          endWord()
          if character.isNewline { breaksLine = true }
        } else {
          piece.append(character)
        }
      }
      endPiece()
    }
    endWord()
    return words
  }
}
