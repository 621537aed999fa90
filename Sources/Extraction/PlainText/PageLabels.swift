// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Gives each page its label: as printed, else as the numbers around it count.
enum PageLabels {
  /// The pages of a text.
  static func pages(_ leaves: [Pagination.Leaf], _ lines: [TextLine]) -> [Page] {
    let printed = leaves.map { $0.printed.flatMap(PageNumber.value) }
    // A printed number is believed if another one counts to it.
    let trusted = printed.indices.map { index -> Bool in
      guard let value = printed[index] else { return false }
      return printed.indices.contains { other in
        guard other != index, abs(other - index) <= 6, let near = printed[other] else {
          return false
        }
        return near.isRoman == value.isRoman && near.value - value.value == other - index
      }
    }
    return leaves.indices.map { index in
      let line = lines[leaves[index].lines.lowerBound...].first { !$0.isBlank }?.number ?? 1
      if trusted[index], let label = leaves[index].printed {
        return Page(
          label: Attributed(label, .stated, rule: "page-number", evidence: label, line: line),
          line: line
        )
      }
      let label = counted(index, printed, trusted)
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

  /// The label that the nearest trusted number counts to; its place in the file where none does.
  private static func counted(
    _ index: Int,
    _ printed: [(value: Int, isRoman: Bool)?],
    _ trusted: [Bool]
  ) -> String {
    for distance in 1..<max(printed.count, 2) {
      for other in [index - distance, index + distance] {
        guard printed.indices.contains(other), trusted[other], let near = printed[other],
          !near.isRoman, near.value + index - other > 0
        else { continue }
        return String(near.value + index - other)
      }
    }
    return String(index + 1)
  }
}
