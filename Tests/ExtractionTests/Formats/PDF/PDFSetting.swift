// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

@testable import Extraction

/// A page set by hand from lines of words.
struct PDFSetting {
  private(set) var page = PDFPage(label: "1", width: 400, height: 600)

  mutating func line(_ text: String, x: Double, y: Double, size: Double = 10, turns: Int = 0) {
    var place = x
    for word in text.split(separator: " ") {
      let width = Double(word.count) * size * 0.5
      page.words.append(
        PDFWord(
          x: place, y: y, width: width, height: size, size: size, turns: turns, text: String(word)))
      place += width + size * 0.25
    }
  }

  /// Lines of running text, each with the name of its column and its number.
  mutating func column(
    _ name: String, x: Double, y: Double, lines: Int, pitch: Double = 14, size: Double = 10
  ) {
    for line in 0..<lines {
      self.line(
        "\(name)\(line) goes on in some words,", x: x, y: y + Double(line) * pitch, size: size)
    }
  }

  /// The first word of each line in reading order, column by column.
  var order: [[String]] {
    PDFSheet(page).columns.map { column in
      column.lines.map { $0.line.text.split(separator: " ").first.map(String.init) ?? "" }
    }
  }

  /// The text of all lines in reading order.
  var lines: [String] { PDFSheet(page).lines.map(\.text) }
}
