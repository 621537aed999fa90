// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A change made to the printed reading, recorded so that it can be shown and undone.
package struct Repair: Sendable, Hashable {
  /// Range of the replacement in the repaired text, in code points; may be empty.
  package var range: Range<Int>
  /// The reading as printed, with line ends as `\n`.
  package var printed: String
  /// Name of the rule, as `pamphlet explain` prints it.
  package var rule: String

  package init(range: Range<Int>, printed: String, rule: String) {
    self.range = range
    self.printed = printed
    self.rule = rule
  }
}
