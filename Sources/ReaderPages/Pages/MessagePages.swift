// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The first page: the size of the library and how to search it.
package struct WelcomePage: Sendable {
  /// The size of the library.
  package struct Counts: Sendable {
    var works: Int
    var passages: Int
    var words: Int

    /// Creates the counts.
    package init(works: Int, passages: Int, words: Int) {
      self.works = works
      self.passages = passages
      self.words = words
    }
  }

  /// The size of the library; `nil` if there is no index yet.
  package var counts: Counts?

  /// Creates a page.
  package init(_ counts: Counts?) { self.counts = counts }

  /// The HTML of the page.
  package var html: HTML {
    guard let counts else {
      return "<p>There is no index yet. Create one with <code>pamphlet index PATH…</code>.</p>"
    }
    return """
      <p>\(counts.works) works, \(counts.passages) passages, \(counts.words) words.</p>
      <p>Words are found in all their forms, <code>"a phrase"</code> exactly as written.
      <code>-word</code> excludes; <code>word*</code>, <code>word~</code> and <code>one NEAR/5 two</code>
      find similar or nearby words; <code>author:name</code>, <code>title:word</code> and
      <code>year:1917..1921</code> restrict the search. Quotations can be pasted unchanged.</p>
      """
  }
}

/// An error page.
package struct ProblemPage: Sendable {
  /// What happened.
  package var message: String
  /// What to do; `nil` if nothing helps.
  package var hint: String?
  /// The query with carets under the range of the error; empty if it has none.
  package var place: String

  /// Creates a page.
  package init(_ message: String, hint: String? = nil, place: String = "") {
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// The HTML of the page.
  package var html: HTML {
    """
    <p class="problem" role="alert">\(message) \(hint ?? "")</p>
    \(place.isEmpty ? "" : "<pre>\(place)</pre>" as HTML)
    """
  }
}

/// A page for a passage that cannot be shown.
package enum MissingPassagePage {
  /// The page for a passage whose words are no longer in the work.
  package static func gone(label: String, title: String) -> HTML {
    "<p>The words of \(label) are no longer in “\(title)”.</p>"
  }

  /// The page for a passage that never existed; `near` is the id and address of the one probably
  /// meant.
  package static func unknown(near: (id: String, address: String)?) -> HTML {
    guard let near else { return "<p>There is no such passage.</p>" }
    return
      "<p>There is no such passage. Did you mean <a href=\"\(near.address)\">\(near.id)</a>?</p>"
  }
}
