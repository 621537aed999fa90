// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema

/// A word or a pattern in a part of the query.
struct PieceWord: Sendable, Hashable {
  var form: Form
  /// Whether there is no space between it and the previous one.
  var isJoined: Bool
}

/// Splits a part of the query into words and patterns with their ranges in the query.
struct QueryWords {
  private var tokenizer = Tokenizer()

  /// The words of a text that starts at an offset of the query.
  mutating func tokens(in text: String, at start: Int) -> [Token] {
    tokenizer.tokens(in: text).map { token in
      var token = token
      token.range = (token.range.lowerBound + start)..<(token.range.upperBound + start)
      return token
    }
  }

  /// The words and patterns of a part of the query, and the wildcards on their own.
  ///
  /// `*` is a wildcard wherever it touches a word, `?` only inside one: after a word it is
  /// punctuation.
  mutating func read(_ piece: QueryPiece) -> (words: [PieceWord], loose: [Range<Int>]) {
    let start = piece.range.lowerBound
    let tokens = tokens(in: piece.text, at: start)
    let scalars = Array(piece.text.unicodeScalars)
    guard scalars.contains("*") || scalars.contains("?") else {
      return (Self.joined(tokens.map { (.exact($0), $0.range) }, scalars, start), [])
    }
    var found: [(form: Form, range: Range<Int>)] = []
    var loose: [Range<Int>] = []
    var next = 0
    var pattern = ""
    var range = start..<start
    var hasWildcard = false
    var word: Token?
    func end() {
      if hasWildcard, pattern.contains(where: { $0 != "*" && $0 != "?" }) {
        found.append((.pattern(Pattern(text: pattern, range: range)), range))
      } else if hasWildcard, !pattern.isEmpty {
        loose.append(range)
      } else if let word {
        found.append((.exact(word), word.range))
      }
      (pattern, hasWildcard, word) = ("", false, nil)
    }
    var offset = 0
    while offset < scalars.count {
      let place = start + offset
      let isWildcard =
        scalars[offset] == "*"
        || scalars[offset] == "?" && Self.isInside(offset, scalars)
      if next < tokens.count, tokens[next].range.lowerBound == place {
        if range.upperBound != place || word != nil && !hasWildcard { end() }
        if pattern.isEmpty { range = place..<place }
        word = tokens[next]
        pattern += tokens[next].term
        offset += tokens[next].range.count
        range = range.lowerBound..<(start + offset)
        next += 1
      } else if isWildcard {
        if range.upperBound != place { end() }
        if pattern.isEmpty { range = place..<place }
        // Several `*` in a row count as one.
        if scalars[offset] != "*" || pattern.last != "*" {
          pattern.unicodeScalars.append(scalars[offset])
        }
        hasWildcard = true
        offset += 1
        range = range.lowerBound..<(start + offset)
      } else {
        end()
        offset += 1
      }
    }
    end()
    return (Self.joined(found, scalars, start), loose)
  }

  /// Whether a word contains a `?` inside it, where it is a wildcard.
  static func hasInnerWildcard(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("?") else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { scalars[$0] == "?" && isInside($0, scalars) }
  }

  private static func isInside(_ offset: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard offset > 0, offset + 1 < scalars.count else { return false }
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "?" || scalar == "*" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
    }
    return isPart(scalars[offset - 1]) && isPart(scalars[offset + 1])
  }

  private static func joined(
    _ forms: [(form: Form, range: Range<Int>)], _ scalars: [Unicode.Scalar], _ start: Int
  ) -> [PieceWord] {
    var words: [PieceWord] = []
    var last: Int?
    for (form, range) in forms {
      let isJoined =
        last.map { last in
          !scalars[(last - start)..<(range.lowerBound - start)].contains {
            $0.properties.isWhitespace
          }
        } ?? false
      words.append(PieceWord(form: form, isJoined: isJoined))
      last = range.upperBound
    }
    return words
  }
}
