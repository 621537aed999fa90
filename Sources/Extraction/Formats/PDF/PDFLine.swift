// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A line of a page, or a part of one: adjacent words at the same height.
struct PDFLine {
  private(set) var text = ""
  /// Left edge; that of the initial for lines beside a large initial.
  var left: Double
  private(set) var right: Double
  private(set) var top: Double
  private(set) var bottom: Double
  /// Type size of most of the line, in points.
  private(set) var size: Double
  private(set) var isBold: Bool
  /// Page mark in the margin beside the line.
  var mark: String?
  private var letters: Int
  private(set) var words: [PDFWord]

  var middle: Double { (top + bottom) / 2 }

  init(_ word: PDFWord) {
    text = word.text
    left = word.x
    right = word.x + word.width
    top = word.y
    bottom = word.y + word.height
    size = word.size
    isBold = word.isBold
    letters = word.text.count
    words = [word]
  }

  /// Adds a word if it continues the line to the right; returns whether it does.
  ///
  /// - Parameter gap: Largest space before it, in type sizes.
  mutating func add(_ word: PDFWord, gap largest: Double = 4) -> Bool {
    let last = words[words.count - 1]
    let overlap = min(bottom, word.y + word.height) - max(top, word.y)
    let gap = word.x - (last.x + last.width)
    guard overlap > 0.3 * min(bottom - top, word.height), gap > -0.3 * size,
      gap < largest * min(size, max(word.size, 0.7 * size)), !PDFInitial.divides(last, word)
    else { return false }
    // A superscript belongs to the preceding word, whatever the space between them.
    let sign = Self.raised(word.text, size: word.size, bottom: word.y + word.height, in: self)
    if let sign = Self.raised(text, size: size, bottom: bottom, in: word) {
      // A note starts with its superscript number; the words that follow define the line.
      text = sign + " "
      (size, letters, isBold) = (word.size, 0, word.isBold)
      (top, bottom) = (word.y, word.y + word.height)
    } else if sign == nil, last.hasSpace || gap > 0.2 * min(size, word.size) {
      // Wide spaces divide the words of letter-spaced type.
      text += String(repeating: " ", count: min(max(1, Int(gap / (0.3 * size))), 8))
    }
    text += sign ?? word.text
    // A superscript says nothing about the type size of its line.
    if word.text.count >= letters || word.size > size {
      size = word.text.count >= letters ? word.size : size
      letters = max(letters, word.text.count)
    }
    if word.size >= 0.8 * size {
      top = min(top, word.y)
      bottom = max(bottom, word.y + word.height)
    }
    isBold = isBold && word.isBold
    right = max(right, word.x + word.width)
    words.append(word)
    return true
  }

  /// Adds a part of the same row, as a cell of a table.
  mutating func add(_ part: PDFLine) {
    text += "  " + part.text
    left = min(left, part.left)
    right = max(right, part.right)
    top = min(top, part.top)
    bottom = max(bottom, part.bottom)
    isBold = isBold && part.isBold
    words += part.words
  }

  /// Whether at least half of its characters are letters.
  var hasLetters: Bool { text.count { $0.isLetter } * 2 >= text.count { $0 != " " } }

  /// Whether it has more figures than letters.
  var isNumeric: Bool {
    text.count { $0.isNumber } > 0 && text.count { $0.isLetter } * 2 < text.count { $0 != " " }
  }

  /// Whether another line is at the same height.
  func isBeside(_ other: PDFLine) -> Bool {
    min(bottom, other.bottom) - max(top, other.top) > 0.5
      * min(bottom - top, other.bottom - other.top)
  }

  /// Puts an initial before the line.
  mutating func prepend(_ initial: String, left: Double) {
    text = initial + text
    self.left = left
  }

  /// Puts the line into reading order, if it has letters written from right to left.
  mutating func putInReadingOrder(isMain: Bool) {
    text = RightToLeft.logical(text, isMain: isMain)
  }

  /// Converts small raised digits to superscript characters; `nil` for anything else.
  private static func raised(
    _ text: String, size: Double, bottom: Double, in line: PDFLine
  ) -> String? {
    raised(text, size: size, bottom: bottom, lineSize: line.size, line.top, line.bottom)
  }

  private static func raised(
    _ text: String, size: Double, bottom: Double, in word: PDFWord
  ) -> String? {
    raised(
      text, size: size, bottom: bottom, lineSize: word.size, word.y, word.y + word.height)
  }

  private static func raised(
    _ text: String, size: Double, bottom: Double, lineSize: Double, _ top: Double, _ base: Double
  ) -> String? {
    guard size <= 0.8 * lineSize, bottom < base - 0.12 * (base - top), (1...3).contains(text.count),
      text.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    let signs = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(text.utf8.map { signs[Int($0 - 0x30)] })
  }
}

extension [PDFLine] {
  /// The parts of lines that follow one another in a file's order.
  ///
  /// - Parameter gap: Largest space within a part, in type sizes.
  static func parts(of words: [PDFWord], gap: Double) -> [PDFLine] {
    var parts: [PDFLine] = []
    for word in words {
      if parts.isEmpty || !parts[parts.count - 1].add(word, gap: gap) {
        parts.append(PDFLine(word))
      }
    }
    return parts
  }
}
