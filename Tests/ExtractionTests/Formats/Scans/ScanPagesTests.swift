// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct ScanPagesTests {
  private func extract(_ html: String) -> ExtractedText {
    Format.html.extract(SourceFile(name: "x.html", bytes: Array(html.utf8)))
  }

  @Test func `a page of the Internet Archive is its text without the site`() {
    let text = extract(
      """
      <!DOCTYPE html><html><head><title>Full text of &quot;The weavers' guild&quot;</title>
      <script>var a = "<pre>";</script></head>
      <body><nav><a href="/">Internet Archive</a> Upload Sign in</nav>
      <h1>Full text of "<a href="/details/x">The weavers' guild</a>"</h1>
      <h2><a href="/details/x">See other formats</a></h2>
      <pre>THE WEAVERS' GUILD

      BY

      ANNA LUNDQVIST

      The looms of the lower town were num-
      bered by the masters &amp; by the guild in the year of the great flood.

      </pre><footer>Terms of Service</footer></body></html>
      """.replacing("var a = \"<pre>\";", with: ""))
    #expect(text.metadata.title?.value == "The weavers' guild")
    #expect(text.metadata.people.map(\.value.name) == ["ANNA LUNDQVIST"])
    #expect(
      text.blocks.map(\.text) == [
        "The looms of the lower town were numbered by the masters & by the guild in the year of the great flood."
      ])
    #expect(text.ledger.isBalanced)
  }

  @Test func `hOCR is read as the lines of its pages`() {
    func line(_ words: [String]) -> String {
      let spans = words.map {
        "<span class='ocrx_word' title='bbox 1 2 30 4; x_wconf 90'>\($0)</span>"
      }
      return "<span class='ocr_line' title='bbox 0 0 100 10'>\(spans.joined(separator: " "))</span>"
    }
    let text = extract(
      """
      <?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>
      <title>scan</title><meta name='ocr-system' content='tesseract'/></head><body>
      <div class='ocr_page' title='image; ppageno 0'><p class='ocr_par'>\(line(["THE", "WEAVERS"]))</p></div>
      <div class='ocr_page' title='image; ppageno 1'><div class='ocr_carea'><p class='ocr_par'>
      \(line(["The", "looms", "of", "the", "lower", "town", "were", "num-"]))
      \(line(["<span class='ocrx_cinfo'>b</span><span class='ocrx_cinfo'>ered</span>", "by", "the", "guild."]))
      </p></div></div></body></html>
      """)
    #expect(text.blocks.map(\.text) == ["The looms of the lower town were numbered by the guild."])
    #expect(text.pages.map(\.label.value) == ["1", "2"])
    #expect(text.ledger.isBalanced)
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<title>Full text of \"", "<title>Full text of \"\"</title><pre>",
      "<pre><title>Full text of \"a\"</title>",
      "<title>Full text of \"a\"</title><pre>" + String(repeating: "<b>", count: 20_000),
      "<html><p class='ocr_page ocr_line'>"
        + String(repeating: "<span class='ocrx_word'>", count: 20_000),
      "<html><div class='ocr_page'><span class='ocr_line'>a<span class='ocrx_word' title='bbox 9 9 1'>b",
    ])
  func `damaged pages are read and accounted for`(html: String) {
    #expect(extract(html).ledger.isBalanced)
  }
}
