// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Arranges the words of pages as lines of text.
///
/// Lines are indented and separated by blank lines as in plain text, and carry what their type says
/// about headings and notes.
struct PDFLayout {
  /// The resulting lines.
  private(set) var lines: [TextLine] = []

  /// Type size of running text, and type sizes of headings in descending order, in points.
  private let bodySize: Double
  private let headingSizes: [Double]
  /// Line spacing of running text, in points.
  private let pitch: Double
  private let showsLabels: Bool

  /// Height of the zone for running heads and feet, as a fraction of the page height.
  private static let edge = 0.1

  init(_ contents: PDFContents) {
    let letters = contents.pages.map { page in
      page.words.reduce(0) { $0 + RightToLeft.excess(in: $1.text) }
    }
    let pages = zip(contents.pages, letters).map { page, excess in
      (page: page, lines: Self.lines(of: page, isRightToLeft: excess > 0))
    }
    var sizes: [Double: Int] = [:]
    for (_, lines) in pages {
      for line in lines { sizes[Self.rounded(line.size), default: 0] += line.text.count }
    }
    let body = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 12
    bodySize = body
    headingSizes = Array(sizes.keys.filter { $0 >= 1.12 * body }.sorted(by: >).prefix(12))
    var pitches: [Double: Int] = [:]
    for (_, lines) in pages {
      for (one, next) in zip(lines, lines.dropFirst()) where Self.rounded(next.size) == body {
        let distance = next.bottom - one.bottom
        if distance > 0.5 * body, distance < 3 * body {
          pitches[Self.rounded(distance), default: 0] += 1
        }
      }
    }
    pitch = pitches.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1.2 * body
    // Labels that merely count the pages carry no information.
    showsLabels = contents.pages.enumerated().contains { index, page in
      !page.label.isEmpty && page.label != String(index + 1)
    }
    for (page, lines) in pages where !lines.isEmpty { add(lines, of: page) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 2).rounded() / 2 }

  private static func lines(of page: PDFPage, isRightToLeft: Bool) -> [PDFLine] {
    var sizes: [Double: Int] = [:]
    for word in page.words { sizes[rounded(word.size), default: 0] += word.text.count }
    let body = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 12
    var lines = PDFInitial.join([PDFLine].parts(of: page.words, gap: 4), bodySize: body)
    for index in lines.indices { lines[index].putInReadingOrder(isMain: isRightToLeft) }
    return lines
  }

  // MARK: Pages

  private mutating func add(_ pageLines: [PDFLine], of page: PDFPage) {
    let zone = Self.edge * page.height
    let text = withoutMarginalia(pageLines)
    // Heads come first and feet last, regardless of the reading order, unless columns begin or end
    // there.
    var heads = text.filter { $0.bottom < zone }.sorted { $0.top < $1.top }
    var feet = text.filter { $0.top > page.height - zone && $0.bottom >= zone }
      .sorted { $0.top < $1.top }
    if hasColumns(heads) { heads = [] }
    if hasColumns(feet) { feet = [] }
    let (headEnd, footStart) = (heads.isEmpty ? 0 : zone, page.height - (feet.isEmpty ? 0 : zone))
    let middle = text.filter {
      ($0.bottom >= headEnd || heads.isEmpty) && ($0.top <= footStart || feet.isEmpty)
    }
    var beginsPage = true
    var above: PDFLine?
    for part in [heads, middle, feet] where !part.isEmpty {
      // Heads and feet are separated from the text if there is space between them.
      if let above, let first = part.first, first.top - above.bottom > 0.5 * pitch { blank() }
      for column in columns(part) {
        add(column, page: beginsPage ? page : nil)
        beginsPage = false
      }
      above = part.max { $0.bottom < $1.bottom }
    }
  }

