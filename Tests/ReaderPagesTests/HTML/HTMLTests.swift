// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import ReaderPages

struct HTMLTests {
  @Test func `what is put into a literal is escaped, HTML and numbers are not`() {
    let typed = "<b> & \"c\" 'd' \u{1B}\u{1}"
    let html: HTML = "<p title=\"\(typed)\">\(3) \("é" as HTML)\(typed)</p>"
    let shown = "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ␛␁"
    #expect(html.text == "<p title=\"\(shown)\">3 é\(shown)</p>")
  }

  @Test func `line ends of a text show`() {
    #expect(HTML.lines("a\n<b>\n").text == "a<br>&lt;b&gt;<br>")
  }
}
