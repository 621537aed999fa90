// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import SearchService

struct BackoffTests {
  @Test func `one that ends is replaced at once, one after another not`() {
    var backoff = Backoff()
    backoff.failed()
    #expect(backoff.allows)
    for _ in 0..<20 { backoff.failed() }
    #expect(!backoff.allows)
    backoff.succeeded()
    #expect(backoff.allows)
  }
}
