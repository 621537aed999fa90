// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct NoteFormsTests {
  private func extract(_ html: String) -> ExtractedText {
    HTMLText.extract(html, file: SourceFile(name: "x.html", bytes: []))
  }

  private func tied(_ text: ExtractedText) -> [String] {
    text.blocks.flatMap(\.noteMarks).compactMap { mark in
      text.blocks.first { $0.noteKey == mark.noteKey }.map { "\(mark.number) \($0.text)" }
    }
  }

  private let marks = "<p>Bread.<sup>1</sup> Coal.<sup>2</sup></p><h3>Notes</h3>"
  private let links = """
    <p>Bread.<a href="#a">[1]</a> Coal.<a href="#b">[2]</a></p>
    """

  @Test func `notes stand in lists of definitions and in tables`() {
    for notes in [
      "<dl><dt>1</dt><dd>By Ann.</dd><dt>2.</dt><dd>By Carl.</dd></dl>",
      "<table><tr><td>1</td><td>By Ann.</td></tr><tr><td>2</td><td>By Carl.</td></tr></table>",
    ] {
      let text = extract(marks + notes)
      #expect(tied(text) == ["1 By Ann.", "2 By Carl."])
      #expect(text.ledger.isBalanced)
    }
    for notes in [
      "<dl><dt id=a>1</dt><dd>By Ann.</dd><dt><a id=b href='#c'>2</a></dt><dd>By Carl.</dd></dl>",
      "<table><tr id=a><td>1</td><td>By Ann.</td></tr><tr id=b><td>2</td><td>By Carl.</td></tr></table>",
    ] {
      let text = extract(links + notes)
      #expect(tied(text) == ["1 By Ann.", "2 By Carl."])
      #expect(text.ledger.isBalanced)
    }
  }

  @Test func `a paragraph between two notes belongs to the first`() {
    let text = extract(
      marks + "<p>1. By Ann.</p><p>And others.</p><p>2. By Carl.</p><p>The End</p>")
    #expect(tied(text) == ["1 By Ann. And others.", "2 By Carl."])
    #expect(text.blocks.last?.text == "The End")
    #expect(text.ledger.isBalanced)
    let linked = extract(
      links + "<div class=footnotes><p id=a>[1] By Ann.</p><p>And others.</p>"
        + "<p id=b>[2] By Carl.</p><p>And more.</p></div>")
    #expect(tied(linked) == ["1 By Ann. And others.", "2 By Carl. And more."])
  }

  @Test func `a paragraph of the text between two notes stays what it is`() {
    let text = extract(
      """
      <p>Bread.<a href="#a">[1]</a></p><p id=a>[1] By Ann.</p>
      <p>Coal.<a href="#b">[2]</a></p><p id=b>[2] By Carl.</p>
      """)
    #expect(tied(text) == ["1 By Ann.", "2 By Carl."])
    #expect(text.blocks.filter { $0.kind == .paragraph }.map(\.text) == ["Bread.", "Coal."])
  }

  @Test func `the label of a note and the bracket that encloses it are not its text`() {
    let text = extract(
      links + "<p id=a>[Footnote 1: By Ann [and others].]</p><p id=b>2 [By Carl.]</p>")
    #expect(tied(text) == ["1 By Ann [and others].", "2 By Carl."])
    #expect(text.ledger.isBalanced)
  }
}
