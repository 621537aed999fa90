// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// One change that was made to the printed reading, so that it can be shown and undone.
package struct Repair: Sendable, Hashable {
  /// The code points of the repaired text that replace the printed reading; may be empty.
  package var range: Range<Int>
  /// The printed reading, line ends as `\n`.
  package var printed: String
  /// The name of the rule, as `pamphlet explain` prints it.
  package var rule: String

  /// Creates a repair.
  package init(range: Range<Int>, printed: String, rule: String) {
    self.range = range
    self.printed = printed
    self.rule = rule
  }
}
