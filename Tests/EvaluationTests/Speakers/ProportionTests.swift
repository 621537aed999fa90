// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Evaluation
import Testing

struct ProportionTests {
  /// Values from Newcombe, “Two-sided confidence intervals for the single proportion” (1998), table I.
  @Test(arguments: [
    (81, 263, 0.2553...0.3662), (15, 148, 0.0624...0.1605), (0, 20, 0...0.1611),
    (1, 29, 0.0061...0.1718),
  ])
  func `intervals are Wilson's`(_ row: (count: Int, total: Int, interval: ClosedRange<Double>)) {
    let interval = Proportion(row.count, of: row.total).interval
    #expect(abs(interval.lowerBound - row.interval.lowerBound) < 0.0001)
    #expect(abs(interval.upperBound - row.interval.upperBound) < 0.0001)
  }

  @Test func `a share is printed with its interval`() {
    #expect(Proportion(9, of: 10).description == "9/10 = 90.0 % (60–98)")
    #expect(Proportion(0, of: 0).description == "0/0")
  }
}
