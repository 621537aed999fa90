// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An infix operator, written in capitals.
enum QueryOperator: Sendable, Hashable {
  case and, or, not
  /// The distance in words; `nil` if not given.
  case near(Int?)
  case adjacent(Int?)

  /// The operators with any number of operands and the nodes they form; the loosest first.
  static let joining: [(operation: QueryOperator, node: @Sendable ([QueryNode]) -> QueryNode)] = [
    (.or, { .any($0) }),
    (.and, { .all($0) }),
  ]

  /// Whether it ends a group of adjacent items.
  var endsGroup: Bool { Self.joining.contains { $0.operation == self } }

  /// Parses an operator; `NEAR` and `ADJ` may have a number: `NEAR/5`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts.count == 2 ? Int(parts[1].prefix(9)) : nil
    guard parts.count == 1 || (number ?? -1) >= 0 else { return nil }
    switch parts[0] {
    case "AND" where parts.count == 1: self = .and
    case "OR" where parts.count == 1: self = .or
    case "NOT" where parts.count == 1: self = .not
    case "NEAR": self = .near(number)
    case "ADJ": self = .adjacent(number)
    default: return nil
    }
  }
}
