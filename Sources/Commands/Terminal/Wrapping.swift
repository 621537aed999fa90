// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import PassageSearch
import TextFolding

/// Wraps text at word boundaries.
enum Wrapping {
  /// Wraps text to a width, with each line indented.
  static func lines(_ text: String, width: Int, indent: Int) -> String {
    lines([SnippetPart(text: text, match: false)], width: width, indent: indent) { text, _ in text }
  }

  /// Wraps the parts of a snippet to a width; `style` highlights those that match.
  ///
  /// Control characters are made visible.
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

  /// The words, each with its length, whether a line break precedes it, and its pieces.
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
