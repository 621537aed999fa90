// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Extraction

struct XHTMLMarkupTests {
  private func html(_ xml: String, isXML: Bool = true) -> String {
    String(decoding: XHTMLMarkup(Array(xml.utf8), isXML: isXML).html, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>a<span id='b'/>c</p>", "<p>a<span id='b'></span>c</p>"),
    ("<a title=\"x/>y\"/>z", "<a title=\"x/>y\"></a>z"),
    ("a<br/>b<br></br>c<hr />d", "a<br/>b<br>c<hr />d"),
    ("<title/><p>a</p>", "<title></title><p>a</p>"),
    ("<![CDATA[a < b & c]]>d", "a &lt; b &amp; cd"),
    ("<!-- <b/> -->a", "<!-- <b/> -->a"),
    ("<?xml version='1.0'?>\n<?x\ny?>a", "\n\na"),
    ("<?xml version=\"1.0\">a", "a"),
    (
      "<h:p xmlns:h='http://www.w3.org/1999/xhtml'>a<h:br/></h:p>",
      "<p xmlns:h='http://www.w3.org/1999/xhtml'>a<br/></p>"
    ),
    (
      "<!DOCTYPE html [<!ENTITY pub \"The Press\">]>&pub; &amp; &x;",
      "<!DOCTYPE html >The Press &amp; &x;"
    ),
    ("a < b <", "a < b <"),
    ("a <b unfinished='", "a <b unfinished='"),
    ("<![CDATA[a", "a"),
  ])
  func `an HTML parser reads what an XML parser would`(_ xml: String, _ expected: String) {
    #expect(html(xml) == expected)
  }

  @Test func `in HTML only elements with raw text that are closed at once are completed`() {
    #expect(html("<script src='x'/><p/>a", isXML: false) == "<script src='x'></script><p/>a")
    #expect(html("<iframe src=x/>a", isXML: false) == "<iframe src=x/>a")
  }

  @Test func `a document says that it is XHTML by its first lines`() {
    #expect(XHTMLMarkup.isDeclared(Array("<?xml version='1.0'?><html>".utf8)))
    #expect(
      XHTMLMarkup.isDeclared(
        Array("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html>".utf8)))
    #expect(XHTMLMarkup.isDeclared(Array("<html xmlns=\"http://www.w3.org/1999/xhtml\">".utf8)))
    #expect(!XHTMLMarkup.isDeclared(Array("<!doctype html><html><p>On XHTML".utf8)))
  }

  @Test func `unfinished tags and entities stay linear`() {
    let tags = String(repeating: "<a b='", count: 100_000)
    #expect(html(tags) == tags)
    let entities =
      "<!DOCTYPE x [<!ENTITY a \"\(String(repeating: "b", count: 256))\">]>"
      + String(repeating: "&a;", count: 100_000)
    #expect(html(entities).utf8.count < 2 << 20)
  }
}
