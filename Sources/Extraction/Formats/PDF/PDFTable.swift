// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Rows of tables whose cells the file has column by column.
enum PDFTable {
  /// Minimum number of cells that are numbers.
  private static let minimumNumbers = 6
  /// Mean length of cells up to which they are short.
  private static let longestCell = 25
  /// Number of lines above which their order is taken as it is.
  private static let mostLines = 2_000

  /// Joins the cells of each row, if the lines go back up and those beside others are short, and a
  /// quarter of them numbers; other lines stay as they are.
  static func joined(_ lines: [PDFLine]) -> [PDFLine] {
    guard lines.count <= mostLines,
      zip(lines, lines.dropFirst()).contains(where: { $1.bottom <= $0.top })
    else { return lines }
    let rows = rows(lines)
    let cells = rows.filter { $0.count > 1 }.joined()
    let numbers = cells.count { lines[$0].isNumeric }
    let letters = cells.reduce(0) { $0 + lines[$1].text.count }
    guard numbers >= minimumNumbers, numbers * 4 >= cells.count,
      letters <= longestCell * cells.count
    else { return lines }
    return rows.map { row in
      var joined = lines[row[0]]
      for cell in row.dropFirst() { joined.add(lines[cell]) }
      return joined
    }
  }

  /// The lines of each row from left to right; rows from top to bottom.
  private static func rows(_ lines: [PDFLine]) -> [[Int]] {
    var rows: [[Int]] = []
    for index in lines.indices.sorted(by: { lines[$0].middle < lines[$1].middle }) {
      if let last = rows.last, last.allSatisfy({ lines[$0].isBeside(lines[index]) }),
        last.allSatisfy({
          lines[$0].right <= lines[index].left || lines[index].right <= lines[$0].left
        })
      {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
      }
    }
    return rows.map { $0.sorted { lines[$0].left < lines[$1].left } }
  }
}
