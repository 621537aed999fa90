// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The work that a review discusses, which its bare page numbers refer to.
enum ReviewedWork {
  /// Parses `a review of Maurice Brinton’s For Workers Power` or `Review: X, by Y`, else `nil`.
  static func read(_ metadata: Metadata) -> (author: String, title: String)? {
    for fact in [metadata.subtitle?.value, metadata.title?.value].compactMap({ $0 }) {
      if let found = read(fact) { return found }
    }
    return nil
  }

  private static func read(_ fact: String) -> (author: String, title: String)? {
    let words = fact.split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      let review = words.firstIndex(where: {
        ["review", "review:", "reviewing"].contains($0.lowercased())
      })
    else { return nil }
    var rest = Array(words[(review + 1)...])
    if rest.first?.lowercased() == "of" { rest.removeFirst() }
    if let owner = rest.firstIndex(where: { $0.hasSuffix("’s") || $0.hasSuffix("'s") }), owner < 5,
      owner + 1 < rest.count
    {
      let author = (rest[..<owner] + [String(rest[owner].dropLast(2))]).joined(separator: " ")
      return (author, strip(rest[(owner + 1)...].joined(separator: " ")))
    }
    if let by = rest.lastIndex(where: { $0.lowercased() == "by" }), by > 0, by + 1 < rest.count {
      return (rest[(by + 1)...].joined(separator: " "), strip(rest[..<by].joined(separator: " ")))
    }
    return nil
  }

  private static func strip(_ title: String) -> String {
    String(
      title.drop { "“\"‘'".contains($0) }.reversed().drop { "”\"’'.,".contains($0) }.reversed())
  }
}
