// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import IndexSchema
import Testing

@testable import SearchService

struct PagesTests {
  @Test func `a problem is a page for people, with the status and fields that programs get`() {
    let error = IndexError(.corrupt, "The index is <damaged>.", hint: "Run `pamphlet recover`.")
    let page = Pages.problem(error, query: "x", like: .problem(error, retryAfter: 7))
    #expect(page.status == .serviceUnavailable)
    #expect(page.contentType == "text/html; charset=utf-8")
    #expect(page.fields.contains { $0.name == .retryAfter && $0.value == "7" })
    #expect(page.cause == "corrupt: The index is <damaged>.")
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(text.contains("The index is &lt;damaged&gt;. Run `pamphlet recover`."))
  }

  @Test func `the field of the page is the parameter of the search`() {
    let text = String(decoding: Pages.welcome(nil).body, as: UTF8.self)
    #expect(text.contains(#"name="q" type="search" value="" maxlength="4000""#))
  }
}
