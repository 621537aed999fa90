// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How often each word of a text occurs, in lower case; counted when somebody first asks.
struct WordCounts {
  private var counts: [String: Int]?

  /// Lines that are longer are not prose.
  private static let longestLine = 20_000

  /// Counts the words of at least two letters, unless they are counted already.
  ///
  /// - Complexity: O(*n*) in the size of the text, once.
  mutating func counted(_ lines: [TextLine]) -> [String: Int] {
    if let counts { return counts }
    var counts: [String: Int] = [:]
    for line in lines where !line.isBlank && line.length < Self.longestLine {
      if line.text.utf8.allSatisfy({ $0 < 0x80 }) {
        Self.count(ascii: line.text, &counts)
      } else {
        for word in line.text.split(whereSeparator: { !$0.isLetter && $0 != "-" })
        where word.utf8.count >= 2 {
          counts[word.lowercased(), default: 0] += 1
        }
      }
    }
    self.counts = counts
    return counts
  }

  private static func count(ascii text: String, _ counts: inout [String: Int]) {
    let words = text.utf8.split { ($0 | 0x20) &- 0x61 >= 26 && $0 != UInt8(ascii: "-") }
    for word in words where word.count >= 2 {
      let folded = String(unsafeUninitializedCapacity: word.count) { buffer in
        var count = 0
        for byte in word {
          buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
      counts[folded, default: 0] += 1
    }
  }
}
