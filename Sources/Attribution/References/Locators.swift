// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Reads page references.
struct Locators {
  let tokens: ArraySlice<Token>
  let text: [Unicode.Scalar]

  /// A parsed page reference: groups as printed, the whole as printed, and the token after it.
  struct Pages {
    var groups: [String]
    var printed: String
    var end: Int
  }

  /// Whether a page abbreviation starts here: `p. 5`, `pp. 12–3`, or `p- 69` from OCR.
  func isPageSign(at index: Int) -> Bool {
    guard index < tokens.endIndex, tokens[index].kind == .word,
      ReferenceWords.page.contains(tokens[index].folded)
    else { return fusedPage(at: index) != nil }
    guard let number = afterSign(index), isNumber(at: number),
      // `Tenth S. L. P. Convention`
      !(tokens[index].isInitial && tokens[number].isInitial),
      // `208 U.S. 161`
      !(tokens[index].isInitial && index - 1 > tokens.startIndex && tokens[index - 1].isSign(".")
        && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound)
    else { return false }
    let isLong = tokens[index].folded.count > 2
    // A single letter abbreviates “page” only before a stop or directly before the number.
    return isLong || number > index + 1 || tokens[index].folded == "p"
      || tokens[index].folded == "pp"
  }

  /// The number in a token such as `p24`, where it is joined to the abbreviation.
  private func fusedPage(at index: Int) -> String? {
    guard index < tokens.endIndex, tokens[index].kind == .word else { return nil }
    let word = tokens[index].folded
    for sign in ["pp", "p"] where word.hasPrefix(sign) {
      let rest = word.dropFirst(sign.count)
      if !rest.isEmpty, rest.allSatisfy(\.isNumber) { return String(rest) }
    }
    return nil
  }

  /// Index of the token after an abbreviation and its punctuation.
  private func afterSign(_ index: Int) -> Int? {
    var next = index + 1
    while next < tokens.endIndex, next <= index + 2, tokens[next].kind == .sign,
      [".", ",", "-", ":"].contains(tokens[next].folded)
    {
      next += 1
    }
    return next < tokens.endIndex ? next : nil
  }

  /// Whether a token is a page number: `12`, `xiv`, `D1208`, `50f`.
  func isNumber(at index: Int) -> Bool {
    guard index < tokens.endIndex else { return false }
    let token = tokens[index]
    if token.kind == .number { return true }
    // `p.m.` is no page.
    guard token.kind == .word, token.range.count > 1 || !["m", "d"].contains(token.folded) else {
      return false
    }
    if RomanNumeral.value(of: token.folded) != nil { return true }
    return token.range.count <= 6 && token.folded.contains(where: \.isNumber)
      && token.folded.drop(while: \.isLetter).allSatisfy(\.isNumber)
  }

  /// Parses page references such as `p. 24, p. 27 and pp. 30-1`.
  ///
  /// - Returns: `nil` if there is no page abbreviation here.
  func pages(at start: Int) -> Pages? {
    guard isPageSign(at: start) else { return nil }
    var index = start
    var groups: [String] = []
    var first: Int?
    var last = start
    while index < tokens.endIndex {
      if let fused = fusedPage(at: index) {
        groups.append(fused)
        first = first ?? tokens[index].range.upperBound - fused.unicodeScalars.count
        index += 1
        last = index
      } else {
        if isPageSign(at: index), let number = afterSign(index) { index = number }
        guard isNumber(at: index) else { break }
        let end = endOfRange(index)
        first = first ?? tokens[index].range.lowerBound
        groups.append(string(tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound))
        index = end
        last = end
      }
      guard let next = afterSeparator(index) else { break }
      index = next
    }
    guard let first, !groups.isEmpty else { return nil }
    return Pages(
      groups: groups,
      printed: Self.withoutSigns(first..<tokens[last - 1].range.upperBound, text),
      end: last)
  }

