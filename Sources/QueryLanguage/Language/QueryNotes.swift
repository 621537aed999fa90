// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import TextFolding

/// Collects warnings about a query that was not interpreted exactly as typed.
package struct QueryNotes {
  /// The maximum number of warnings; nobody reads more.
  private static let most = 20

  package private(set) var warnings: [QueryWarning] = []
  private var corrections: [(range: Range<Int>, name: String)] = []
  private var saidOnce: Set<String> = []

  /// Creates an empty list.
  package init() {}

  /// Adds a warning about a range of the query.
  package mutating func add(_ code: String, _ message: String, _ position: Range<Int>?) {
    let warning = QueryWarning(code: code, message: message, position: position)
    if warnings.count < Self.most, !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Adds a warning unless there is already one with the same code.
  package mutating func addOnce(_ code: String, _ message: String, _ position: Range<Int>?) {
    if saidOnce.insert(code).inserted { add(code, message, position) }
  }

  mutating func ignoredOperator(_ range: Range<Int>) {
    add("ignored-operator", "The operator is ignored: an operand is missing.", range)
  }

  mutating func tooManyWords(_ count: Int, at range: Range<Int>) {
    addOnce("too-many-words", "Only the first \(count) words of the query are searched.", range)
  }

  /// Warns about an unknown field and suggests the one that was probably meant.
  mutating func unknownField(_ name: String, _ range: Range<Int>) {
    let near = Schema.nearestSearchable(to: name)
    if let near { corrections.append((range, near)) }
    let guess = near.map { " Did you mean `\($0):`?" } ?? ""
    add(
      "unknown-field", "There is no field “\(name)”; its words are searched as words.\(guess)",
      range)
  }

  /// The query with corrected field names; `nil` if there is nothing to correct.
  func corrected(_ text: String) -> String? {
    text.replacing(corrections)
  }
}

extension Schema {
  /// The field whose name is closest to a misspelt one; `nil` if none is close.
  static func nearestSearchable(to name: String) -> String? {
    NearestName.find(name, among: fields.filter(\.isSearchable).map(\.name), limit: 2)
  }
}
