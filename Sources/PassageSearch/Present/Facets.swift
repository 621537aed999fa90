// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import XapianStore

/// The fields whose values a search counts.
struct Facets {
  /// The maximum number of values per field.
  private static let most = 100

  /// The fields.
  let fields: [Field]

  /// The facets with these names.
  init(_ names: [String]) {
    fields = names.compactMap { name in Schema.fields.first { $0.isFacet && $0.name == name } }
  }

  /// Whether there is nothing to count.
  var isEmpty: Bool { fields.isEmpty }

  /// The counts for each field, the most frequent values first.
  func counts(in found: [FieldCount]) -> [String: [FacetCount]] {
    guard !isEmpty else { return [:] }
    var counts: [String: [FacetCount]] = [:]
    for field in fields {
      var values: [String: FacetCount] = [:]
      for facet in found where facet.slot == field.slot {
        let name = Self.name(of: facet.value, facet.number, field)
        // A work has only one year, so the works of a decade are the sum over its years.
        values[name, default: FacetCount(value: name, passages: 0, works: 0)].add(
          facet.passages, facet.works)
      }
      counts[field.name] = Array(
        values.values.sorted { ($1.passages, $0.value) < ($0.passages, $1.value) }
          .prefix(Self.most)
      )
    }
    return counts
  }

  private static func name(of value: String, _ number: Double, _ field: Field) -> String {
    guard field.kind == .number else { return value }
    let year = Int(number)
    return field == Schema.decade ? "\(year - ((year % 10) + 10) % 10)s" : String(year)
  }
}

extension FacetCount {
  fileprivate mutating func add(_ passages: Int, _ works: Int) {
    self.passages += passages
    self.works += works
  }
}
