// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Prepares the notes of a Markdown text for a parser that knows one definition per label, drops
/// definitions without marks, and does not know inline notes (`^[…]`, Pandoc's manual, 8.18).
///
/// - Complexity: O(*n*).
struct MarkdownNotes {
  /// The text; its lines are those of the source, and a paragraph with marks may follow them.
  private(set) var text = ""
  /// Labels defined several times whose marks cannot be told apart.
  private(set) var ambiguous: [String] = []

  /// Stands between a label and the number of its definition.
  static let divider = "\u{E000}"
  /// Label of inline notes, before the divider.
  static let inline = "inline"

  private struct Place {
    var line: Int
    var label: String
    var range: Range<String.Index>
  }

  private var lines: [Substring]
  private var definitions: [String: [Place]] = [:]
  private var references: [String: [Place]] = [:]
  private var appended: [String] = []
  private var openFence: Substring?

  init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard source.contains("[^") || source.contains("^[") else {
      text = source
      return
    }
    takeInlineNotes()
    find()
    var edits: [Int: [(range: Range<String.Index>, label: String)]] = [:]
    var unmarked: [(line: Int, label: String)] = []
    for (key, places) in definitions {
      let marks = references[key] ?? []
      let owners = places.count > 1 ? Self.owners(of: marks, among: places) : nil
      if places.count > 1, owners == nil, !marks.isEmpty { ambiguous.append(places[0].label) }
      for (number, place) in places.enumerated() {
        let label = places.count > 1 ? place.label + Self.divider + String(number + 1) : place.label
        if places.count > 1 { edits[place.line, default: []].append((place.range, label)) }
        let isMarked = places.count > 1 ? owners?.contains(number) == true : !marks.isEmpty
        if !isMarked { unmarked.append((place.line, label)) }
      }
      for (mark, owner) in zip(marks, owners ?? []) {
        let label = mark.label + Self.divider + String(owner + 1)
        edits[mark.line, default: []].append((mark.range, label))
      }
    }
    for (line, edits) in edits {
      var changed = String(lines[line])
      for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        let start = lines[line].utf8.distance(
          from: lines[line].startIndex, to: edit.range.lowerBound)
        let length = lines[line].utf8.distance(
          from: edit.range.lowerBound, to: edit.range.upperBound)
        let from = changed.utf8.index(changed.startIndex, offsetBy: start)
        changed.replaceSubrange(from..<changed.utf8.index(from, offsetBy: length), with: edit.label)
      }
      lines[line] = changed[...]
    }
    text = lines.joined(separator: "\n")
    if let openFence { text += "\n" + openFence }
    for note in appended { text += "\n\n" + note }
    // A definition is printed only if a mark refers to it.
    let labels = unmarked.sorted { $0.line < $1.line }.map { "[^\($0.label)]" }
    if !labels.isEmpty { text += "\n\n" + labels.joined(separator: " ") + "\n" }
    ambiguous.sort()
  }

  /// The definition that each mark refers to: the next one, or the one before, if by that reading
  /// each definition has a mark; `nil` if neither reading gives each one.
  private static func owners(of marks: [Place], among definitions: [Place]) -> [Int]? {
    func reading(_ choose: (Place) -> Int?) -> [Int]? {
      let owners = marks.compactMap(choose)
      return owners.count == marks.count && Set(owners).count == definitions.count ? owners : nil
    }
    return reading { mark in
      firstIndex(of: definitions) { $0.line >= mark.line }
    }
      ?? reading { mark in
        let next = firstIndex(of: definitions) { $0.line > mark.line } ?? definitions.count
        return next > 0 ? next - 1 : nil
      }
  }

  /// Binary search: the first index whose place satisfies a monotone predicate.
  private static func firstIndex(of places: [Place], where holds: (Place) -> Bool) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < places.count ? low : nil
  }
}

extension MarkdownNotes {
  /// Finds definitions and marks outside code.
  private mutating func find() {
    openFence = nil
    for index in lines.indices {
      guard isText(lines[index]) else { continue }
      let line = lines[index]
      var rest = line
      if let (label, range) = Self.definition(in: line) {
        definitions[Self.key(label), default: []].append(
          Place(line: index, label: label, range: range))
        rest = line[range.upperBound...].dropFirst(2)
      }
      for range in MarkdownSpans.outsideCode(rest) {
        for found in Self.marks(in: rest[range]) {
          let label = String(line[found])
          references[Self.key(label), default: []].append(
            Place(line: index, label: label, range: found))
        }
      }
    }
  }

  /// Whether a line is not part of a fenced code block, of which it may be the beginning or end
  /// (CommonMark 0.31, 4.5).
  private mutating func isText(_ line: Substring) -> Bool {
    let fence = MarkdownSpans.fence(line)
    if let open = openFence {
      if let fence, fence.first == open.first, fence.count >= open.count { openFence = nil }
      return false
    }
    openFence = fence
    return fence == nil
  }

  /// Moves inline notes into definitions at the end, paragraph by paragraph.
  private mutating func takeInlineNotes() {
    var index = 0
    while index < lines.count {
      let start = index
      while index < lines.count, isText(lines[index]), !lines[index].allSatisfy(\.isWhitespace) {
        index += 1
      }
      if lines[start..<index].contains(where: { $0.contains("^[") }) {
        let paragraph = lines[start..<index].joined(separator: "\n")
        let rest = withoutInlineNotes(paragraph[...])
        var changed = rest.split(separator: "\n", omittingEmptySubsequences: false)
        // Blank lines stand for those of the notes, so that line numbers stay correct.
        while changed.count < index - start { changed.append("") }
        lines.replaceSubrange(start..<index, with: changed)
      }
      index += 1
    }
    openFence = nil
  }

  private mutating func withoutInlineNotes(_ text: Substring) -> String {
    var result = ""
    var copied = text.startIndex
    for span in MarkdownSpans.outsideCode(text) {
      for note in MarkdownSpans.inlineNotes(text[span]) {
        let label = Self.inline + Self.divider + String(appended.count + 1)
        result += text[copied..<note.lowerBound] + "[^\(label)]"
        let words = text[note].dropFirst(2).dropLast().replacing("\n", with: " ")
        appended.append("[^\(label)]: \(words)")
        copied = note.upperBound
      }
    }
    return result + text[copied...]
  }

  /// The label that a line defines, and where it stands: `[^label]: text`.
  private static func definition(in line: Substring) -> (label: String, range: Range<String.Index>)?
  {
    let start = line.drop { $0 == " " || $0 == ">" }
    guard start.hasPrefix("[^") else { return nil }
    let label = start.dropFirst(2).prefix { $0 != "]" && $0 != "[" }
    guard isLabel(label), line[label.endIndex...].hasPrefix("]:") else { return nil }
    return (String(label), label.startIndex..<label.endIndex)
  }

  private static func marks(in text: Substring) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var rest = text
    while let open = rest.firstIndex(of: "[") {
      rest = rest[rest.index(after: open)...]
      guard rest.first == "^", text[..<open].last != "\\" else { continue }
      let label = rest.dropFirst().prefix { $0 != "]" && $0 != "[" }
      guard label.endIndex < rest.endIndex, rest[label.endIndex] == "]", isLabel(label) else {
        continue
      }
      found.append(label.startIndex..<label.endIndex)
      rest = rest[label.endIndex...]
    }
    return found
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...200).contains(label.utf8.count) && !label.contains(where: \.isWhitespace)
  }

  /// Labels are compared without regard to case (GitHub Flavored Markdown, as links).
  private static func key(_ label: String) -> String { label.lowercased() }
}
