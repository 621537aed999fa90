// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of plain text: its lines, in paragraphs divided by blank lines.
enum PlainText {
  static func read(_ text: String) -> PlainReading {
    var reading = PlainReading()
    var paragraph = ""
    var start = 1
    var number = 0
    func finish() {
      guard !paragraph.isEmpty else { return }
      reading.paragraphs.append(.init(text: paragraph, place: "line \(start)", line: start))
      paragraph = ""
    }
    for line in lines(of: text) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0C }) {
        finish()
      } else {
        if paragraph.isEmpty { start = number }
        paragraph += String(Substring(line)) + "\n"
      }
    }
    finish()
    return reading
  }

  /// The lines of a text; CR, LF, CRLF and form feed end one.
  static func lines(of text: String) -> [Substring.UTF8View] {
    var lines: [Substring.UTF8View] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      let isPair = byte == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
      if !isPair, byte == 0x0A || byte == 0x0D {
        lines.append(bytes[start..<index])
        start = next
      }
      index = next
    }
    lines.append(bytes[start...])
    return lines
  }
}
