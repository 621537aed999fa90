// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Determines page labels: as printed, or else by counting from printed ones nearby.
enum PageLabels {
  /// The pages of a text.
  static func pages(of pagination: Pagination, _ lines: [TextLine]) -> [Page] {
    guard !pagination.marks.isEmpty else { return pages(pagination.leaves, lines) }
    return pagination.marks.map { mark in
      let line = lines[mark.line]
      return Page(
        label: Attributed(
          mark.label, .stated, rule: "page-mark", evidence: line.print?.mark, line: line.number),
        line: line.number)
    }
  }

  private static func pages(_ leaves: [Pagination.Leaf], _ lines: [TextLine]) -> [Page] {
    let printed = leaves.map { $0.printed.flatMap(PageNumber.value) }
    let positions = positions(leaves, lines)
    // A printed number is trusted if another nearby number is consistent with it.
    let trusted = printed.indices.map { index -> Bool in
      guard let value = printed[index] else { return false }
      let around = max(0, index - 6)..<min(printed.count, index + 7)
      return around.contains { other in
        guard other != index, let near = printed[other] else {
          return false
        }
        return near.isRoman == value.isRoman
          && near.value - value.value == positions[other] - positions[index]
      }
    }
    let nearest = nearest(printed, trusted)
    return leaves.indices.map { index in
      let line = lines[leaves[index].lines.lowerBound...].first { !$0.isBlank }?.number ?? 1
      if let label = lines[leaves[index].lines].lazy.compactMap({ $0.print?.sheetLabel }).first,
        !label.isEmpty
      {
        return Page(
          label: Attributed(label, .stated, rule: "pdf-page-label", evidence: label, line: line),
          line: line)
      }
      if trusted[index], let label = leaves[index].printed {
        return Page(
          label: Attributed(label, .stated, rule: "page-number", evidence: label, line: line),
          line: line
        )
      }
      let label = counted(index, from: nearest[index], printed, positions)
      return Page(
        label: Attributed(
          label,
          .inferred,
          rule: "page-sequence",
          evidence: leaves[index].printed,
          line: line
        ),
        line: line
      )
    }
  }

  /// For each page, the nearest page with a trusted Arabic number.
  private static func nearest(
    _ printed: [(value: Int, isRoman: Bool)?], _ trusted: [Bool]
  ) -> [Int?] {
    var nearest = [Int?](repeating: nil, count: printed.count)
    var last: Int?
    for index in printed.indices {
      if trusted[index], printed[index]?.isRoman == false { last = index }
      nearest[index] = last
    }
    last = nil
    for index in printed.indices.reversed() {
      if trusted[index], printed[index]?.isRoman == false { last = index }
      guard let after = last else { continue }
      if nearest[index].map({ index - $0 > after - index }) ?? true { nearest[index] = after }
    }
    return nearest
  }

  /// Positions of the pages in the file, counted from 1; pages without text have no leaf.
  private static func positions(_ leaves: [Pagination.Leaf], _ lines: [TextLine]) -> [Int] {
    var positions: [Int] = []
    for leaf in leaves {
      let sheet = lines[leaf.lines].lazy.compactMap { $0.print?.sheet }.first
      positions.append(sheet ?? (positions.last ?? 0) + 1)
    }
    return positions
  }

  /// The label counted from another page, or else the position of the page in the file.
  private static func counted(
    _ index: Int, from other: Int?, _ printed: [(value: Int, isRoman: Bool)?], _ positions: [Int]
  ) -> String {
    let position = positions[index]
    guard let other, let near = printed[other], near.value + position - positions[other] > 0 else {
      return String(position)
    }
    return String(near.value + position - positions[other])
  }
}
