// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct UnlinkedNotesTests {
  private func extract(_ html: String) -> ExtractedText {
    HTMLText.extract(html, file: SourceFile(name: "x.html", bytes: []))
  }

  /// The texts of the notes that marks refer to, in order.
  private func tied(_ text: ExtractedText) -> [String] {
    text.blocks.flatMap(\.noteMarks).compactMap { mark in
      text.blocks.first { $0.noteKey == mark.noteKey }.map { "\(mark.number) \($0.text)" }
    }
  }

  @Test(arguments: [
    "<h3>Notes</h3><p>1. By Ann.</p><p>2. By Carl.</p>",
    "<h2>Anmerkungen</h2><ol><li>By Ann.</li><li><p>By Carl.</p></li></ol>",
    "<div class=\"footnotes\"><p>[1] By Ann.</p><p>[2] By Carl.</p></div>",
    "<hr><p><sup>1</sup> By Ann.</p><p><sup>2</sup> By Carl.</p>",
  ])
  func `raised numbers and numbered notes belong together`(_ notes: String) {
    let text = extract("<p>Bread.<sup>1</sup> Coal.<sup>2</sup></p>" + notes)
    #expect(tied(text) == ["1 By Ann.", "2 By Carl."])
    #expect(text.blocks.first?.text == "Bread. Coal.")
    #expect(text.blocks.flatMap(\.noteMarks).allSatisfy { $0.basis == .inferred })
    #expect(text.ledger.isBalanced)
  }

  @Test func `each list of notes belongs to the chapter before it, or to that of its heading`() {
    let one = "<h2>Bread</h2><p>Bread.<sup>1</sup></p>"
    let two = "<h2>Coal</h2><p>Coal.<sup>1</sup></p>"
    let after = extract(
      one + "<h3>Notes</h3><p>1. By Ann.</p>" + two + "<h3>Notes</h3><p>1. By Carl.</p>")
    #expect(tied(after) == ["1 By Ann.", "1 By Carl."])
    let together = extract(
      one + two
        + "<h2>Notes</h2><h3>Coal</h3><p>1. By Carl.</p><h3>Bread</h3><p>1. By Ann.</p>")
    #expect(tied(together) == ["1 By Ann.", "1 By Carl."])
  }

  @Test func `a number that occurs twice in a scope is not tied, and said`() {
    let text = extract(
      "<p>Bread.<sup>1</sup> Coal.<sup>1</sup> Oil.<sup>2</sup></p><h3>Notes</h3><p>1. By Ann.</p><p>2. By Carl.</p>"
    )
    #expect(tied(text) == ["2 By Carl."])
    #expect(text.diagnostics.map(\.code) == ["ambiguous-note"])
    #expect(text.ledger.isBalanced)
  }

  @Test(arguments: [
    "<p>Ten m<sup>2</sup>, 10<sup>2</sup> and x<sup>2</sup>.</p><h3>Notes</h3><ol><li>A</li><li>B</li></ol>",
    "<p><sup>1</sup>In the beginning. <sup>2</sup>And then.</p><h3>Notes</h3><ol><li>A</li></ol>",
    "<p>On the 1<sup>st</sup> of May.</p><ol><li>A</li><li>B</li></ol>",
  ])
  func `exponents, verses and ordinary lists are no notes`(_ html: String) {
    let text = extract(html)
    #expect(text.blocks.allSatisfy { $0.kind != .note && $0.noteMarks.isEmpty })
    #expect(text.ledger.isBalanced)
  }

  @Test func `a linked word of one character is no mark`() {
    let text = extract("<p>次の<a href=\"#t\">表</a>を見よ。</p><ul><li id=\"t\">表 table</li></ul>")
    #expect(text.blocks.map(\.text) == ["次の表を見よ。", "表 table"])
  }

  @Test func `a link into the document may be written as a whole address`() {
    let text = extract(
      """
      <p>Bread.<a id="r1" href="https://example.org/p#f1">1</a></p>
      <div class="footnote"><a id="f1" href="https://example.org/p#r1">1</a><p>By Ann.</p></div>
      """)
    #expect(tied(text) == ["1 By Ann."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a declared mark may print anything, and a hidden note is read`() {
    let text = extract(
      """
      <p>Bread.<a role="doc-noteref" href="#n">*1</a> Coal.</p>
      <aside role="doc-footnote" id="n" hidden>*1. By Ann.</aside>
      """)
    #expect(tied(text) == ["*1 By Ann."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a note beside the text is read after its paragraph`() {
    let text = extract(
      """
      <p>Bread.<label for="s" class="margin-toggle sidenote-number">⊕</label><input type="checkbox"
      id="s"/><span class="sidenote">By many <i>hands</i>.</span> And coal.</p><p>More.</p>
      """)
    #expect(text.blocks.map(\.text) == ["Bread. And coal.", "By many hands.", "More."])
    #expect(tied(text) == ["1 By many hands."])
    #expect(text.ledger.isBalanced)
  }
}