  /// Parses bare numbers as pages, for styles without an abbreviation: `69–70`.
  func barePages(at start: Int) -> Pages? {
    guard start < tokens.endIndex, isNumber(at: start), tokens[start].kind == .number else {
      return nil
    }
    var index = start
    var groups: [String] = []
    var last = start
    while index < tokens.endIndex, isNumber(at: index) {
      let end = endOfRange(index)
      groups.append(string(tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound))
      last = end
      guard let next = afterSeparator(end) else { break }
      index = next
    }
    return Pages(
      groups: groups,
      printed: printed(tokens[start].range.lowerBound..<tokens[last - 1].range.upperBound),
      end: last
    )
  }

  /// Index of the token after a page range or an open end such as `12f`.
  private func endOfRange(_ start: Int) -> Int {
    var index = start + 1
    if index + 1 < tokens.endIndex, tokens[index].kind == .sign,
      ["-", "–", "—", "‑"].contains(tokens[index].folded)
    {
      var next = index + 1
      // `15--27`
      if tokens[next].folded == "-", tokens[index].folded == "-" { next += 1 }
      if isPageSign(at: next), let number = afterSign(next) { next = number }
      if isNumber(at: next) { index = next + 1 }
    }
    if index < tokens.endIndex,
      ["f", "ff", "n", "passim", "sq", "sqq"].contains(tokens[index].folded)
    {
      index += 1
    } else if index + 1 < tokens.endIndex, tokens[index].folded == "et",
      ["seq", "seqq", "sqq", "suiv"].contains(tokens[index + 1].folded)
    {
      index += 2
    }
    return index
  }

  /// Index of the token after `,` or `and`; `nil` unless another page follows.
  private func afterSeparator(_ start: Int) -> Int? {
    var index = start
    while index < tokens.endIndex, index < start + 2,
      [",", "and", "&", "et", "y", "und", "e", "to", ";", "u"].contains(tokens[index].folded)
        || tokens[index].isSign(".") && index > start && tokens[index - 1].folded == "u"
    {
      index += 1
    }
    guard index > start, isPageSign(at: index) || isBareNext(index) else { return nil }
    return index
  }

  /// Whether a bare number continues a list: it does before punctuation or at the end.
  private func isBareNext(_ index: Int) -> Bool {
    guard isNumber(at: index) else { return false }
    if tokens[index].kind == .word, RomanNumeral.value(of: tokens[index].folded) == nil {
      return false
    }
    // A year does not continue a list of page numbers.
    let end = endOfRange(index)
    return end >= tokens.endIndex
      || [",", ";", "and", "&", ")", "]", "."].contains(tokens[end].folded)
  }

  private func string(_ range: Range<Int>) -> String { Self.string(range, text) }

  static func string(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> String {
    var count = 0
    for scalar in text[range] { count += UTF8.width(scalar) }
    return String(unsafeUninitializedCapacity: count) { buffer in
      var end = 0
      for scalar in text[range] {
        if scalar.isASCII {
          buffer[end] = UInt8(truncatingIfNeeded: scalar.value)
          end += 1
        } else {
          for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            buffer[end] = unit
            end += 1
          }
        }
      }
      return end
    }
  }

  /// The pages as printed, without the marks of italics.
  private func printed(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range].filter { $0 != "_" && $0 != "*" }))
  }

  /// The list as printed, without abbreviations: `24, 27 and 30-1`.
  private static func withoutSigns(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> String {
    let printed = string(range, text).filter { $0 != "_" && $0 != "*" }
    var words = printed.split(separator: " ").map(String.init)
    words.removeAll { word in
      let bare = word.lowercased().filter(\.isLetter)
      return (bare == word.lowercased().filter { !".,".contains($0) })
        && ReferenceWords.page.contains(bare) && RomanNumeral.value(of: bare) == nil
    }
    return words.map { word in
      for sign in ["pp.", "p."] where word.lowercased().hasPrefix(sign) && word.count > sign.count {
        return String(word.dropFirst(sign.count))
      }
      return word
    }.joined(separator: " ")
  }
}
