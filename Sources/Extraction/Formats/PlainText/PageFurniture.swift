// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Separates running heads, running feet and page numbers from the text of pages.
struct PageFurniture {
  /// The pages, each with its furniture and printed number.
  private(set) var leaves: [Pagination.Leaf]

  private enum Edge: CaseIterable { case head, foot }

  /// Minimum number of pages on which a running head appears.
  private static let minimumPages = 3

  init(_ lines: [TextLine], _ leaves: [Pagination.Leaf]) {
    self.leaves = leaves
    // Two rounds, because a running head may be above or below a page number.
    for _ in 0..<2 {
      for edge in Edge.allCases { strip(edge, lines) }
    }
  }

  private mutating func strip(_ edge: Edge, _ lines: [TextLine]) {
    let edges = leaves.map { Self.edgeLine($0, edge, lines) }
    var counts: [String: Int] = [:]
    for index in edges.compactMap(\.self) { counts[Self.fold(lines[index].text), default: 0] += 1 }
    let least = max(Self.minimumPages, leaves.count / 8)
    let series = Self.series(edges, lines)
    for (page, index) in edges.enumerated() {
      guard let index else { continue }
      let text = lines[index].text
      let isCounted =
        Self.place(text, page).map { series[$0, default: 0] >= 2 } ?? false
        && !(edge == .foot && Self.readsAsNote(text))
      if edge == .foot, !isSetOff(index, leaves[page], lines), !isCounted { continue }
      if let number = PageNumber.alone(text) {
        // A number by itself counts only if other pages have one too.
        guard isCounted || counts[Self.fold(text), default: 0] >= min(3, leaves.count) else {
          continue
        }
        leaves[page].printed = leaves[page].printed ?? number
        leaves[page].furniture.append((index, "page-number"))
      } else {
        let key = Self.fold(text)
        // The first page has the title itself, which the running heads repeat.
        guard page > 0 || isBesideNumber(index, edge, leaves[page], lines), text.utf8.count <= 100,
          key.count >= 3, Self.recurrence(of: key, in: counts) >= least
        else { continue }
        leaves[page].printed = leaves[page].printed ?? PageNumber.inHead(text)
        leaves[page].furniture.append((index, "running-head"))
      }
    }
  }

  /// The words of a head or foot with a number, and what the number exceeds the place of the page by.
  private struct Place: Hashable {
    var words: String
    var excess: Int
  }

  private static func place(_ text: String, _ page: Int) -> Place? {
    guard text.utf8.count <= 100 else { return nil }
    let isAlone = PageNumber.alone(text) != nil
    let label = isAlone ? PageNumber.alone(text) : PageNumber.inHead(text)
    guard let value = label.flatMap(PageNumber.value)?.value else { return nil }
    return Place(words: isAlone ? "" : fold(text), excess: value - page)
  }

  /// Whether a line is punctuated as notes are: `2. Quill, Letters, p. 14.`, unlike `2 LETTERS`.
  private static func readsAsNote(_ text: String) -> Bool {
    guard PageNumber.alone(text) == nil, let mark = PageNotes.mark(text) else { return false }
    return text.hasSuffix(".") || mark.printed.contains { ".)]}".contains($0) }
  }

  /// How many pages have the same words with a number that counts the pages.
  private static func series(_ edges: [Int?], _ lines: [TextLine]) -> [Place: Int] {
    var series: [Place: Int] = [:]
    for (page, index) in edges.enumerated() {
      guard let index, let place = place(lines[index].text, page) else { continue }
      series[place, default: 0] += 1
    }
    return series
  }

  /// Whether the number of the page follows a running head, or precedes a running foot.
  private func isBesideNumber(
    _ index: Int, _ edge: Edge, _ leaf: Pagination.Leaf, _ lines: [TextLine]
  ) -> Bool {
    let next = edge == .head ? index + 1 : index - 1
    return leaf.lines.contains(next) && PageNumber.alone(lines[next].text) == "1"
  }

  /// Whether a line at the foot of a page is set off from the text and is not a note.
  ///
  /// Notes can recur like running feet: `5 Ibid., p. 44.`
  private func isSetOff(_ index: Int, _ leaf: Pagination.Leaf, _ lines: [TextLine]) -> Bool {
    guard PageNumber.alone(lines[index].text) == nil else { return true }
    guard PageNotes.mark(lines[index].text) == nil, index > leaf.lines.lowerBound else {
      return false
    }
    return lines[index - 1].isBlank || leaf.furniture.contains { $0.line == index - 1 }
  }

  /// The first or last line of a page that is not already known to be furniture.
  private static func edgeLine(
    _ leaf: Pagination.Leaf,
    _ edge: Edge,
    _ lines: [TextLine]
  ) -> Int? {
    let isText = { (index: Int) in
      !lines[index].isBlank && lines[index].print?.isInText != false
        && !leaf.furniture.contains { $0.line == index }
    }
    return switch edge {
    case .head: leaf.lines.first(where: isText)
    case .foot: leaf.lines.last(where: isText)
    }
  }

  /// Number of pages on which a line occurs, counting OCR variants.
  private static func recurrence(of key: String, in counts: [String: Int]) -> Int {
    let exact = counts[key, default: 0]
    guard key.count >= 8, counts.count <= 2_000 else { return exact }
    let wanted = Array(key.utf8)
    return counts.reduce(0) { total, other in
      abs(other.key.utf8.count - wanted.count) <= 2 && isNear(wanted, Array(other.key.utf8))
        ? total + other.value : total
    }
  }

  /// Whether at most an eighth of the letters differ, comparing from both ends.
  private static func isNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one == other { return true }
    let fromStart = zip(one, other).prefix { $0 == $1 }.count
    let fromEnd = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    let length = max(one.count, other.count)
    return length - min(length, fromStart + fromEnd) <= max(1, length / 8)
  }

  /// The letters of a line, since numbers change with the page; `#` for a number by itself.
  private static func fold(_ text: String) -> String {
    if PageNumber.alone(text) != nil { return "#" }
    var words = text.lowercased().split(separator: " ")
    if let first = words.first, PageNumber.isRoman(first) { words.removeFirst() }
    if let last = words.last, PageNumber.isRoman(last) { words.removeLast() }
    return String(words.joined().filter(\.isLetter))
  }
}
