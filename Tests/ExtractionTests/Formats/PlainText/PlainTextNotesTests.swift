// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PlainTextNotesTests {
  private func extract(_ text: String) -> ExtractedText {
    PlainText.extract(text, file: SourceFile(name: "x.txt", bytes: []))
  }

  private func tied(_ text: ExtractedText) -> [String] {
    text.blocks.flatMap(\.noteMarks).compactMap { mark in
      text.blocks.first { $0.noteKey == mark.noteKey }.map { "\(mark.printed) \($0.text)" }
    }
  }

  private let body = """
    The bakers struck in May {1} and went back to their ovens only when the leaves had fallen,
    which the owners {2} had not thought possible in a town that had never known a strike before.
    """

  @Test func `numbers in braces are marks`() {
    let text = extract(body + "\n\nFootnotes:\n\n{1}  In the year 1906.\n\n{2}  There were nine.\n")
    #expect(tied(text) == ["{1} In the year 1906.", "{2} There were nine."])
    #expect(text.blocks.first?.text.hasPrefix("The bakers struck in May and went") == true)
    #expect(text.ledger.isBalanced)
  }

  @Test func `a collected note has several paragraphs`() {
    let text = extract(
      body + "\n\nNOTES\n\n{1}  In the year 1906.\n\nIt was warm.\n\n{2}  There were nine.\n")
    #expect(tied(text) == ["{1} In the year 1906. It was warm.", "{2} There were nine."])
  }

  @Test func `numbered letters are not pages`() {
    let letters = (1...8).map { number in
      let lines = (0..<(number * 7 % 5 * 6 + 9)).map { "This is line \($0) of the letter." }
      return "\(number).\n\nTO A FRIEND.\n\n" + lines.joined(separator: "\n") + "\n\nANN."
    }
    let text = extract(letters.joined(separator: "\n\n"))
    #expect(text.pages.isEmpty)
    #expect(text.ledger.omissions.isEmpty)
  }
}
