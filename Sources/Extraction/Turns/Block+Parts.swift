// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension Block {
  /// Divides the block at offsets in code points; spaces at the cuts are dropped.
  ///
  /// - Parameter cuts: Offsets in order, each greater than 0.
  /// - Complexity: O(*n*) for each part.
  func parts(cutAt cuts: [Int]) -> [Block] {
    let scalars = Array(text.unicodeScalars)
    let starts = [0] + cuts
    let limits = cuts + [scalars.count]
    return zip(starts, limits).enumerated().map { number, range in
      var end = range.1
      while end > range.0, scalars[end - 1] == " " || scalars[end - 1] == "\n" { end -= 1 }
      return part(range.0..<end, before: range.1, of: scalars, isFirst: number == 0)
    }
  }

  /// The part in a range; marks that stand in the space behind it, before `limit`, are part of it.
  private func part(
    _ range: Range<Int>, before limit: Int, of scalars: [Unicode.Scalar], isFirst: Bool
  ) -> Block {
    var part = self
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    part.text = String(view)
    let start = range.lowerBound
    let isLast = limit == scalars.count
    part.page = pageBreaks.last { $0.offset <= start }?.page ?? page
    part.pageBreaks = pageBreaks.filter { $0.offset > start && $0.offset < limit }
      .map { PageBreak(offset: $0.offset - start, page: $0.page) }
    part.noteMarks = noteMarks.filter {
      // A mark at a cut stands behind the words before it.
      ($0.offset > start || isFirst) && ($0.offset <= limit || isLast)
    }.map { mark in
      var mark = mark
      mark.offset = min(mark.offset, range.upperBound) - start
      return mark
    }
    part.repairs = repairs.filter {
      $0.range.lowerBound >= start && ($0.range.lowerBound < limit || isLast)
    }.map { repair in
      var repair = repair
      let lower = min(repair.range.lowerBound, range.upperBound) - start
      let upper = min(repair.range.upperBound, range.upperBound) - start
      repair.range = lower..<max(lower, upper)
      return repair
    }
    if !isFirst { part.anchor = nil }
    return part
  }

  /// Appends another block to this one.
  mutating func append(_ other: Block, separator: String) {
    let shift = text.unicodeScalars.count + separator.unicodeScalars.count
    text += separator + other.text
    if let page = other.page, page != pageBreaks.last?.page ?? self.page {
      pageBreaks.append(PageBreak(offset: shift, page: page))
    }
    pageBreaks += other.pageBreaks.map { PageBreak(offset: $0.offset + shift, page: $0.page) }
    noteMarks += other.noteMarks.map { mark in
      var mark = mark
      mark.offset += shift
      return mark
    }
    repairs += other.repairs.map { repair in
      var repair = repair
      repair.range = (repair.range.lowerBound + shift)..<(repair.range.upperBound + shift)
      return repair
    }
    anchor = anchor ?? other.anchor
  }
}
