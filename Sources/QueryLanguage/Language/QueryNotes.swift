// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import TextFolding

/// Gathers what is to be said of a query that was not understood quite as typed.
package struct QueryNotes {
  /// More than these nobody reads.
  private static let most = 20

  package private(set) var warnings: [QueryWarning] = []
  private var corrections: [(range: Range<Int>, name: String)] = []
  private var saidOnce: Set<String> = []

  /// Creates an empty list.
  package init() {}

  /// Says something of a place.
  package mutating func add(_ code: String, _ message: String, _ position: Range<Int>?) {
    let warning = QueryWarning(code: code, message: message, position: position)
    if warnings.count < Self.most, !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Says something of a query, at the first place only.
  package mutating func addOnce(_ code: String, _ message: String, _ position: Range<Int>?) {
    if saidOnce.insert(code).inserted { add(code, message, position) }
  }

  mutating func ignoredOperator(_ range: Range<Int>) {
    add("ignored-operator", "The operator is passed over: it lacks a side.", range)
  }

  mutating func tooManyWords(_ count: Int, at range: Range<Int>) {
    addOnce("too-many-words", "Only the first \(count) words of the query are searched.", range)
  }

  /// A field that is none, and the one that was meant perhaps.
  mutating func unknownField(_ name: String, _ range: Range<Int>) {
    let near = Schema.nearestSearchable(to: name)
    if let near { corrections.append((range, near)) }
    let guess = near.map { " Did you mean `\($0):`?" } ?? ""
    add(
      "unknown-field", "There is no field “\(name)”; its words are searched as words.\(guess)",
      range)
  }

  /// The query with the names of fields corrected; `nil` if there is nothing to correct.
  func corrected(_ text: String) -> String? {
    text.replacing(corrections)
  }
}

extension Schema {
  /// The name of a field that is spelled nearly so; `nil` if none is.
  static func nearestSearchable(to name: String) -> String? {
    NearestName.find(name, among: fields.filter(\.isSearchable).map(\.name), limit: 2)
  }
}
