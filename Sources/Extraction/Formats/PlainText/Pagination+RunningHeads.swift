// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Pagination {
  /// Running heads with numbers that increase from page to page: `12 THE WEAVERS`.
  static func runningHeads(_ lines: [TextLine]) -> [Int] {
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
