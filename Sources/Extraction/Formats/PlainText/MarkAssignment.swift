// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension NoteMarkSearch {
  /// Assigns marks to notes, each to at most one, preserving the order of both.
  ///
  /// Finds the best assignment by dynamic programming. A number must equal the note's number, and
  /// so must the mark of a note that has a sign for its number, unless it is misread; any other mark scores by its
  /// strength, and more if the note itself begins with it. Where others would fit as well, the order
  /// alone would decide, and the note is not tied.
  ///
  /// - Parameter notes: Number of each note, and the mark with which it begins.
  /// - Returns: For each note the index of its mark; `nil` if it has none.
  /// - Complexity: O(*candidates* × *notes*).
  static func assign(
    _ candidates: [Candidate],
    to notes: [(number: String, sign: String)]
  ) -> [Int?] {
    let (rows, columns) = (candidates.count, notes.count)
    guard rows > 0, columns > 0, rows * columns <= 200_000 else {
      return Array(repeating: nil, count: columns)
    }
    func score(_ row: Int, _ column: Int) -> Int? {
      let candidate = candidates[row]
      if candidate.sign.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        if candidate.sign == notes[column].number { return candidate.form == .figure ? 12 : 13 }
        let isOther = candidate.sign.unicodeScalars.allSatisfy(NoteMarkSearch.isPrinters)
        return isOther || candidate.strength == 5 ? nil : candidate.strength
      }
      if !notes[column].number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        if candidate.sign == notes[column].number { return 12 }
        let isOther = candidate.sign.unicodeScalars.allSatisfy(NoteMarkSearch.isPrinters)
        return isOther || candidate.strength == 5 ? nil : candidate.strength
      }
      return candidate.strength + (candidate.sign == notes[column].sign ? 3 : 0)
    }
    var best = Array(repeating: Array(repeating: 0, count: columns + 1), count: rows + 1)
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        best[row][column] = max(best[row + 1][column], best[row][column + 1])
        if let score = score(row, column) {
          best[row][column] = max(best[row][column], score + best[row + 1][column + 1])
        }
      }
    }
    var assigned: [Int?] = Array(repeating: nil, count: columns)
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if let score = score(row, column), best[row][column] == score + best[row + 1][column + 1] {
        assigned[column] = row
        row += 1
        column += 1
      } else if best[row][column] == best[row + 1][column] {
        row += 1
      } else {
        column += 1
      }
    }
    let rowsTaken = assigned
    for (column, row) in rowsTaken.enumerated() {
      guard let row, let own = score(row, column), own < 13 else { continue }
      let first = rowsTaken[..<column].last { $0 != nil }.flatMap { $0.map { $0 + 1 } } ?? 0
      let end = rowsTaken[(column + 1)...].first { $0 != nil }.flatMap { $0 } ?? rows
      let isOneOfMany = (first..<end).contains { $0 != row && score($0, column) == own }
      if isOneOfMany { assigned[column] = nil }
    }
    return assigned
  }
}
