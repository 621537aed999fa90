// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The words by which a browser scrolls to a place: `text=prefix-,start,end,-suffix`.
///
/// WICG URL Fragment Text Directives. A browser compares words as they stand on the page; so words
/// that touch a note's mark or a repair, which the page has and the passage has not, are not used.
struct TextFragment {
  private var start: [Substring] = []
  private var end: [Substring] = []
  private var prefix: ArraySlice<Substring> = []
  private var suffix: [Substring] = []

  /// The words at each end of a long text.
  private static let reach = 5
  /// The longest text that is given whole.
  private static let whole = 10

  /// The words of a text that lead to it; `nil` if there are none that stand so on the page.
  ///
  /// - Parameters:
  ///   - breaks: The code points of the text at which the page has something else.
  ///   - isAmbiguous: Whether the words may stand elsewhere also.
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

  /// The words that stand on the page as in the text, those together that follow one another there.
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
      // A new line is another block, as in verse.
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

  /// Everything but letters, digits, `.`, `_` and `~`: a hyphen, a comma and `&` mean something here.
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