  /// Whether two lines of running text stand beside each other, as they do in columns.
  private func hasColumns(_ lines: [PDFLine]) -> Bool {
    let long = lines.prefix(200).filter { $0.words.count >= 4 && $0.text.count >= 20 }
    let beside = long.count { line in
      long.contains { other in
        line.right < other.left && line.middle < other.bottom && line.middle > other.top
      }
    }
    return beside >= 2
  }

  /// Removes page numbers in the margins and attaches them to the adjacent lines as marks.
  private func withoutMarginalia(_ lines: [PDFLine]) -> [PDFLine] {
    let long = lines.filter { $0.text.count > 30 }
    guard let left = long.map(\.left).min(), let right = long.map(\.right).max() else {
      return lines
    }
    var marks: [PDFLine] = []
    var text: [PDFLine] = []
    for line in lines {
      let isOutside = line.left >= right - bodySize || line.right <= left + bodySize
      if isOutside, PageMark.certainLabel(of: line.text) != nil {
        marks.append(line)
      } else {
        text.append(line)
      }
    }
    // The page starts in the line beside its mark.
    for mark in marks {
      let distance = { (index: Int) in abs(text[index].top - mark.top) }
      guard let nearest = text.indices.min(by: { distance($0) < distance($1) }) else { continue }
      text[nearest].mark = mark.text
    }
    return text
  }

  /// Splits lines into columns: a new one begins where the reading order jumps back up.
  private func columns(_ lines: [PDFLine]) -> [[PDFLine]] {
    var columns: [[PDFLine]] = []
    for line in lines {
      if let last = columns.last?.last, line.bottom > last.top {
        columns[columns.count - 1].append(line)
      } else {
        columns.append([line])
      }
    }
    return columns
  }

  // MARK: Lines

  private mutating func add(_ column: [PDFLine], page: PDFPage?) {
    var lefts: [Double: Int] = [:]
    for line in column { lefts[line.left.rounded(), default: 0] += line.text.count }
    let margin = lefts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    var previous: PDFLine?
    for (index, line) in column.enumerated() {
      if let previous {
        let distance = line.bottom - previous.bottom
        let usual = max(pitch * min(line.size, previous.size) / bodySize, 1)
        let changes = abs(line.size - previous.size) > 0.08 * bodySize
        if distance > 1.35 * usual || changes { blank() }
        if distance > 2.6 * usual { blank() }
      }
      let depth = (line.left - margin) / (0.5 * max(line.size, 1))
      append(
        line.text, indent: Int(min(max(depth.rounded(), 0), 60)),
        print: LinePrint(
          headingRank: headingRank(line), isSmall: line.size < 0.93 * bodySize,
          sheetLabel: index == 0 && showsLabels ? page?.label : nil,
          mark: line.mark),
        beginsPage: index == 0 && page != nil)
      previous = line
    }
  }

  /// Rank of a heading by size, with bold lines after all larger ones; `nil` for other lines.
  private func headingRank(_ line: PDFLine) -> Int? {
    if let rank = headingSizes.firstIndex(of: Self.rounded(line.size)) { return rank + 1 }
    return line.isBold && line.size > 0.95 * bodySize ? headingSizes.count + 1 : nil
  }

  private mutating func blank() {
    guard lines.last.map({ !$0.isBlank }) == true else {
      if lines.suffix(2).allSatisfy(\.isBlank) { return }
      return lines.append(TextLine(text: "", indent: 0, number: lines.count + 1, length: 0))
    }
    lines.append(TextLine(text: "", indent: 0, number: lines.count + 1, length: 0))
  }

  private mutating func append(
    _ text: String, indent: Int, print: LinePrint, beginsPage: Bool
  ) {
    // The line reader normalises white space, as it does for all text.
    for var line in TextLine.lines(of: text) where !line.isBlank {
      line.indent = indent
      line.number = lines.count + 1
      line.beginsPage = beginsPage
      line.print = print.isPlain ? nil : print
      lines.append(line)
    }
  }
}
