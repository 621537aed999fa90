// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A part of a work that is read at once: a chapter, several short ones, or a slice of a long one.
package struct Chapter: Sendable, Hashable {
  /// The ordinals of its passages.
  package var ordinals: Range<Int>
  /// The label of its first passage, by which it is known.
  package var label: String
  /// The headings above and at its beginning, outermost first; empty if there are none.
  package var path: [String]
  /// The page on which it begins; `nil` if the file has no pages.
  package var page: String?
  /// The number of the slice, from 1, if the part under its headings is divided further; else 0.
  package var slice: Int
}

extension Chapter {
  /// The largest number of passages read at once, for headings to be followed and not divided.
  static let longest = 60
  /// Chapters shorter than this are read with those behind them.
  static let shortest = 16

  /// Divides a work at its highest headings, further at lower ones where a part is long, and where
  /// there are none into slices.
  ///
  /// - Complexity: O(*n* · *d*) in the headings and their depth.
  package static func chapters(of contents: WorkContents, passages: Int) -> [Chapter] {
    guard passages > 0 else { return [] }
    let division = ChapterDivision(contents: contents)
    return division.parts(of: 0..<passages, belowDepth: 0).map { part in
      Chapter(
        ordinals: part.ordinals, label: division.label(at: part.ordinals.lowerBound),
        path: division.path(at: part.ordinals.lowerBound),
        page: division.page(at: part.ordinals.lowerBound), slice: part.slice)
    }
  }
}

/// The division of a work into chapters.
private struct ChapterDivision {
  typealias Part = (ordinals: Range<Int>, slice: Int)

  let contents: WorkContents

  func parts(of range: Range<Int>, belowDepth depth: Int) -> [Part] {
    guard range.count > Chapter.longest else { return [(range, 0)] }
    let inside = headings(in: range).filter { $0.depth >= depth }
    guard let highest = inside.map(\.depth).min() else { return slices(of: range) }
    var starts = inside.filter { $0.depth == highest }.map(\.ordinal)
    if starts == [range.lowerBound] { return parts(of: range, belowDepth: highest + 1) }
    if starts.first != range.lowerBound { starts.insert(range.lowerBound, at: 0) }
    let ends = starts.dropFirst() + [range.upperBound]
    let pieces = zip(starts, ends).filter { $0 < $1 }.map { $0..<$1 }
    return joined(pieces).flatMap { parts(of: $0, belowDepth: highest + 1) }
  }

  /// Joins short pieces with those behind them.
  private func joined(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for piece in pieces {
      if let last = joined.last, last.count < Chapter.shortest,
        last.count + piece.count <= Chapter.longest
      {
        joined[joined.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  /// Divides a range where slices of the work begin; a rest of few passages stays with the last.
  private func slices(of range: Range<Int>) -> [Part] {
    let length = WorkContents.sliceLength
    let first = (range.lowerBound / length + 1) * length
    var starts = [range.lowerBound]
    for start in stride(from: first, to: range.upperBound, by: length)
    where start - (starts.last ?? 0) >= Chapter.shortest
      && range.upperBound - start >= Chapter.shortest
      && contents.slices.indices.contains(start / length)
    {
      starts.append(start)
    }
    let ends = starts.dropFirst() + [range.upperBound]
    return zip(starts, ends).enumerated().map { (index, bounds) in
      (bounds.0..<bounds.1, starts.count > 1 ? index + 1 : 0)
    }
  }

  private func headings(in range: Range<Int>) -> ArraySlice<WorkContents.Heading> {
    let first = contents.headings.partitioningIndex { $0.ordinal >= range.lowerBound }
    let last = contents.headings.partitioningIndex { $0.ordinal >= range.upperBound }
    return contents.headings[first..<max(first, last)]
  }

  /// The headings in force at a passage, with those that open directly before it.
  func path(at ordinal: Int) -> [String] {
    var path: [(depth: Int, title: String)] = []
    for heading in contents.headings {
      if heading.ordinal > ordinal { break }
      path.removeAll { $0.depth >= heading.depth }
      path.append((heading.depth, heading.title))
    }
    return path.map(\.title)
  }

  func label(at ordinal: Int) -> String {
    if let heading = headings(in: ordinal..<(ordinal + 1)).first { return heading.label }
    let index = ordinal / WorkContents.sliceLength
    guard ordinal % WorkContents.sliceLength == 0, contents.slices.indices.contains(index) else {
      return contents.slices.first?.label ?? ""
    }
    return contents.slices[index].label
  }

  func page(at ordinal: Int) -> String? {
    if let heading = headings(in: ordinal..<(ordinal + 1)).first { return heading.page }
    let index = ordinal / WorkContents.sliceLength
    guard contents.slices.indices.contains(index) else { return nil }
    return contents.slices[index].page
  }
}

extension Array {
  /// Binary search: the index of the first element that satisfies a monotone predicate.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBehind(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
