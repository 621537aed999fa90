// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Italics as plain text marks them: `_Title_` (Project Gutenberg) and `*Title*` (Markdown).
///
/// Printers set titles of works in italics (Chicago Manual of Style, 18th edition, 8.163), so that
/// a title ends where its italics end.
enum Emphasis {
  /// Most tokens in one stretch; a mark without a partner within them is not a mark.
  private static let longest = 60

  /// Removes the marks from the tokens and numbers the stretches between them.
  ///
  /// - Complexity: O(*n*) in tokens.
  static func read(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: { isMark($0) }) else { return tokens }
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var number: Int32 = 0
    var index = 0
    while index < tokens.count {
      guard isMark(tokens[index]), let close = close(tokens, index) else {
        result.append(tokens[index])
        index += 1
        continue
      }
      let inside = tokens[(index + 1)..<close].filter { !isMark($0) }
      if isTitle(inside) {
        number += 1
        result += inside.map { token in
          var token = token
          token.emphasis = number
          return token
        }
      } else {
        result += inside
      }
      index = close + 1
    }
    return result
  }

  private static func isMark(_ token: Token) -> Bool { token.isSign("_") || token.isSign("*") }

  /// The mark that ends the stretch which begins at this one; `nil` if this one begins none.
  private static func close(_ tokens: [Token], _ open: Int) -> Int? {
    let mark = tokens[open]
    guard open + 1 < tokens.count,
      tokens[open + 1].range.lowerBound == mark.range.upperBound,
      open == 0 || tokens[open - 1].range.upperBound < mark.range.lowerBound
        || tokens[open - 1].kind == .sign
    else { return nil }
    for index in tokens[(open + 1)...].prefix(longest).indices
    where tokens[index].folded == mark.folded {
      let touches = tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      return touches && index > open + 1 ? index : nil
    }
    return nil
  }

  /// Whether a stretch can be a title: not words of citing such as `_Ibid._`, and not lower case
  /// throughout, as stressed words are.
  private static func isTitle(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    guard words.contains(where: \.isCapital) else { return false }
    return !words.allSatisfy { ReferenceWords.citing.contains($0.folded) }
  }
}
