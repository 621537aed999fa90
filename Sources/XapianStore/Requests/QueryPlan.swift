// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

/// Which passages match, and their weights: the form of a query that the store executes.
///
/// A tree here, a postfix program at the boundary.
package indirect enum QueryPlan: Sendable, Hashable {
  case term(String)
  case range(slot: UInt32, Double, Double)
  /// Every document, with this weight.
  case everything(weight: Double)
  case nothing
  case all([QueryPlan])
  case any([QueryPlan])
  case synonym([QueryPlan])
  case phrase([QueryPlan], window: Int)
  case near([QueryPlan], window: Int)
  case except(QueryPlan, QueryPlan)
  case filtered(QueryPlan, by: QueryPlan)
  case maybe(QueryPlan, QueryPlan)
  /// The passages of the first plan; those that also match `those` are in a higher tier, whatever
  /// their weight.
  case preferring(QueryPlan, those: QueryPlan)
  /// The plan with its weight multiplied.
  case scaled(QueryPlan, by: Double)

  /// The weight of a tier: more than any sum of BM25 weights, which is below (k1 + 1) ·
  /// log(documents) for each word of the longest query.
  static let tierWeight = 10_000.0

  /// Whether libxapian can only estimate the number of matches: where positions decide.
  package var isHardToCount: Bool {
    switch self {
    case .all, .phrase, .near, .except, .filtered: true
    case .any(let operands), .synonym(let operands): operands.contains(where: \.isHardToCount)
    case .maybe(let first, _), .preferring(let first, _): first.isHardToCount
    case .scaled(let operand, _): operand.isHardToCount
    case .term, .range, .everything, .nothing: false
    }
  }

  /// Whether it can match nothing, whatever the index contains.
  package var isNothing: Bool {
    switch self {
    case .nothing: true
    case .all(let operands): operands.contains(where: \.isNothing) || operands.isEmpty
    case .any(let operands), .synonym(let operands):
      operands.allSatisfy(\.isNothing)
    default: false
    }
  }

  /// The steps of the program and the bytes of its terms.
  struct Steps {
    var steps: [cx_step] = []
    var terms: [UInt8] = []
    var ranges: [Range<Int>] = []
  }

  /// Appends the plan in postfix order: operands before their operator.
  func append(to program: inout Steps) {
    switch self {
    case .term(let term): program.append(.term, term: term)
    case .range(let slot, let lower, let upper):
      program.append(.value_range, slot: slot, lower: lower, upper: upper)
    case .everything(let weight): program.append(.everything, lower: weight)
    case .nothing: program.append(.nothing)
    case .all(let operands): program.append(.all, operands)
    case .any(let operands): program.append(.any, operands)
    case .synonym(let operands): program.append(.synonym, operands)
    case .phrase(let operands, let window): program.append(.phrase, operands, window: window)
    case .near(let operands, let window): program.append(.near, operands, window: window)
    case .except(let first, let second): program.append(.except, [first, second])
    case .filtered(let first, let second): program.append(.filter, [first, second])
    case .maybe(let first, let second): program.append(.maybe, [first, second])
    case .preferring(let plan, let preferred):
      let tier = QueryPlan.filtered(.everything(weight: Self.tierWeight), by: preferred)
      program.append(.maybe, [plan, tier])
    case .scaled(let operand, let factor):
      operand.append(to: &program)
      if factor != 1 { program.append(.scale, lower: factor) }
    }
  }
}

extension QueryPlan.Steps {
  fileprivate mutating func append(
    _ operation: cx_operation,
    count: Int = 0,
    window: Int = 0,
    slot: UInt32 = 0,
    lower: Double = 0,
    upper: Double = 0,
    term: String = ""
  ) {
    let start = terms.count
    terms.append(contentsOf: term.utf8)
    ranges.append(start..<terms.count)
    steps.append(
      cx_step(
        operation: operation,
        count: UInt32(clamping: count),
        window: UInt32(clamping: window),
        slot: slot,
        lower: lower,
        upper: upper,
        term: cx_bytes()
      )
    )
  }

  /// Appends an operator; a single operand stands for itself, and none match nothing.
  fileprivate mutating func append(
    _ operation: cx_operation,
    _ operands: [QueryPlan],
    window: Int = 0
  ) {
    for operand in operands { operand.append(to: &self) }
    switch operands.count {
    case 0: append(.nothing)
    case 1: break
    default: append(operation, count: operands.count, window: window)
    }
  }
}
