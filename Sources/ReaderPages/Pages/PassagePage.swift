// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A passage in its context.
package struct PassagePage: Sendable {
  /// A passage on the page.
  package struct Part: Sendable {
    /// Its kind: `body`, `note`.
    package var kind: String
    /// Whether it is the requested passage.
    package var isHere: Bool
    /// Its address.
    package var address: String
    /// Its label.
    package var label: String
    /// Its words.
    package var text: String
    /// The notes shown below it.
    package var notes: [NoteLine]

    /// Creates a part.
    package init(
      kind: String, isHere: Bool, address: String, label: String, text: String, notes: [NoteLine]
    ) {
      self.kind = kind
      self.isHere = isHere
      self.address = address
      self.label = label
      self.text = text
      self.notes = notes
    }

    var html: HTML {
      let words = HTML.lines(text)
      let shown: HTML = isHere ? "<mark>\(words)</mark>" : words
      let part: HTML = """
        <div class="\(kind)\(isHere ? " here" : "")">
        <a class="label" href="\(address)">\(label)</a>
        <p>\(shown)</p></div>
        """
      let below = HTML.joined(notes.map(\.html), by: "\n")
      return isHere ? "\(part)\n\(below)" : part
    }
  }

  /// The reference to the passage.
  package var heading: String
  /// The headings above it; empty if the reference already contains them.
  package var section: [String]
  /// The passage and its neighbours, in reading order.
  package var parts: [Part]
  /// The address of the passage as JSON.
  package var apiAddress: String

  /// Creates a page.
  package init(heading: String, section: [String], parts: [Part], apiAddress: String) {
    self.heading = heading
    self.section = section
    self.parts = parts
    self.apiAddress = apiAddress
  }

  /// The HTML of the page.
  package var html: HTML {
    .joined(
      ["<h1>\(heading)</h1>", SectionLine.html(section)] + parts.map(\.html)
        + ["<p><a href=\"\(apiAddress)\">JSON</a></p>"], by: "\n")
  }
}
