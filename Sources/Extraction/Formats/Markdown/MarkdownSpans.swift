// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Finds code and inline notes in lines of Markdown.
enum MarkdownSpans {
  /// The fence that a line consists of or begins with: three or more backticks or tildes.
  static func fence(_ line: Substring) -> Substring? {
    let indented = line.prefix { $0 == " " }
    guard indented.count <= 3, let sign = line[indented.endIndex...].first,
      sign == "`" || sign == "~"
    else { return nil }
    let fence = line[indented.endIndex...].prefix { $0 == sign }
    guard fence.count >= 3, sign == "~" || !line[fence.endIndex...].contains("`") else {
      return nil
    }
    return fence
  }

  /// The parts of a line that are not code spans (CommonMark 0.31, 6.1).
  static func outsideCode(_ line: Substring) -> [Range<String.Index>] {
    var parts: [Range<String.Index>] = []
    var start = line.startIndex
    var rest = line
    // Runs of backticks that no run of the same length follows are text.
    var unclosed: Set<Int> = []
    while let tick = rest.firstIndex(of: "`") {
      let run = rest[tick...].prefix { $0 == "`" }
      rest = rest[run.endIndex...]
      guard !unclosed.contains(run.count), let close = end(of: run.count, in: rest) else {
        unclosed.insert(run.count)
        continue
      }
      parts.append(start..<tick)
      start = close
      rest = rest[close...]
    }
    parts.append(start..<line.endIndex)
    return parts
  }

  private static func end(of length: Int, in text: Substring) -> String.Index? {
    var rest = text
    while let tick = rest.firstIndex(of: "`") {
      let run = rest[tick...].prefix { $0 == "`" }
      if run.count == length { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  /// Inline notes: `^[` to the bracket that closes it, with words inside.
  ///
  /// `^[1](#note)` is a raised link.
  static func inlineNotes(_ text: Substring) -> [Range<String.Index>] {
    var notes: [Range<String.Index>] = []
    var rest = text
    while let caret = rest.firstIndex(of: "^") {
      rest = rest[rest.index(after: caret)...]
      guard rest.first == "[", text[..<caret].last.map({ $0 != "\\" && $0 != "[" }) ?? true,
        let end = closing(rest)
      else { continue }
      let inner = rest[..<end].dropFirst()
      let after = rest[rest.index(after: end)...].first
      guard after != "(", after != "[", inner.contains(where: \.isLetter),
        inner.first?.isWhitespace == false
      else { continue }
      notes.append(caret..<rest.index(after: end))
      rest = rest[end...]
    }
    return notes
  }

  /// The bracket that closes the first one, within 4,000 characters.
  private static func closing(_ text: Substring) -> String.Index? {
    var depth = 0
    var isEscaped = false
    var index = text.startIndex
    for _ in 0..<4_000 {
      guard index < text.endIndex else { return nil }
      let character = text[index]
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "[" {
        depth += 1
      } else if character == "]" {
        depth -= 1
        if depth == 0 { return index }
      }
      index = text.index(after: index)
    }
    return nil
  }
}
