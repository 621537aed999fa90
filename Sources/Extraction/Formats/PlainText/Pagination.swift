// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The division of a text into pages.
struct Pagination {
  /// A page: its lines, its printed number if any, and its furniture.
  struct Leaf {
    var lines: Range<Int>
    var printed: String?
    var furniture: [(line: Int, rule: String)] = []
  }

  /// The pages; a single one without a number if the text shows no pages.
  private(set) var leaves: [Leaf]
  /// Whether the text shows pages.
  let isPaged: Bool
  /// Marginal marks for the pages of another edition, if they are in ascending order.
  ///
  /// They take precedence over the pages of the file.
  private(set) var marks: [(line: Int, label: String)] = []

  /// Number of lines a page can have when pages are recognised by blank lines or numbers.
  static let pageLength = 12...120

  /// Finds the pages.
  init(_ lines: [TextLine]) {
    var starts = Self.formFeeds(lines)
    if starts.isEmpty { starts = Self.blankRuns(lines) }
    if starts.isEmpty { starts = Self.numberLines(lines) }
    if starts.isEmpty { starts = Self.runningHeads(lines) }
    let marks = Self.marks(lines)
    isPaged = !starts.isEmpty || !marks.isEmpty || lines.first?.beginsPage == true
    self.marks = marks
    let bounds = [0] + starts + [lines.count]
    leaves = zip(bounds, bounds.dropFirst()).filter { $0 < $1 }
      .map { Leaf(lines: $0..<$1) }
    leaves.removeAll { leaf in lines[leaf.lines].allSatisfy(\.isBlank) }
    if leaves.isEmpty { leaves = [Leaf(lines: 0..<lines.count)] }
    if isPaged { leaves = PageFurniture(lines, leaves).leaves }
  }

  /// The marginal page marks, if most of them are in ascending order.
  private static func marks(_ lines: [TextLine]) -> [(line: Int, label: String)] {
    let marks = lines.indices.compactMap { index in
      lines[index].print?.mark.flatMap { PageMark.label(of: $0) }.map { (index, $0) }
    }
    let values = marks.map { PageNumber.value($0.1)?.value ?? 0 }
    let rising = zip(values, values.dropFirst()).count { $0 < $1 }
    return marks.count >= 3 && rising * 10 >= (marks.count - 1) * 8 ? marks : []
  }

  /// Index of the page for a line: its leaf, or the last preceding mark; -1 before the first mark.
  func page(ofLine index: Int, leaf: Int) -> Int {
    guard !marks.isEmpty else { return leaf }
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].line <= index { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Lines after form feeds that have text on both sides.
  private static func formFeeds(_ lines: [TextLine]) -> [Int] {
    let starts = lines.indices.filter { lines[$0].beginsPage && $0 > 0 }
    let inner = starts.filter { start in
      lines[start...].contains { !$0.isBlank } && lines[..<start].contains { !$0.isBlank }
    }
    return inner
  }

  /// Lines after runs of blank lines that recur like page ends.
  ///
  /// The runs must be longer than paragraph spacing and at similar distances.
  private static func blankRuns(_ lines: [TextLine]) -> [Int] {
    var runs: [(start: Int, length: Int)] = []
    var length = 0
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        length += 1
      } else {
        if length >= 2, index > length { runs.append((index, length)) }
        length = 0
      }
    }
    for least in [2, 3, 4, 5, 6] {
      let starts = runs.filter { $0.length >= least }.map(\.start)
      if isRegular([0] + starts) { return starts }
    }
    return []
  }

  /// Whether positions are spaced as regularly as full pages.
  private static func isRegular(_ places: [Int]) -> Bool {
    guard places.count >= 4 else { return false }
    let distances = zip(places.dropFirst(), places).map { $0 - $1 }
    let median = distances.sorted()[distances.count / 2]
    guard pageLength.contains(median) else { return false }
    let regular = distances.count { abs($0 - median) * 4 <= median }
    return regular * 10 >= distances.count * 8
  }

  /// Whether numbers are those of pages rather than of letters, sections or aphorisms.
  ///
  /// Pages are about equally long or end within a sentence, and their numbers have no stop.
  private static func arePages(_ numbers: [Int], _ lines: [TextLine]) -> Bool {
    let stopped = numbers.count { lines[$0].text.last == "." }
    guard stopped * 2 < numbers.count else { return false }
    let distances = zip(numbers.dropFirst(), numbers).map { $0 - $1 }
    let median = distances.sorted()[distances.count / 2]
    let regular = distances.count { abs($0 - median) * 3 <= median }
    if regular * 10 >= distances.count * 6 { return true }
    let open = numbers.count { number in
      let before = lines[max(0, number - 4)..<number].last { !$0.isBlank }
      let after = lines[(number + 1)..<min(lines.count, number + 5)].first { !$0.isBlank }
      return before.map { SentenceEnd.isOpen($0.text) } ?? false
        || after.map { SentenceEnd.continues($0.text) } ?? false
    }
    return open * 4 >= numbers.count
  }

  /// Lines at isolated page numbers that increase steadily.
  private static func numberLines(_ lines: [TextLine]) -> [Int] {
    var found: [(line: Int, number: Int)] = []
    for (index, line) in lines.enumerated() {
      if let number = PageNumber.alone(line.text).flatMap({ Int($0) }) {
        found.append((index, number))
      }
    }
    // The longest chain of increasing numbers about a page apart.
    var chain: [(line: Int, number: Int)] = []
    for place in found {
      guard let last = chain.last else {
        chain = [place]
        continue
      }
      let pages = place.number - last.number
      let isNext =
        (1...3).contains(pages)
        && pageLength.contains((place.line - last.line) / max(pages, 1))
      if isNext {
        chain.append(place)
      } else if chain.count < 3 {
        chain = [place]
      }
    }
    guard chain.count >= 4, let first = chain.first, arePages(chain.map(\.line), lines) else {
      return []
    }
    let textBefore = lines[..<first.line].count { !$0.isBlank }
    // If a page of text precedes the first number, numbers are at the foot and end their page.
    let isFoot = textBefore >= pageLength.lowerBound / 2
    return chain.map { isFoot ? $0.line + 1 : $0.line }.filter { $0 > 0 && $0 < lines.count }
  }
}
