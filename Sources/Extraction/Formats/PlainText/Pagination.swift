// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

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
  fileprivate static let pageLength = 12...120

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
    guard chain.count >= 4, let first = chain.first else { return [] }
    let textBefore = lines[..<first.line].count { !$0.isBlank }
    // If a page of text precedes the first number, numbers are at the foot and end their page.
    let isFoot = textBefore >= pageLength.lowerBound / 2
    return chain.map { isFoot ? $0.line + 1 : $0.line }.filter { $0 > 0 && $0 < lines.count }
  }
}

extension Pagination {
  /// Running heads with numbers that increase from page to page: `12 THE WEAVERS`.
  fileprivate static func runningHeads(_ lines: [TextLine]) -> [Int] {
    var found: [(line: Int, number: Int, title: String)] = []
    var counts: [String: Int] = [:]
    for (index, line) in lines.enumerated() where (4...80).contains(line.length) {
      guard index > 0, lines[index - 1].isBlank,
        let number = PageNumber.inHead(line.text).flatMap({ Int($0) })
      else { continue }
      let title = line.text.lettersAndDigits.filter(\.isLetter)
      guard title.count >= 3 else { continue }
      found.append((index, number, title))
      counts[title, default: 0] += 1
    }
    found.removeAll { counts[$0.title, default: 0] < 2 }
    var chain: [(line: Int, number: Int)] = []
    for (line, number, _) in found {
      if let last = chain.last {
        let pages = number - last.number
        guard (1...20).contains(pages), pageLength.contains((line - last.line) / pages) else {
          if chain.count < 3 { chain = [(line, number)] }
          continue
        }
      }
      chain.append((line, number))
    }
    return chain.count >= 4 ? chain.map(\.line).filter { $0 > 0 } : []
  }
}

/// Parses page numbers.
enum PageNumber {
  /// The page number in a line that has nothing else: `12`, `- 12 -`, `[12]`, `Page 12`, `xiv`.
  static func alone(_ line: String) -> String? {
    guard (1...24).contains(line.utf8.count) else { return nil }
    let bare = line.filter { !" -–—[]().|*·•~_".contains($0) }
    let words = line.split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, words.count <= 2 else { return nil }
    if words.count == 2 {
      return ["page", "p", "pg", "seite", "s"].contains(words[0].lowercased()) && isLabel(last)
        ? String(last) : nil
    }
    return bare == last && isLabel(last) ? String(last) : nil
  }

  /// The page number at either end of a running head: `12 THE GREAT STRIKE`.
  static func inHead(_ line: String) -> String? {
    let words = line.split(separator: " ")
    for word in [words.first, words.last] {
      guard let word else { continue }
      let bare = word.filter { !"[](){}|.,".contains($0) }
      if !bare.isEmpty, bare.utf8.count <= 4, bare.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        return String(bare)
      }
      if isRoman(bare[...]), bare.count <= 6, bare == bare.lowercased() { return String(bare) }
    }
    return nil
  }

  private static func isLabel(_ text: Substring) -> Bool {
    (text.utf8.count <= 4 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }) || isRoman(text)
  }

  static func isRoman(_ text: Substring) -> Bool {
    (1...7).contains(text.utf8.count) && RomanNumeral.isSmall(text)
  }

  /// The value of a label, and whether it is Roman; `nil` if it is not a number.
  static func value(_ label: String) -> (value: Int, isRoman: Bool)? {
    if let number = Int(label) { return (number, false) }
    return RomanNumeral.smallValue(of: label).map { ($0, true) }
  }
}
