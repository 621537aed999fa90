// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What has to be known of a whole document before its first block is written.
struct OfficeSurvey {
  /// Whether a style or an outline level makes a heading of any paragraph.
  private(set) var hasHeadings = false
  private(set) var hasTitle = false
  /// Tables, by their order, that only arrange paragraphs on the page.
  private(set) var layoutTables: Set<Int> = []
  /// Sections in order.
  private(set) var sections: [OfficeSection] = []
  /// Code points of each page; one number only if nothing divides pages.
  private(set) var pages = [0]

  /// Most code points on a page, which breaks that are to be believed divide.
  private static let largestPage = 6_000
  /// Length of a cell in code points, above which one of several paragraphs is prose.
  private static let longCell = 200

  private var openTables: [(number: Int, cells: Int, isLayout: Bool)] = []
  private var tableCount = 0
  private var cell = (paragraphs: 0, count: 0)
  private var widest = 0

  init(_ items: [OfficeItem]) {
    for item in items {
      switch item {
      case .paragraph(let paragraph): read(paragraph)
      case .table(let part): read(part)
      case .section(let section): sections.append(section)
      }
    }
  }

  /// Whether page breaks can be believed to be those of the text as it is printed.
  ///
  /// The programs that write them know of breaks only what was displayed when the file was saved.
  var arePagesPlausible: Bool { pages.count > 1 && pages.allSatisfy { $0 <= Self.largestPage } }

  private mutating func read(_ paragraph: OfficeParagraph) {
    var count = 0
    for piece in paragraph.pieces {
      switch piece {
      case .text(let text, _):
        let length = text.unicodeScalars.count
        count += length
        pages[pages.count - 1] += length
      case .pageBreak: breakPage()
      default: break
      }
    }
    guard count > 0 else { return }
    if case .heading = paragraph.role {
      hasHeadings = true
      if !openTables.isEmpty { openTables[openTables.count - 1].isLayout = true }
    }
    if paragraph.role == .title { hasTitle = true }
    cell.paragraphs += 1
    cell.count += count
  }

  /// Begins a page, unless the current one is empty: a break is often stated twice.
  private mutating func breakPage() {
    if pages[pages.count - 1] > 0 { pages.append(0) }
  }

  private mutating func read(_ part: OfficeItem.TablePart) {
    switch part {
    case .start:
      if !openTables.isEmpty { openTables[openTables.count - 1].isLayout = true }
      openTables.append((tableCount, 0, false))
      tableCount += 1
    case .row: if !openTables.isEmpty { openTables[openTables.count - 1].cells = 0 }
    case .cell:
      cell = (0, 0)
      if !openTables.isEmpty { openTables[openTables.count - 1].cells += 1 }
    case .endCell:
      if cell.paragraphs > 1, cell.count > Self.longCell, !openTables.isEmpty {
        openTables[openTables.count - 1].isLayout = true
      }
    case .endRow: if let table = openTables.last { widest = max(widest, table.cells) }
    case .end:
      guard let table = openTables.popLast() else { return }
      if table.isLayout || widest == 1 { layoutTables.insert(table.number) }
      widest = 0
    }
  }
}
