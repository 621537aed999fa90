// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Whether one system is better than another, or only luckier with its topics.
package enum Significance {
  /// The two-sided p-value of a paired randomization test (Fisher 1935; Smucker, Allan and Carterette
  /// 2007, “A comparison of statistical significance tests for information retrieval evaluation”):
  /// how often a mean difference as large comes about if each topic's two values are exchanged by the
  /// toss of a coin.
  ///
  /// - Parameters:
  ///   - one: The values of one system, topic by topic.
  ///   - other: Those of the other, in the same order.
  ///   - tosses: How many times all coins are tossed; up to 16 topics are gone through exactly.
  /// - Complexity: O(tosses × topics); the coins are the same each time it is called.
  package static func pValue(_ one: [Double], _ other: [Double], tosses: Int = 20_000) -> Double {
    precondition(one.count == other.count, "Each topic has a value of both systems.")
    let differences = zip(one, other).map { $0 - $1 }.filter { $0 != 0 }
    guard !differences.isEmpty else { return 1 }
    let observed = abs(differences.reduce(0, +)) - 1e-12
    if differences.count <= 16 {
      let count = 1 << differences.count
      let extreme = (0..<count).count { signs in
        let sum = differences.enumerated().reduce(0.0) { sum, item in
          sum + (signs >> item.offset & 1 == 1 ? -item.element : item.element)
        }
        return abs(sum) >= observed
      }
      return Double(extreme) / Double(count)
    }
    var coins = SplitMix(state: 0x9E37_79B9_7F4A_7C15)
    let extreme = (0..<tosses).count { _ in
      var sum = 0.0
      var bits: UInt64 = 0
      for (index, difference) in differences.enumerated() {
        if index % 64 == 0 { bits = coins.next() }
        sum += bits & 1 == 1 ? -difference : difference
        bits >>= 1
      }
      return abs(sum) >= observed
    }
    // The order as it came is one of those possible.
    return Double(extreme + 1) / Double(tosses + 1)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
