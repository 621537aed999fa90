// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The first page: what the library holds, and how to ask.
package struct WelcomePage: Sendable {
  /// What the library holds, in numbers.
  package struct Counts: Sendable {
    var works: Int
    var passages: Int
    var words: Int

    /// Creates the numbers.
    package init(works: Int, passages: Int, words: Int) {
      self.works = works
      self.passages = passages
      self.words = words
    }
  }

  /// What the library holds; `nil` if there is no index yet.
  package var counts: Counts?

  /// Creates a page.
  package init(_ counts: Counts?) { self.counts = counts }

  /// What the page shows.
  package var html: HTML {
    guard let counts else {
      return "<p>There is no index yet. Make one with <code>pamphlet index PATH…</code>.</p>"
    }
    return """
      <p>\(counts.works) works, \(counts.passages) passages, \(counts.words) words.</p>
      <p>Words are found in all their forms; <code>"a phrase"</code> as it stands; <code>-word</code>
      leaves out; <code>word*</code>, <code>word~</code> and <code>one NEAR/5 two</code> find what is
      like it or near it; <code>author:name</code>, <code>title:word</code> and
      <code>year:1917..1921</code> restrict. A quotation may be pasted as it is.</p>
      """
  }
}

/// What went wrong, for people.
package struct ProblemPage: Sendable {
  /// What happened.
  package var message: String
  /// What to do; `nil` if there is nothing.
  package var hint: String?
  /// The query with a mark under the place of the error; empty if it has none.
  package var place: String

  /// Creates a page.
  package init(_ message: String, hint: String? = nil, place: String = "") {
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// What the page shows.
  package var html: HTML {
    """
    <p class="problem" role="alert">\(message) \(hint ?? "")</p>
    \(place.isEmpty ? "" : "<pre>\(place)</pre>" as HTML)
    """
  }
}

/// A page for a passage that cannot be shown.
package enum MissingPassagePage {
  /// The work no longer has its words.
  package static func gone(label: String, title: String) -> HTML {
    "<p>The words of \(label) are no longer in “\(title)”.</p>"
  }

  /// There never was one; `near` is a passage that may have been meant, and its address.
  package static func unknown(near: (id: String, address: String)?) -> HTML {
    guard let near else { return "<p>There is no such passage.</p>" }
    return
      "<p>There is no such passage. Did you mean <a href=\"\(near.address)\">\(near.id)</a>?</p>"
  }
}
