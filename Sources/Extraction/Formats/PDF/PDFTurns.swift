// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words that are set sideways or upside down, such as landscape tables and stamps in margins.
enum PDFTurns {
  /// A page for each way in which its words are turned, upright, that with the most letters first.
  static func sheets(of page: PDFPage) -> [(turns: Int, page: PDFPage)] {
    guard page.words.contains(where: { $0.turns != 0 }) else { return [(0, page)] }
    var letters = [0, 0, 0, 0]
    for word in page.words { letters[word.turns] += word.text.count }
    // Upright words come first among equals.
    let order = letters.indices.filter { letters[$0] > 0 }
      .sorted { (letters[$1], $0) < (letters[$0], $1) }
    return order.map { turns in
      var sheet = page
      if turns % 2 == 1 { (sheet.width, sheet.height) = (page.height, page.width) }
      sheet.words = page.words.filter { $0.turns == turns }.map { upright($0, on: page) }
      return (turns, sheet)
    }
  }

  /// A word where it would be if the page were turned so that it stands upright.
  private static func upright(_ word: PDFWord, on page: PDFPage) -> PDFWord {
    var turned = word
    let (right, bottom) = (word.x + word.width, word.y + word.height)
    switch word.turns {
    case 1: (turned.x, turned.y) = (word.y, page.width - right)
    case 2: (turned.x, turned.y) = (page.width - right, page.height - bottom)
    case 3: (turned.x, turned.y) = (page.height - bottom, word.x)
    default: return word
    }
    if word.turns % 2 == 1 { (turned.width, turned.height) = (word.height, word.width) }
    turned.turns = 0
    return turned
  }
}
