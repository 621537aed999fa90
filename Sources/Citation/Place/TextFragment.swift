// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A text directive that makes a browser scroll to the words: `text=prefix-,start,end,-suffix`.
///
/// WICG URL Fragment Text Directives. Browsers match words as they appear on the page, so words
/// next to a note mark or a repair are not used: there the page differs from the passage.
struct TextFragment {
  private var start: [Substring] = []
  private var end: [Substring] = []
  private var prefix: ArraySlice<Substring> = []
  private var suffix: [Substring] = []

  /// Number of words taken from each end of a long text.
  private static let reach = 5
  /// Largest number of words quoted in full.
  private static let whole = 10

  /// Chooses words that identify the text; `nil` if none of them match the page.
  ///
  /// - Parameters:
  ///   - breaks: Offsets in the text, in code points, where the page differs from it.
  ///   - isAmbiguous: Whether the words may also occur elsewhere on the page.
  init?(_ selector: TextQuoteSelector, breaks: [Int], isAmbiguous: Bool = false) {
    let runs = Self.runs(of: selector.exact, breaks: breaks)
    let isLong = { (run: [Substring]) in run.count >= 3 }
    guard
      let first = runs.firstIndex(where: isLong)
        ?? runs.indices.max(by: { runs[$0].count < runs[$1].count })
    else { return nil }
    let last = runs.lastIndex(where: isLong) ?? first
    if first == last, runs[first].count <= Self.whole {
      start = runs[first]
    } else {
      start = Array(runs[first].prefix(Self.reach))
      end = Array(runs[last].suffix(Self.reach))
    }
    guard end.isEmpty, start.count < 4 || isAmbiguous else { return }
    let count = selector.exact.unicodeScalars.count
    let isWhole = start.count == selector.exact.split(whereSeparator: \.isWhitespace).count
    guard isWhole, !breaks.contains(0), !breaks.contains(count) else { return }
    prefix = (selector.prefix ?? "").split(whereSeparator: \.isWhitespace).suffix(3)
    suffix = Array((selector.suffix ?? "").split(whereSeparator: \.isWhitespace).prefix(3))
  }

  /// The directive, percent-encoded: `text=…`.
  var directive: String {
    func term(_ words: some Sequence<Substring>) -> String {
      Self.percentEncoded(Array(words).joined(separator: " "))
    }
    var terms = [prefix.isEmpty ? nil : term(prefix) + "-", term(start)]
    if !end.isEmpty { terms.append(term(end)) }
    if !suffix.isEmpty { terms.append("-" + term(suffix)) }
    return "text=" + terms.compactMap(\.self).joined(separator: ",")
  }

  /// Runs of consecutive words that appear on the page exactly as in the text.
  private static func runs(of text: String, breaks: [Int]) -> [[Substring]] {
    var runs: [[Substring]] = []
    var run: [Substring] = []
    var offset = 0
    var index = text.startIndex
    func close() {
      if !run.isEmpty { runs.append(run) }
      run = []
    }
    while index < text.endIndex {
      let gap = text[index...].prefix(while: \.isWhitespace)
      // A line break begins a new block on the page, as in verse.
      if gap.contains(where: \.isNewline) { close() }
      offset += gap.unicodeScalars.count
      let word = text[gap.endIndex...].prefix { !$0.isWhitespace }
      let range = offset...(offset + word.unicodeScalars.count)
      if word.isEmpty {
        break
      } else if breaks.contains(where: range.contains) {
        close()
      } else {
        run.append(word)
      }
      offset = range.upperBound
      index = word.endIndex
    }
    close()
    return runs
  }

  /// Percent-encodes all but letters, digits, `.`, `_` and `~`; `-`, `,` and `&` are syntax here.
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "._~".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }
}
