// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Folds lines that do not fit on a terminal.
enum LongLines {
  /// The text with lines of at most `width` columns, as far as they have spaces; what follows is
  /// indented more than the beginning of the line.
  ///
  /// Styles (`ESC [ … m`) take no column.
  static func folded(_ text: String, to width: Int) -> String {
    guard width >= 20 else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { folded($0, to: width) }.joined(separator: "\n")
  }

  private static func folded(_ line: Substring, to width: Int) -> String {
    guard line.utf8.count > width, columns(line) > width else { return String(line) }
    let own = line.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: min(own + 4, width / 2))
    var rows: [String] = []
    var row = String(repeating: " ", count: own)
    var used = own
    var isEmpty = true
    for word in line.dropFirst(own).split(separator: " ", omittingEmptySubsequences: false) {
      let length = columns(word)
      if !isEmpty, used + 1 + length > width {
        rows.append(row)
        row = indent
        used = indent.count
        isEmpty = true
        // Spaces between columns end with the row.
        if word.isEmpty { continue }
      }
      if !isEmpty {
        row += " "
        used += 1
      }
      row += word
      used += length
      isEmpty = isEmpty && word.isEmpty
    }
    return (rows + [row]).joined(separator: "\n")
  }

  /// The number of characters without styles.
  private static func columns(_ text: Substring) -> Int {
    var count = 0
    var isStyle = false
    for character in text {
      if isStyle {
        isStyle = character != "m"
      } else if character == "\u{1B}" {
        isStyle = true
      } else {
        count += 1
      }
    }
    return count
  }
}
