// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A share of cases with its 95 % interval (Wilson, “Probable Inference”, 1927).
package struct Proportion: Sendable, Hashable, CustomStringConvertible {
  package let count: Int
  package let total: Int

  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The share; 0 of nothing.
  package var share: Double { total > 0 ? Double(count) / Double(total) : 0 }

  package var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let z = 1.96
    let n = Double(total)
    let middle = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
  }

  package var description: String {
    guard total > 0 else { return "0/0" }
    func percent(_ share: Double) -> String { Report.decimals(share * 100, 0).filter { $0 != "." } }
    return "\(count)/\(total) = \(Report.decimals(share * 100, 1)) % "
      + "(\(percent(interval.lowerBound))–\(percent(interval.upperBound)))"
  }
}
