// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct XMLEventsTests {
  private func read(_ text: String) -> (events: [String], codes: [String]) {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> (events: [String], codes: [String]) {
    var events: [String] = []
    let diagnostics = XMLEvents.read(bytes) { event in
      switch event {
      case .start(let tag):
        let attributes = tag.attributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(tag.name)\(attributes)> \(tag.line)")
      case .end(let name): events.append("</\(name)>")
      case .text(let text, let line): events.append("\(text) \(line)")
      case .instruction(let target, let data, _): events.append("?\(target) \(data)")
      }
    }
    return (events, diagnostics.map { "\($0.code) \($0.line ?? 0)" })
  }

  @Test func `a document is read in its order, with lines and local names`() {
    let (events, codes) = read(
      "<?xml version='1.0'?>\n<x:a xmlns:x='u' x:b='1'>\nOne <c/>&amp; <![CDATA[<two>]]>\n<!-- no --><?pb 3?></x:a>"
    )
    #expect(codes.isEmpty)
    #expect(
      events == [
        "<a b=1> 2", "\nOne  2", "<c> 3", "</c>", "& <two>\n 3", "?pb 3", "</a>",
      ])
  }

  @Test func `namespaces are told apart by their URIs`() {
    var tag: XMLTag?
    _ = XMLEvents.read(
      Array("<a xmlns='http://u/main' xmlns:r='http://u/rel' r:id='2' id='1'/>".utf8)
    ) {
      if case .start(let found) = $0 { tag = found }
    }
    #expect(tag?.namespace == "http://u/main")
    #expect(tag?["id", in: "/rel"] == "2" && tag?["id"] == "2" && tag?["id", in: "/x"] == nil)
  }

  @Test(arguments: [
    ("&eacute;&nbsp;&mdash;", "é\u{A0}—"), ("A & B &none; AT&T;", "A & B &none; AT&T;"),
    ("a < b <3", "a < b <3"), ("&#8212;&#x41;&#0;&#xFFFF;", "—A&#0;&#xFFFF;"), ("a\u{1}b", "a b"),
    ("&own; &twice;", "so “it” is é so"),
  ])
  func `entities stand for their characters, and what begins nothing is text`(
    _ source: String, _ expected: String
  ) {
    let text =
      "<!DOCTYPE x SYSTEM \"x.dtd\" [<!ENTITY own \"so\"> <!ENTITY twice '“it” is &eacute; so'>]>"
    #expect(read("\(text)<x>\(source)</x>").events[1] == expected + " 1")
    #expect(read("\(text)<x y=\"\(source)\"/>").events[0].contains("y=\(expected)"))
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["<x y=\"&j;\">&j;</x>", "<x>&j;</x>"])
  func `entities within entities do not grow`(_ body: String) {
    var subset = "<!ENTITY a \"\(String(repeating: "a", count: 200))\">"
    for (name, inner) in zip("bcdefghij", "abcdefghi") {
      subset += "<!ENTITY \(name) \"\(String(repeating: "&\(inner);", count: 40))\">"
    }
    let bomb = Array("<!DOCTYPE x [\(subset)]>\(body)".utf8)
    #expect(read(bomb).events.joined().utf8.count < 10_000)
    let element = XMLElement(parsing: bomb)
    #expect(
      element.map { $0.text.utf8.count + ($0.attributes["y"]?.utf8.count ?? 0) < 10_000 } == true)
  }

  @Test func `many references to one entity add a bounded amount`() {
    let references = String(repeating: "&a;", count: 100_000)
    let value = String(repeating: "a", count: 200)
    let (events, _) = read("<!DOCTYPE x [<!ENTITY a \"\(value)\">]><x>\(references)</x>")
    #expect(events.joined().utf8.count < 2 << 20)
  }

  @Test func `what is broken off is read as far as it goes, and said with its line`() {
    let (events, codes) = read("<a>\n<b>One</b>\n<b>Two")
    #expect(events.suffix(4) == ["<b> 3", "Two 3", "</b>", "</a>"])
    #expect(codes == ["cut-document 3"])
    #expect(read("<a><b>One</a>").codes.count == 1)
    #expect(read("Words.").codes.map { $0.split(separator: " ")[0] } == ["unparsable"])
    #expect(read("<a>One</a><a>Two</a>").codes == ["cut-document 1"])
  }

  @Test func `deep nesting ends the reading, and is said`() {
    let (events, codes) = read(
      String(repeating: "<a>", count: 100_000) + "x" + String(repeating: "</a>", count: 100_000))
    #expect(events.count < 1_000 && events.count { $0 == "</a>" } * 2 == events.count)
    #expect(codes.first?.hasPrefix("cut-document") == true)
  }

  @Test func `other encodings are decoded as they are declared`() {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8)
      + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] + Array("</a>".utf8)
    #expect(read(bytes).events[1] == "Привет 1")
  }

  @Test(.timeLimit(.minutes(10))) func `large documents are read in linear time`() {
    let words = String(repeating: "Bread &amp; roses, in a single line. ", count: 16)
    let (events, codes) = read(
      "<a>" + String(repeating: "<p r='1'>\(words)</p>", count: 20_000) + "</a>")
    #expect(events.count > 60_000)
    #expect(codes == [])
    #expect(read("<a>" + String(repeating: "<!DOCTYPE x [", count: 2_000)).events.count < 10)
  }
}
