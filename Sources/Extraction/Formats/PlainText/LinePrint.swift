// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Typographic information about a line that plain text cannot express.
struct LinePrint: Sendable, Hashable {
  /// Rank among heading sizes, 1 being the largest; `nil` if it is not a heading.
  var headingRank: Int?
  /// Whether it is set smaller than running text.
  var isSmall = false
  /// Whether a column other than the first of its page begins with this line.
  var beginsColumn = false
  /// Number of the text beside the running text to which it belongs, such as a marginal note.
  var aside: Int?
  /// Rule by which it is left out, as line numbers are.
  var omission: String?
  /// Label of the page that begins with this line.
  var sheetLabel: String?
  /// Position in the file of the page that begins with this line, counted from 1.
  var sheet: Int?
  /// Marginal mark showing that a printed page begins in this line.
  var mark: String?

  /// Whether it carries no information.
  var isPlain: Bool { self == LinePrint() }
  /// Whether it belongs to the running text of its page.
  var isInText: Bool { aside == nil && omission == nil }
}

extension LinePrint {
  /// The information behind a reference, since most lines of most texts have none.
  final class Box: Sendable, Hashable {
    let value: LinePrint

    init(_ value: LinePrint) { self.value = value }

    static func == (one: Box, other: Box) -> Bool { one.value == other.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }
}
