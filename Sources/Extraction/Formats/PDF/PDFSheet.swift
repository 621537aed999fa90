// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of a page that stand one way, arranged as columns of lines.
struct PDFSheet {
  /// Columns in reading order, running heads first and running feet last.
  private(set) var columns: [Column] = []
  /// Numbers of lines, which are no text.
  private(set) var lineNumbers: [PDFLine] = []

  /// A column of lines.
  struct Column {
    enum Place { case head, text, notes, foot }
    var place: Place
    var lines: [Line]
  }

  /// A line, and the notes beside it.
  struct Line {
    var line: PDFLine
    var notes: [[PDFLine]] = []
  }

  private let bodySize: Double
  private let isRightToLeft: Bool

  init(_ page: PDFPage) {
    var sizes: [Double: Int] = [:]
    for word in page.words { sizes[PDFLayout.rounded(word.size), default: 0] += word.text.count }
    bodySize = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 12
    isRightToLeft = page.words.reduce(0) { $0 + RightToLeft.excess(in: $1.text) } > 0
    let margins = PDFMargins(.parts(of: page.words, gap: 0.9), bodySize: bodySize)
    lineNumbers = margins.lineNumbers
    add(margins.text, page)
    attach(margins)
  }

  /// All lines, in reading order.
  var lines: [PDFLine] { columns.flatMap { $0.lines.map(\.line) } }

  // MARK: Columns

  private mutating func add(_ boxes: [PDFLine], _ page: PDFPage) {
    // Heads come first and feet last, regardless of the order of the file.
    let edges = PDFEdges(boxes, height: page.height, bodySize: bodySize)
    let middle = edges.middle.map { boxes[$0] }
    append(.head, sorted(edges.heads.map { boxes[$0] }))
    var notes: [[PDFLine]] = []
    let gutters = PDFGutters(middle, bodySize: bodySize, isRightToLeft: isRightToLeft)
    for (index, column) in gutters.columns.enumerated() {
      var lines = lines(column, of: middle)
      // Notes below a column other than the last stand within the text of the page.
      if index < gutters.columns.count - 1, let found = PDFColumnNotes.taken(from: &lines, bodySize)
      {
        notes.append(found)
      }
      for column in divided(lines) { append(.text, column) }
    }
    for notes in notes { append(.notes, notes) }
    append(.foot, sorted(edges.feet.map { boxes[$0] }))
  }

  private mutating func append(_ place: Column.Place, _ lines: [PDFLine]) {
    guard !lines.isEmpty else { return }
    columns.append(Column(place: place, lines: lines.map { Line(line: $0) }))
  }

  /// The lines that parts of lines form; those apart in the file do not follow one another.
  private func lines(_ column: [Int], of boxes: [PDFLine]) -> [PDFLine] {
    var runs: [[PDFWord]] = []
    var last: Int?
    for index in column {
      if let last, index == last + 1 {
        runs[runs.count - 1] += boxes[index].words
      } else {
        runs.append(boxes[index].words)
      }
      last = index
    }
    let parts = runs.flatMap { [PDFLine].parts(of: $0, gap: 4) }
    var lines = PDFTable.joined(PDFInitial.join(parts, bodySize: bodySize))
    for index in lines.indices { lines[index].putInReadingOrder(isMain: isRightToLeft) }
    return lines
  }

  private func sorted(_ boxes: [PDFLine]) -> [PDFLine] {
    var lines = [PDFLine].parts(of: boxes.flatMap(\.words), gap: 4).sorted { $0.top < $1.top }
    for index in lines.indices { lines[index].putInReadingOrder(isMain: isRightToLeft) }
    return lines
  }

  /// Splits lines into columns: a new one begins where the order of the file jumps back up.
  private func divided(_ lines: [PDFLine]) -> [[PDFLine]] {
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

  // MARK: Margins

  /// Attaches marks and notes in the margins to the lines beside them.
  private mutating func attach(_ margins: PDFMargins) {
    for mark in margins.marks {
      // The page starts in the line beside its mark.
      guard let (column, line) = nearest(to: mark) else { continue }
      columns[column].lines[line].line.mark = mark.text
    }
    for var note in margins.notes {
      guard let first = note.first, let (column, line) = nearest(to: first) else { continue }
      for index in note.indices { note[index].putInReadingOrder(isMain: isRightToLeft) }
      columns[column].lines[line].notes.append(note)
    }
  }

  /// Column and line whose top is nearest to that of another line.
  private func nearest(to other: PDFLine) -> (column: Int, line: Int)? {
    var best: (place: (Int, Int), distance: Double)?
    for (column, lines) in columns.map(\.lines).enumerated() {
      for (line, candidate) in lines.enumerated() {
        let distance = abs(candidate.line.top - other.top)
        if distance < best?.distance ?? .infinity { best = ((column, line), distance) }
      }
    }
    return best?.place
  }
}
