// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The headings that enclose the current position in the text.
struct SectionPath {
  private struct Heading {
    var text: String
    var block: Int
    var level: Int
  }

  /// A heading with no text below it.
  struct EmptySection {
    /// Index of the heading's block.
    var block: Int
    /// Headings that enclose it, outermost first.
    var section: [String]
    /// How many headings at the end of `section` have not yet preceded a passage.
    var opened: Int
  }

  private var path: [Heading] = []
  /// How many headings at the end of `path` have not yet preceded a passage.
  private var openCount = 0

  /// Texts of the headings, outermost first.
  var texts: [String] { path.map(\.text) }

  /// Closes the sections at this level and deeper.
  ///
  /// - Returns: The innermost heading if no passage followed it. The caller makes it a passage so
  ///   that its words are not lost; the headings above then count as preceding that passage.
  mutating func leave(level: Int) -> EmptySection? {
    let kept = path.prefix { $0.level < level }.count
    defer { path.removeLast(path.count - kept) }
    guard kept < path.count, openCount > 0, let last = path.last else { return nil }
    defer { openCount = 0 }
    return EmptySection(
      block: last.block,
      section: path.dropLast().map(\.text),
      opened: openCount - 1
    )
  }

  /// Opens a section; the caller has closed those at its level and deeper.
  mutating func enter(_ text: String, block: Int, level: Int) {
    path.append(Heading(text: text, block: block, level: level))
    openCount += 1
  }

  /// The number of headings immediately before the passage being built; resets the count.
  mutating func takeOpened() -> Int {
    defer { openCount = 0 }
    return openCount
  }
}
