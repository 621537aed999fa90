// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A part of a snippet.
package struct SnippetRun: Sendable {
  /// The words.
  package var text: String
  /// Whether they match the query.
  package var isMatch: Bool

  /// Creates a part of a snippet.
  package init(_ text: String, isMatch: Bool) {
    self.text = text
    self.isMatch = isMatch
  }

  var html: HTML { isMatch ? "<mark>\(text)</mark>" : "\(text)" }
}

/// A note below a passage.
package struct NoteLine: Sendable {
  /// Its number.
  package var number: String
  /// Its words.
  package var text: String

  /// Creates a note.
  package init(number: String, text: String) {
    self.number = number
    self.text = text
  }

  var html: HTML { "<p class=\"note\"><sup>\(number)</sup> \(text)</p>" }
}

/// A difference between a passage and the searched quotation.
package struct PrintedDifference: Sendable {
  /// The words of the passage.
  package var found: String
  /// The words of the quotation.
  package var asked: String

  /// Creates a difference.
  package init(found: String, asked: String) {
    self.found = found
    self.asked = asked
  }

  var html: HTML { "<li>\(Self.words(found)) for \(Self.words(asked))</li>" }

  private static func words(_ words: String) -> String { words.isEmpty ? "nothing" : "“\(words)”" }
}

/// A passage in a list of results.
package struct HitCard: Sendable {
  /// The maximum number of differences shown.
  private static let mostDifferences = 20

  /// The address of the passage.
  package var address: String
  /// The reference to it.
  package var heading: String
  /// The headings above it; empty if the reference already contains them.
  package var section: [String]
  /// The best window of its text.
  package var snippet: [SnippetRun]
  /// The differences from the searched quotation.
  package var differences: [PrintedDifference]
  /// Its notes.
  package var notes: [NoteLine]
  /// The address of a search for similar passages.
  package var likeAddress: String

  /// Creates a card.
  package init(
    address: String, heading: String, section: [String], snippet: [SnippetRun],
    differences: [PrintedDifference], notes: [NoteLine], likeAddress: String
  ) {
    self.address = address
    self.heading = heading
    self.section = section
    self.snippet = snippet
    self.differences = differences
    self.notes = notes
    self.likeAddress = likeAddress
  }

  var html: HTML {
    """
    <li><article>
    <h2><a href="\(address)">\(heading)</a></h2>
    \(SectionLine.html(section))
    <blockquote>\(HTML.joined(snippet.map(\.html)))</blockquote>
    \(differenceList)
    \(HTML.joined(notes.map(\.html), by: "\n"))
    <p class="more"><a href="\(likeAddress)">More like this</a></p>
    </article></li>
    """
  }

  private var differenceList: HTML {
    guard !differences.isEmpty else { return "" }
    let items = HTML.joined(differences.prefix(Self.mostDifferences).map(\.html))
    return "<p class=\"note\">Printed differently:</p><ul class=\"note\">\(items)</ul>"
  }
}

/// The headings above a passage on one line.
enum SectionLine {
  static func html(_ section: [String]) -> HTML {
    section.isEmpty ? "" : "<p class=\"section\">\(section.joined(separator: " › "))</p>"
  }
}
