// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Large initials of paragraphs, which are placed apart from the rest of their words.
enum PDFInitial {
  /// How much larger than the text an initial is.
  private static let ratio = 1.5
  /// Words of one letter, after which an initial is followed by a space if it does not make a word
  /// with what follows.
  private static let words: Set<Character> = Set("AIOEYUÀÈÉÓÒÆØÅАВИКОСУЯ")

  /// Whether two words in a line are an initial and the text beside it.
  static func divides(_ one: PDFWord, _ other: PDFWord) -> Bool {
    isInitial(one.text) && one.size >= ratio * other.size
      || isInitial(other.text) && other.size >= ratio * one.size
  }

  /// Whether a text is a capital, perhaps after a quotation mark.
  private static func isInitial(_ text: String) -> Bool {
    let letter = text.drop { "“\"«„‘".contains($0) }
    return letter.count == 1 && text.count <= 2 && letter.first?.isUppercase == true
  }

  /// Joins initials with the first of the lines beside them.
  ///
  /// - Parameter bodySize: Type size of running text, in points.
  static func join(_ lines: [PDFLine], bodySize: Double) -> [PDFLine] {
    let initials = lines.indices.filter {
      isInitial(lines[$0].text) && lines[$0].size >= ratio * bodySize
    }
    guard !initials.isEmpty, initials.count <= 100 else { return lines }
    var lines = lines
    let counts = counts(lines)
    var taken: Set<Int> = []
    for index in initials {
      let initial = lines[index]
      let beside = lines.indices.filter { other in
        let line = lines[other]
        return other != index && line.size < initial.size / ratio
          && line.bottom > initial.top && line.middle < initial.bottom
          && line.middle > initial.top - 0.6 * bodySize
          && line.left > initial.left + 0.2 * initial.size
          && line.left < initial.right + 1.5 * bodySize
      }
      guard let first = beside.min(by: { lines[$0].top < lines[$1].top }) else { continue }
      taken.insert(index)
      let isWord = isWord(initial.text, lines[first].text, counts)
      lines[first].prepend(initial.text + (isWord ? "" : " "), left: initial.left)
      for other in beside where other != first { lines[other].left = initial.left }
    }
    return lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
  }

  /// Whether an initial and the text beside it begin with one word.
  private static func isWord(_ initial: String, _ text: String, _ counts: [String: Int]) -> Bool {
    let tail = text.prefix { $0.isLetter }
    guard let letter = initial.last, !tail.isEmpty else { return text.first?.isLetter != true }
    guard words.contains(letter) else { return true }
    let whole = counts[(initial.filter(\.isLetter) + tail).lowercased()] ?? 0
    return whole > 0 || counts[tail.lowercased(), default: 0] <= 1 && tail.count <= 2
  }

  /// How often each word of a page occurs, in lower case.
  private static func counts(_ lines: [PDFLine]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in lines {
      for word in line.text.split(whereSeparator: { !$0.isLetter }) {
        counts[word.lowercased(), default: 0] += 1
      }
    }
    return counts
  }
}
