// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct DjVuXMLTextTests {
  private func extract(_ xml: String) -> ExtractedText {
    DjVuXMLText.extract(xml, file: SourceFile(name: "x_djvu.xml", bytes: []))
  }

  @Test func `pages, lines and words are read as they were printed`() {
    func line(_ words: String) -> String {
      "<LINE>" + words.split(separator: " ").map { "<WORD>\($0)</WORD>" }.joined() + "</LINE>"
    }
    let page = { (words: [String]) in
      "<OBJECT><HIDDENTEXT><PARAGRAPH>\(words.map(line).joined())</PARAGRAPH></HIDDENTEXT></OBJECT>"
    }
    let text = extract(
      "<DjVuXML><HEAD>x.djvu</HEAD><BODY>"
        + page(["THE WEAVERS"])
        + page([
          "The looms of the lower town were num-", "bered by the masters &amp; by the guild.",
        ])
        + page(["On the second page they were counted again."]) + "</BODY></DjVuXML>")
    #expect(
      text.blocks.map(\.text) == [
        "The looms of the lower town were numbered by the masters & by the guild.",
        "On the second page they were counted again.",
      ])
    #expect(text.blocks.map(\.page) == [1, 2])
    #expect(text.ledger.isBalanced)
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<DjVuXML><BODY><OBJECT><WORD>cut of", "<DjVuXML>", "", "<WORD/>",
      String(repeating: "<OBJECT><LINE><WORD coords=\"1,2\">a", count: 20_000),
      "<DjVuXML>" + String(repeating: "<OBJECT/>", count: 50_000) + "<WORD>a</WORD></DjVuXML>",
      "<DjVuXML><WORD coords=\"9223372036854775807,0,-9223372036854775808,0\">a</WORD></DjVuXML>",
    ])
  func `damaged scans are read and accounted for`(xml: String) {
    #expect(extract(xml).ledger.isBalanced)
  }
}
