// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Links to the previous and the next page; empty if there are none.
package struct Pager: Sendable {
  /// The address of the previous page; `nil` on the first.
  package var previous: String?
  /// The address of the next page; `nil` on the last.
  package var next: String?

  /// Creates links.
  package init(previous: String?, next: String?) {
    self.previous = previous
    self.next = next
  }

  var html: HTML {
    let links: [HTML?] = [
      previous.map { "<a rel=\"prev\" href=\"\($0)\">Previous</a>" },
      next.map { "<a rel=\"next\" href=\"\($0)\">Next</a>" },
    ]
    let shown = links.compactMap(\.self)
    return shown.isEmpty ? "" : "<nav aria-label=\"Pages\">\(HTML.joined(shown, by: " "))</nav>"
  }
}

/// A query that was probably meant.
package struct SuggestedQuery: Sendable {
  /// The query.
  package var query: String
  /// The address of its results.
  package var address: String

  /// Creates a suggestion.
  package init(query: String, address: String) {
    self.query = query
    self.address = address
  }

  var html: HTML { "<p>Did you mean <a href=\"\(address)\">\(query)</a>?</p>" }
}
