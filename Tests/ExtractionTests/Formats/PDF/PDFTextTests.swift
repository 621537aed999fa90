// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Processes
import Testing

@testable import Extraction

/// Pages set by hand, as the child process would describe them.
private struct Setting {
  private(set) var lines = "F\ttitle\tdraft.doc\n"

  mutating func page(_ label: String) { lines += "P\t\(label)\t400\t600\n" }

  mutating func line(
    _ text: String, x: Double = 50, y: Double, size: Double = 10, bold: Bool = false
  ) {
    var place = x
    for word in text.split(separator: " ") {
      let width = Double(word.count) * size * 0.5
      lines += "W\t\(place)\t\(y)\t\(width)\t\(size)\t\(size)\t\(bold ? 1 : 0)\t1\t\(word)\n"
      place += width + size * 0.25
    }
  }

  /// A raised figure at a place in a line.
  mutating func raised(_ text: String, x: Double, y: Double) {
    lines += "W\t\(x)\t\(y)\t4\t6\t6\t0\t1\t\(text)\n"
  }

  var contents: PDFContents { PDFContents(lines: Array(lines.utf8)) }
}

struct PDFTextTests {
  private func read(_ setting: Setting) -> ExtractedText {
    PlainText.extract(
      PDFLayout(setting.contents).lines, file: SourceFile(name: "x.pdf", bytes: []),
      stating: Metadata(), readsTitlePage: true)
  }

  /// Three pages with a head, a paragraph over each end, and a note at the foot of the second.
  private var book: Setting {
    var setting = Setting()
    for page in 0..<3 {
      setting.page(page == 0 ? "iv" : String(page))
      setting.line("THE STRIKE AND AFTER", x: 120, y: 20, size: 8)
      if page == 0 { setting.line("The Works", y: 60, size: 16) }
      for line in 0..<20 {
        let y = 90 + Double(line) * 14
        if line == 0, page == 0 {
          setting.line("The workers elected their own delegates to the council, and", x: 62, y: y)
        } else if line == 9 {
          setting.line("every one of them could be recalled.", y: y)
          if page == 1 { setting.raised("7", x: 237, y: y - 1) }
        } else if line == 10 {
          setting.line("Nobody among the owners had expected that this would be", x: 62, y: y)
        } else {
          setting.line("all of the delegates answered to those who had chosen them,", y: y)
        }
      }
      if page == 1 {
        setting.raised("7", x: 50, y: 500)
        setting.line("Dee, The Council Movement, p. 4.", x: 56, y: 501, size: 8)
      }
      setting.line(String(page + 9), x: 195, y: 570, size: 8)
    }
    return setting
  }

  @Test func `pages, paragraphs over them, heads, headings and notes are told by place and type`() {
    let text = read(book)
    #expect(text.pages.map(\.label.value) == ["iv", "1", "2"])
    #expect(text.pages.allSatisfy { $0.label.rule == "pdf-page-label" })
    let kinds = text.blocks.map(\.kind)
    #expect(text.metadata.title?.value == "THE STRIKE AND AFTER")
    #expect(kinds.count { $0 == .note } == 1)
    #expect(!text.blocks.contains { $0.text.contains("STRIKE") || $0.text.contains("The Works") })
    let note = text.blocks.first { $0.kind == .note }
    #expect(note?.number?.value == "7")
    #expect(note?.text == "Dee, The Council Movement, p. 4.")
    let marked = text.blocks.first { !$0.noteMarks.isEmpty }
    #expect(marked?.noteMarks.first?.number == "7")
    #expect(marked?.text.contains("⁷") == false)
    #expect(text.blocks.flatMap(\.pageBreaks).map(\.page) == [1, 2])
    #expect(text.ledger.isBalanced)
  }

  @Test func `columns are read one after the other, and marks in the margin are pages`() {
    var setting = Setting()
    setting.page("1")
    for column in 0..<2 {
      for line in 0..<30 {
        let x = 50 + Double(column) * 170
        setting.line(
          "column \(column == 0 ? "one" : "two") goes on with line \(line),", x: x,
          y: 90 + Double(line) * 14)
      }
    }
    for (mark, y) in [(5, 118.0), (6, 202), (7, 314)] { setting.line("- \(mark) -", x: 378, y: y) }
    let text = read(setting)
    let words = text.blocks.map(\.text).joined(separator: " ")
    let end = words.firstRange(of: "one goes on with line 29")
    let start = words.firstRange(of: "column two goes on with line 0")
    #expect(end.map { end in start.map { end.lowerBound < $0.lowerBound } ?? false } == true)
    #expect(text.pages.map(\.label.value) == ["5", "6", "7"])
    #expect(!words.contains("- 5 -"))
    #expect(text.ledger.isBalanced)
  }

  /// A PDF of one page, in the fewest words that the format allows.
  private func pdf(_ content: String) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R "
        + "/Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 6\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private func extract(_ bytes: [UInt8]) -> ExtractedText {
    guard let format = Format.recognize(name: "x.pdf", bytes: bytes) else { return ExtractedText() }
    return format.extract(SourceFile(name: "x.pdf", bytes: bytes))
  }

  @Test func `a file goes through the reader's process`() {
    let text = extract(
      pdf(
        "BT /F 20 Tf 50 500 Td (On Bread) Tj /F 12 Tf 0 -40 Td "
          + "(Bread is made by many hands, and it is) Tj 0 -14 Td "
          + "(eaten by few of those who made it.) Tj ET"))
    #expect(text.metadata.title?.value == "On Bread")
    #expect(text.pages.map(\.label.value) == ["1"])
    #expect(
      text.blocks.map(\.text).joined(separator: "|")
        .contains("Bread is made by many hands, and it is eaten by few of those who made it."))
    #expect(text.diagnostics.isEmpty)
  }

  @Test func `scans, damaged files and none at all are said to be so`() {
    #expect(extract(pdf("0 0 100 100 re f")).diagnostics.map(\.code) == ["no-text-layer"])
    #expect(
      extract(Array("%PDF-1.7 and nothing".utf8)).diagnostics.map(\.code) == ["unreadable-pdf"])
  }

  @Test func `a process that takes or writes too much is ended`() {
    func cause(_ arguments: [String], seconds: Int = 5, limit: Int = 1_000) -> String? {
      guard
        case .failed(let cause) = ChildProcess.run(
          "sh", ["-c"] + arguments, input: [1, 2, 3], seconds: seconds, outputLimit: limit)
      else { return nil }
      return cause
    }
    #expect(cause(["sleep 30"], seconds: 1) == "it took longer than 1 s")
    #expect(cause(["yes"]) == "it wrote more than 1000 bytes")
    #expect(cause(["kill -9 $$"]) == "it was killed by signal 9")
    guard
      case .ended(3, let output) = ChildProcess.run(
        "sh", ["-c", "cat; exit 3"], input: [1, 2, 3], seconds: 5, outputLimit: 10)
    else {
      Issue.record("It did not end by itself.")
      return
    }
    #expect(output == [1, 2, 3])
  }
}
