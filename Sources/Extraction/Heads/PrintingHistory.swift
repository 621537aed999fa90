// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The lines of a title page that say when a book was first published and when again.
///
/// Publishers print them on the back of the title leaf, a line for each impression (Chicago Manual
/// of Style, 18th edition, 1.27): `First published 1912`, `Second edition, 1920`, `Reprinted 1925`.
struct PrintingHistory {
  /// Year of the first publication.
  let first: Int
  /// Whether the words say that it was the first.
  let isStated: Bool
  /// Year of the last later edition or printing; `nil` if there is none.
  private(set) var last: Int?

  private static let mostLines = 12
  private static let longestLine = 60

  private static let firstWords = [
    "first published", "originally published", "first printed", "first edition", "first issued",
    "erstmals erschienen", "erstausgabe", "première édition", "première publication",
    "primera edición", "prima edizione", "primeira edição",
  ]
  private static let plainWords = ["published", "printed", "issued"]
  private static let laterWords = [
    "reprint", "reissue", "impression", "edition", "printing", "revised", "auflage", "édition",
    "edición", "edizione", "edição", "nachdruck", "réimpression",
  ]

  /// The history that lines print; `nil` if one of them says something else.
  init?(_ lines: [String]) {
    let lines = lines.flatMap(Self.divided)
    guard (1...Self.mostLines).contains(lines.count) else { return nil }
    var first: (year: Int, isStated: Bool)?
    for line in lines {
      guard line.utf8.count <= Self.longestLine, let year = Self.year(in: line) else { return nil }
      let lower = line.lowercased()
      if first == nil {
        let isStated = Self.firstWords.contains { lower.hasPrefix($0) }
        guard isStated || Self.plainWords.contains(where: { lower.hasPrefix($0) }) else {
          return nil
        }
        first = (year, isStated)
      } else {
        guard Self.laterWords.contains(where: { lower.contains($0) }), year >= first?.year ?? 0
        else { return nil }
        last = year
      }
    }
    // `Published 1912` alone may be any edition.
    guard let first, first.isStated || last != nil else { return nil }
    (self.first, isStated) = first
  }

  /// The parts of a line that end with a year each: HTML joins lines with breaks between them.
  private static func divided(_ line: String) -> [String] {
    guard line.utf8.count <= longestLine * mostLines else { return [line] }
    var parts: [String] = []
    var part: [Substring] = []
    for word in line.split(separator: " ") {
      part.append(word)
      let digits = word.filter(\.isNumber)
      guard digits.utf8.count == 4, word.filter({ !$0.isPunctuation }) == digits else { continue }
      parts.append(part.joined(separator: " "))
      part = []
    }
    if !part.isEmpty { parts.append(part.joined(separator: " ")) }
    return parts
  }

  /// The only year of a line, which ends with it.
  private static func year(in line: String) -> Int? {
    let words = line.split { !$0.isLetter && !$0.isNumber }
    let years = words.filter { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) }.compactMap {
      Int($0)
    }
    guard years.count == 1, let year = years.first, (1450...2100).contains(year),
      words.last.flatMap({ Int($0) }) == year
    else { return nil }
    return year
  }
}
