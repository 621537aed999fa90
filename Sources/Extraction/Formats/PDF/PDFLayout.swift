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
  /// Whether pages without words are left out, so that the others must be counted.
  private let showsSheets: Bool
  /// Number of lines from which a page is full.
  private static let fullPage = 15
  /// Number of texts beside the running text so far.
  private var asides = 0

  /// A page, and its words by the way they are turned.
  private struct Leaf {
    var page: PDFPage
    var number: Int
    var sheets: [PDFSheet]
    /// Whether the sheet with the most words is upright.
    var isUpright: Bool
  }

  /// - Parameter recognized: Text of pages that are images, by their position.
  init(_ contents: PDFContents, recognized: [Int: String] = [:]) {
    let leaves = contents.pages.enumerated().map { index, page in
      let sheets = PDFTurns.sheets(of: page)
      return Leaf(
        page: page, number: index + 1, sheets: sheets.map(\.page).map { PDFSheet($0) },
        isUpright: sheets.first?.turns == 0)
    }
    let main = leaves.map { $0.sheets.first?.lines ?? [] }
    var sizes: [Double: Int] = [:]
    for lines in main {
      for line in lines { sizes[Self.rounded(line.size), default: 0] += line.text.count }
    }
    let body = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 12
    bodySize = body
    headingSizes = Array(sizes.keys.filter { $0 >= 1.12 * body }.sorted(by: >).prefix(12))
    var pitches: [Double: Int] = [:]
    for lines in main {
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
    showsSheets = contents.pages.contains { $0.words.isEmpty }
    for leaf in leaves {
      if let text = recognized[leaf.number - 1] {
        add(text, of: leaf)
      } else if leaf.sheets.contains(where: { !$0.columns.isEmpty }) {
        add(leaf)
      }
    }
  }

  static func rounded(_ value: Double) -> Double { (value * 2).rounded() / 2 }

  // MARK: Pages

  private mutating func add(_ leaf: Leaf) {
    let start = lines.count
    var others = leaf.sheets.dropFirst()
    // What stands upright on a turned page is its running head and foot.
    if !leaf.isUpright, let upright = others.popFirst() { add(upright) }
    leaf.sheets.first.map { add($0) }
    for sheet in others {
      for column in sheet.columns { addAside(column.lines.map(\.line)) }
    }
    beginPage(leaf, at: start)
  }

  /// Adds a page that was recognised in its image.
  private mutating func add(_ text: String, of leaf: Leaf) {
    let start = lines.count
    for var line in TextLine.lines(of: text) {
      line.number = lines.count + 1
      line.beginsPage = false
      lines.append(line)
    }
    beginPage(leaf, at: start)
  }

  private mutating func beginPage(_ leaf: Leaf, at start: Int) {
    guard let first = lines[start...].firstIndex(where: { !$0.isBlank }) else { return }
    lines[first].beginsPage = true
    var print = lines[first].print ?? LinePrint()
    if showsLabels { print.sheetLabel = leaf.page.label }
    if showsSheets { print.sheet = leaf.number }
    lines[first].print = print.isPlain ? nil : print
  }

  private mutating func add(_ sheet: PDFSheet) {
    var above: PDFSheet.Column?
    let count = sheet.columns.reduce(0) { $0 + $1.lines.count }
    let last = sheet.columns.lastIndex { $0.place == .text }
    for (index, column) in sheet.columns.enumerated() {
      if let above { separate(above, column) }
      // A heading is not the last line of a full page.
      add(
        column, after: above?.place == column.place ? above?.lines.last?.line : nil,
        endsPage: index == last && count >= Self.fullPage)
      above = column
    }
    for number in sheet.lineNumbers {
      append(number.text, indent: 0, print: LinePrint(omission: "line-number"))
    }
  }

  /// Separates heads, feet and notes from the text if there is space between them.
  private mutating func separate(_ above: PDFSheet.Column, _ column: PDFSheet.Column) {
    guard above.place != column.place || column.place == .notes else { return }
    let bottom = above.lines.map(\.line).max { $0.bottom < $1.bottom }?.bottom ?? 0
    let top = column.lines.first?.line.top ?? 0
    if top - bottom > 0.5 * pitch || column.place == .notes { blank() }
  }

  // MARK: Lines

  /// - Parameter last: The last line of the column before it in the text.
  private mutating func add(_ column: PDFSheet.Column, after last: PDFLine?, endsPage: Bool) {
    var lefts: [Double: Int] = [:]
    for line in column.lines.map(\.line) {
      lefts[line.left.rounded(), default: 0] += line.text.count
    }
    let margin = lefts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    // A column goes on above the end of the one before it, other parts of the page below.
    let beginsColumn = last.map { last in (column.lines.first?.line.top ?? 0) < last.bottom }
    var previous = beginsColumn == false ? last : nil
    for (index, (line, notes)) in column.lines.map({ ($0.line, $0.notes) }).enumerated() {
      if let previous { addSpace(previous, line) }
      let depth = (line.left - margin) / (0.5 * max(line.size, 1))
      var print = print(of: line)
      if endsPage, index == column.lines.count - 1 { print.headingRank = nil }
      print.beginsColumn = beginsColumn == true && previous == nil
      append(line.text, indent: Int(min(max(depth.rounded(), 0), 60)), print: print)
      for note in notes { addAside(note) }
      previous = line
    }
  }

  /// Adds lines that stand beside the running text.
  private mutating func addAside(_ aside: [PDFLine]) {
    asides += 1
    for line in aside {
      var print = print(of: line)
      print.aside = asides
      append(line.text, indent: 0, print: print)
    }
  }

  /// Adds blank lines for the space between two lines, and where the type size changes.
  private mutating func addSpace(_ previous: PDFLine, _ line: PDFLine) {
    let distance = line.bottom - previous.bottom
    let usual = max(pitch * min(line.size, previous.size) / bodySize, 1)
    let changes = abs(line.size - previous.size) > 0.08 * bodySize
    if distance > 1.35 * usual || changes { blank() }
    if distance > 2.6 * usual { blank() }
  }

  private func print(of line: PDFLine) -> LinePrint {
    LinePrint(
      headingRank: headingRank(line), isSmall: line.size < 0.93 * bodySize, mark: line.mark)
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

  private mutating func append(_ text: String, indent: Int, print: LinePrint) {
    // The line reader normalises white space, as it does for all text.
    for var line in TextLine.lines(of: text) where !line.isBlank {
      line.indent = indent
      line.number = lines.count + 1
      line.beginsPage = false
      line.print = print.isPlain ? nil : print
      lines.append(line)
    }
  }
}
