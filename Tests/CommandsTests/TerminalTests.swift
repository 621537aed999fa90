// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Ingestion
import PassageSearch
import Testing

@testable import Commands

struct TerminalTests {
  @Test func `lines break between words, and matches keep their style over breaks`() {
    let parts = [
      SnippetPart(text: "The ", match: false), SnippetPart(text: "factory committees", match: true),
      SnippetPart(text: ", of the old theatre", match: false),
    ]
    let text = Wrapping.lines(parts, width: 24, indent: 2) { $1 ? "*\($0)*" : $0 }
    #expect(text == "  The *factory*\n  *committees*, of the old\n  theatre")
  }

  @Test func `control characters never reach the terminal`() {
    #expect(Wrapping.lines("a\u{1B}[31mb", width: 40, indent: 0) == "a␛[31mb")
  }

  @Test func `styles are left out where they are not wanted`() {
    #expect(TextStyle.bold.apply("a", on: Terminal(hasStyles: false, width: 80)) == "a")
    #expect(
      TextStyle.bold.apply("a", on: Terminal(hasStyles: true, width: 80)) == "\u{1B}[1ma\u{1B}[0m")
  }

  @Test func `progress shows share, files, rate and the time that remains`() {
    let progress = IngestionProgress(
      files: 10, filesDone: 5, bytes: 20_000_000, bytesDone: 10_000_000, current: "a.txt")
    let line = ProgressBar.line(progress, seconds: 4)
    #expect(line.contains("50 %  5/10 files  2.5 MB/s  5 s left  a.txt"))
  }

  @Test func `the index is named by option, environment, file or custom`() throws {
    let environment = ["HOME": "/nowhere", "PAMPHLET_INDEX": "/e", "XDG_DATA_HOME": "/d"]
    #expect(try IndexOption.resolve(option: "/o") { environment[$0] } == "/o")
    #expect(try IndexOption.resolve(option: nil) { environment[$0] } == "/e")
    #expect(
      try IndexOption.resolve(option: nil) { ["XDG_DATA_HOME": "/d"][$0] } == "/d/pamphlet/index")
    #expect(
      try IndexOption.resolve(option: nil) { ["HOME": "/h"][$0] }
        == "/h/.local/share/pamphlet/index")
  }
}
