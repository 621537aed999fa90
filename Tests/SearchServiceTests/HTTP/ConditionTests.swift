// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import SearchService

struct ConditionTests {
  @Test(arguments: [
    ("W/\"1-a\"", true), ("\"1-a\"", true), ("*", true), (" * ", true),
    ("\"x\", W/\"1-a\"", true), ("\"x\"", false), ("", false), ("W/\"1-ab\"", false),
  ])
  func `a condition names the tag, or any`(_ condition: String, _ isMet: Bool) {
    let read = IfNoneMatch(condition)
    #expect((read.isAny || read.names("W/\"1-a\"")) == isMet)
  }

  @Test func `without a condition nothing is named`() {
    #expect(!IfNoneMatch(nil).names("W/\"1-a\""))
    #expect(!IfNoneMatch(nil).isAny)
  }
}
