// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Cuts the most informative window out of a passage.
enum Snippet {
  /// How far a window may move to start at a sentence, in code points.
  private static let reach = 60

  /// The parts of the best window.
  ///
  /// The best window has the parts of the query with the highest weight, then the most matches,
  /// then the earliest start; it starts at a sentence if one starts shortly before, otherwise at a
  /// word.
  ///
  /// - Parameters:
  ///   - length: The length of the window, in code points.
  ///   - weights: The weight of each part of the query; 1 by default.
  /// - Complexity: O(*n*) in the text and the highlights.
  static func parts(
    of text: String, highlights: [Highlight], length: Int, weights: [Double] = []
  ) -> [SnippetPart] {
    let scalars = Array(text.unicodeScalars)
    let weights = weights.map { Int(max(0, min($0, 1_000)) * 1_000) }
    let window = window(in: scalars, highlights, length: max(length, 40), weights)
    var parts: [SnippetPart] = []
    var position = window.lowerBound
    func show(_ range: Range<Int>, match: Bool) {
      guard !range.isEmpty else { return }
      let text = String(String.UnicodeScalarView(scalars[range]))
      parts.append(SnippetPart(text: text, match: match))
    }
    for range in highlights.merged where range.overlaps(window) {
      let shown = range.clamped(to: window)
      show(position..<shown.lowerBound, match: false)
      show(shown, match: true)
      position = shown.upperBound
    }
    show(position..<window.upperBound, match: false)
    if window.lowerBound > 0 { prepend("… ", to: &parts) }
    if window.upperBound < scalars.count { append(" …", to: &parts) }
    return parts
  }

  private static func prepend(_ text: String, to parts: inout [SnippetPart]) {
    if let first = parts.first, !first.match {
      parts[0].text = text + first.text
    } else {
      parts.insert(SnippetPart(text: text, match: false), at: 0)
    }
  }

  private static func append(_ text: String, to parts: inout [SnippetPart]) {
    if let last = parts.last, !last.match {
      parts[parts.count - 1].text += text
    } else {
      parts.append(SnippetPart(text: text, match: false))
    }
  }

  private static func window(
    in text: [Unicode.Scalar],
    _ highlights: [Highlight],
    length: Int,
    _ weights: [Int]
  ) -> Range<Int> {
    guard text.count > length else { return 0..<text.count }
    guard let best = best(highlights, length: length - reach, weights) else {
      return 0..<wordEnd(before: length, after: 0, in: text)
    }
    // The remaining length goes to both sides, more of it before.
    let spare = max(0, length - (best.upperBound - best.lowerBound))
    var start = max(0, best.lowerBound - spare / 2)
    if start + length > text.count { start = max(0, text.count - length) }
    start = beginning(near: start, notAfter: best.lowerBound, in: text)
    return start..<wordEnd(before: start + length, after: best.upperBound, in: text)
  }

  /// The range of at most `length` code points whose parts of the query have the highest weight,
  /// found with a sliding window.
  private static func best(
    _ highlights: [Highlight], length: Int, _ weights: [Int]
  ) -> Range<Int>? {
    var best: (weight: Int, matches: Int, range: Range<Int>)?
    var counts: [Int: Int] = [:]
    var weight = 0
    var first = 0
    for (last, highlight) in highlights.enumerated() {
      if counts[highlight.part, default: 0] == 0 { weight += self.weight(highlight.part, weights) }
      counts[highlight.part, default: 0] += 1
      while first < last,
        highlight.range.upperBound - highlights[first].range.lowerBound > length
      {
        let part = highlights[first].part
        let left = (counts[part] ?? 1) - 1
        counts[part] = left
        if left == 0 { weight -= self.weight(part, weights) }
        first += 1
      }
      let matches = last - first + 1
      if best.map({ ($0.weight, $0.matches) < (weight, matches) }) ?? true {
        best = (
          weight, matches, highlights[first].range.lowerBound..<highlight.range.upperBound
        )
      }
    }
    return best?.range
  }

  private static func weight(_ part: Int, _ weights: [Int]) -> Int {
    weights.indices.contains(part) ? weights[part] : 1_000
  }

  /// The start of a sentence, or else of a word, close to a place.
  private static func beginning(
    near place: Int,
    notAfter limit: Int,
    in text: [Unicode.Scalar]
  ) -> Int {
    if place == 0 { return 0 }
    var word: Int?
    for index in max(1, place - reach)...max(1, min(place + reach, limit)) where index <= limit {
      guard text[index - 1] == " " || text[index - 1] == "\n" else { continue }
      if index >= 2, ".!?…".unicodeScalars.contains(text[index - 2]),
        !text[index].properties.isLowercase
      {
        return index
      }
      if index >= place, word == nil { word = index }
    }
    return word ?? min(place, limit)
  }

  /// The end of the last word that ends before a place.
  private static func wordEnd(
    before place: Int,
    after least: Int,
    in text: [Unicode.Scalar]
  ) -> Int {
    if place >= text.count { return text.count }
    var end = place
    while end > max(least, place - 80), text[end] != " ", text[end] != "\n" { end -= 1 }
    if text[end] != " " && text[end] != "\n" { return max(place, least) }
    return max(end, least)
  }
}
