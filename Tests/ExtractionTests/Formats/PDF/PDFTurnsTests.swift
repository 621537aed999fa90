// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PDFTurnsTests {
  private func extract(_ pages: [PDFPage]) -> ExtractedText {
    var contents = PDFContents(lines: [])
    contents.pages = pages
    return PlainText.extract(
      PDFLayout(contents).lines, file: SourceFile(name: "x.pdf", bytes: []), stating: Metadata(),
      readsTitlePage: false)
  }

  /// A page of lines that are set with so many quarter turns.
  private func turned(_ turns: Int) -> PDFPage {
    var page = PDFPage(label: "1", width: 400, height: 600)
    for (line, text) in ["First the bread", "then the roses"].enumerated() {
      for (number, word) in text.split(separator: " ").enumerated() {
        // Along the line and across it, in the page as it is read.
        let (along, across) = (50 + Double(number) * 40, 50 + Double(line) * 14)
        let place: (x: Double, y: Double) =
          switch turns {
          case 1: (400 - across - 10, along)
          case 2: (400 - along - 30, 600 - across - 10)
          default: (across, 600 - along - 30)
          }
        page.words.append(
          PDFWord(
            x: place.x, y: place.y, width: turns == 2 ? 30 : 10, height: turns == 2 ? 10 : 30,
            size: 10, turns: turns, text: String(word)))
      }
    }
    return page
  }

  @Test(arguments: [1, 2, 3])
  func `a page that is set sideways or upside down is read`(_ turns: Int) {
    #expect(extract([turned(turns)]).blocks.map(\.text) == ["First the bread then the roses"])
  }

  @Test func `what stands sideways in the margin does not interrupt the sentence overleaf`() {
    var one = PDFSetting()
    one.column("a", x: 50, y: 100, lines: 20)
    one.line("Archive:1234", x: 10, y: 300, turns: 3)
    var two = PDFSetting()
    two.column("b", x: 50, y: 100, lines: 20)
    let text = extract([one.page, two.page])
    #expect(text.blocks.count == 2)
    #expect(text.blocks.first?.text.contains("a19 goes on in some words, b0 goes on") == true)
    #expect(text.blocks.last?.text == "Archive:1234")
    #expect(text.ledger.isBalanced)
  }

  @Test func `words are read with their turns, and pages that are images with their mark`() {
    let lines =
      "P\t1\t400\t600\nT\t3\nW\t1\t2\t3\t4\t5\t0\t1\tx\nW\t1\t2\t3\t4\t5\t0\t1\ty\nP\t2\t1\t1\nI\n"
    let contents = PDFContents(lines: Array(lines.utf8))
    #expect(contents.pages.first?.words.map(\.turns) == [3, 0])
    #expect(contents.pages.map(\.isImage) == [false, true])
  }

  @Test func `pages without words are counted in the labels of those after them`() {
    var one = PDFSetting()
    one.column("a", x: 50, y: 100, lines: 20)
    var empty = PDFSetting().page
    empty.label = "2"
    var three = one.page
    three.label = "3"
    #expect(extract([one.page, empty, three]).pages.map(\.label.value) == ["1", "3"])
  }
}
