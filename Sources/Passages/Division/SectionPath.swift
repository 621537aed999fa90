// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The headings above the place that has been reached.
struct SectionPath {
  private struct Heading {
    var text: String
    var block: Int
    var level: Int
  }

  /// A heading under which nothing stands.
  struct Barren {
    /// The heading's block.
    var block: Int
    /// The headings above it.
    var section: [String]
    /// How many of these no passage has opened yet.
    var opened: Int
  }

  private var path: [Heading] = []
  /// How many of the last headings of the path no passage has opened yet.
  private var openCount = 0

  /// The headings' texts, the highest first.
  var texts: [String] { path.map(\.text) }

  /// Leaves the sections of a level and below.
  ///
  /// - Returns: The last heading, if no passage has come under it: it must be one itself, or its
  ///   words would be lost; those above it are then opened by it.
  mutating func leave(level: Int) -> Barren? {
    let kept = path.prefix { $0.level < level }.count
    defer { path.removeLast(path.count - kept) }
    guard kept < path.count, openCount > 0, let last = path.last else { return nil }
    defer { openCount = 0 }
    return Barren(
      block: last.block,
      section: path.dropLast().map(\.text),
      opened: openCount - 1
    )
  }

  /// Enters a section, after those of its level and below have been left.
  mutating func enter(_ text: String, block: Int, level: Int) {
    path.append(Heading(text: text, block: block, level: level))
    openCount += 1
  }

  /// How many headings stand directly before the passage that is made now.
  mutating func takeOpened() -> Int {
    defer { openCount = 0 }
    return openCount
  }
}
