// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Evaluation
import Testing

struct SignificanceTests {
  @Test func `a few topics are gone through exactly`() {
    // All of three differences have one sign: 2 of 8 orders are as extreme.
    #expect(Significance.pValue([0.5, 0.6, 0.7], [0.4, 0.4, 0.4]) == 0.25)
    #expect(Significance.pValue([0.5, 0.6], [0.5, 0.6]) == 1)
  }

  @Test func `many topics are tossed for, the same each time`() {
    let one = (0..<40).map { 0.5 + Double($0 % 3) / 10 }
    let better = one.map { $0 + 0.1 }
    #expect(Significance.pValue(better, one) < 0.001)
    let mixed = one.enumerated().map { $0.element + ($0.offset % 2 == 0 ? 0.1 : -0.1) }
    #expect(Significance.pValue(mixed, one) > 0.9)
    #expect(Significance.pValue(mixed, better) == Significance.pValue(mixed, better))
  }
}
