// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct ScanNoticesTests {
  /// The lines that remain.
  private func rest(_ text: String) -> [String] {
    var lines = TextLine.lines(of: text)
    var omissions = Omissions()
    ScanNotices.remove(from: &lines, &omissions)
    return lines.filter { !$0.isBlank }.map(\.text)
  }

  @Test(arguments: [
    "Digitized by Google", "Digitized by VjOOQIC", "Digitized by LjOOQ IC", "Digitized by CjOOQlC",
    "DigiLizedbyGoOglc", "Digitized by", "http://www.archive.org/details/weaversguildOOlund",
    "littp://www.arcliive.org/details/weaversguildOOlund",
    "Public Domain, Google-digitized / http://www.hathitrust.org/access_use#pd-google",
  ])
  func `lines that scanners add are notices`(line: String) {
    #expect(rest("Words.\n\(line)\n\nMore.") == ["Words.", "More."])
  }

  @Test(arguments: [
    "Digitized by hand in the year of the flood", "The google was a beast of the marsh.", "Google",
    "He wrote to the Internet Archive about the book.", "too", "He was digitized by book.",
  ])
  func `lines of the text are none`(line: String) {
    #expect(rest("Words.\n\n\(line)\n\nMore.") == ["Words.", line, "More."])
  }

  @Test func `a notice in front of the book is left out as a whole`() {
    let text = """
      Google

      This is a digital copy of a book that was preserved for generations on library shelves before
      it was carefully scanned.

      Usage guidelines

      + Keep it legal

      at http : //books . google . com/

      THE WEAVERS' GUILD
      """
    #expect(rest(text) == ["THE WEAVERS' GUILD"])
    // What has no end is not left out.
    #expect(rest("This is a digital copy of a book that was preserved.\n\nWords.").count == 2)
  }

  @Test func `the Internet Archive's credit ends with its address`() {
    let text = """
      Digitized by tine Internet Arciiive
      in 2007 witii funding from
      IVIicrosoft Corporation

      littp://www.arcliive.org/details/weaversguildOOlund

      PREFACE
      """
    #expect(rest(text) == ["PREFACE"])
    #expect(
      rest("Digitized by the Internet Archive\n\nPREFACE\n\nWords.") == ["PREFACE", "Words."])
  }

  @Test(.timeLimit(.minutes(10))) func `many openings take no time`() {
    let line = "This is a digital copy of a book that was preserved for generations\n"
    #expect(rest(String(repeating: line, count: 20_000)).count == 20_000)
    let credit = "Digitized by the Internet Archive\n"
    #expect(rest(String(repeating: credit, count: 20_000)).isEmpty)
  }
}
