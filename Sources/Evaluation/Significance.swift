// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Tests whether a difference between two systems is more than chance.
package enum Significance {
  /// Two-sided p-value of a paired randomization test.
  ///
  /// It is the probability of a mean difference at least as large if each topic's two values were
  /// swapped at random (Fisher 1935; Smucker, Allan and Carterette 2007, “A comparison of
  /// statistical significance tests for information retrieval evaluation”).
  ///
  /// - Parameters:
  ///   - one: Values of one system, one per topic.
  ///   - other: Values of the other system, in the same order.
  ///   - tosses: Number of random assignments; with up to 16 topics, all are enumerated.
  /// - Complexity: O(tosses × topics). The random numbers are the same on every call.
  package static func pValue(_ one: [Double], _ other: [Double], tosses: Int = 20_000) -> Double {
    precondition(one.count == other.count, "Both systems need a value for each topic.")
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
    // The observed assignment counts as one of the possible ones.
    return Double(extreme + 1) / Double(tosses + 1)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), a generator with the same sequence everywhere.
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
