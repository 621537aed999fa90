// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The features of one quotation.
struct QuotationFeatures {
  private var bits: UInt64 = 1

  func contains(_ feature: QuotationFeature) -> Bool { bits & (1 << UInt64(feature.rawValue)) != 0 }

  mutating func insert(_ feature: QuotationFeature) { bits |= 1 << UInt64(feature.rawValue) }

  mutating func insert(_ feature: QuotationFeature, if holds: Bool) {
    if holds { insert(feature) }
  }

  /// The features that are present, in the order of the table.
  var all: [QuotationFeature] { QuotationFeature.allCases.filter(contains) }

  /// Sum of the weights; above 0, the words are more likely speech than not.
  var score: Double { all.reduce(0) { $0 + $1.weight } }
}
