// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct PDFColumnsTests {
  private func names(_ name: String, _ count: Int) -> [String] {
    (0..<count).map { "\(name)\($0)" }
  }

  @Test func `two columns whose lines the file has row by row are read one after the other`() {
    var setting = PDFSetting()
    for line in 0..<20 {
      let y = 100 + Double(line) * 14
      setting.line("a\(line) goes on in some words,", x: 50, y: y)
      setting.line("b\(line) goes on in some words,", x: 215, y: y)
    }
    #expect(setting.order == [names("a", 20), names("b", 20)])
  }

  @Test func `what stands across the columns is read before them or after`() {
    var setting = PDFSetting()
    setting.column("b", x: 215, y: 130, lines: 12)
    setting.column("a", x: 50, y: 130, lines: 12)
    setting.line("A heading stands across both of the columns of this page", x: 50, y: 100)
    setting.line("The caption of a figure stands across both of the columns too", x: 50, y: 310)
    setting.column("c", x: 50, y: 340, lines: 12)
    setting.column("d", x: 215, y: 340, lines: 12)
    let order = setting.order.joined()
    #expect(
      Array(order) == ["A"] + names("a", 12) + names("b", 12) + ["The"] + names("c", 12)
        + names("d", 12))
  }

  @Test func `three columns are divided twice`() {
    var setting = PDFSetting()
    for (name, x) in [("c", 310.0), ("a", 20), ("b", 165)] {
      setting.column(name, x: x, y: 100, lines: 20, pitch: 12, size: 8)
    }
    #expect(setting.order == [names("a", 20), names("b", 20), names("c", 20)])
  }

  @Test func `columns of figures are a table and read in rows`() {
    var setting = PDFSetting()
    for (column, x) in [50.0, 150, 250, 340].enumerated() {
      for row in 0..<8 {
        let cell = column == 0 ? "Town\(row)" : String(row * 100 + column)
        setting.line(cell, x: x, y: 100 + Double(row) * 14)
      }
    }
    let rows = setting.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(rows.first == ["Town0", "1", "2", "3"])
    #expect(rows.count == 8)
  }

  @Test func `notes below the first column follow the second`() {
    var setting = PDFSetting()
    setting.column("a", x: 50, y: 100, lines: 20)
    setting.line("1 A note below the first column.", x: 50, y: 400, size: 8)
    setting.column("b", x: 215, y: 100, lines: 20)
    #expect(setting.order == [names("a", 20), names("b", 20), ["1"]])
  }

  @Test func `numbers of lines are no text, and notes in the margin follow their paragraph`() {
    var setting = PDFSetting()
    for line in 0..<20 {
      let y = 100 + Double(line) * 14
      if line % 5 == 4 { setting.line(String(line + 1), x: 20, y: y) }
      setting.line("t\(line) goes on in so many words that the line is full,", x: 50, y: y)
    }
    setting.line("The strike", x: 342, y: 131, size: 7)
    setting.line("of May", x: 342, y: 139, size: 7)
    var contents = PDFContents(lines: [])
    contents.pages = [setting.page]
    let text = PlainText.extract(
      PDFLayout(contents).lines, file: SourceFile(name: "x.pdf", bytes: []), stating: Metadata(),
      readsTitlePage: false)
    #expect(text.blocks.count == 2)
    #expect(text.blocks.last?.text == "The strike of May")
    #expect(text.ledger.omissions.map(\.rule) == ["line-number"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a page with thousands of words is divided in bounded time`() {
    var setting = PDFSetting()
    for line in 0..<3_000 { setting.line("x", x: Double(line % 40) * 10, y: Double(line / 40) * 8) }
    #expect(setting.lines.count > 0)
  }
}
