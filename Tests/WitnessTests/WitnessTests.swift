// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Witness

struct WitnessTests {
  @Test("a text that was read well loses nothing", arguments: WitnessCase.all)
  func sound(_ example: WitnessCase) throws {
    let report = try example.read().report()
    #expect(report.findings == [])
    #expect(report.lost == 0)
    #expect(report.words > 0)
  }

  @Test("any one paragraph that is deleted is reported", arguments: WitnessCase.all)
  func deleted(_ example: WitnessCase) throws {
    let read = try example.read()
    for index in read.text.blocks.indices {
      var blocks = read.text.blocks
      let gone = blocks.remove(at: index)
      let report = read.report(on: blocks)
      #expect(report.findings.contains { $0.kind == .lost }, "\(gone.text)")
    }
  }

  @Test("any one paragraph that is doubled is reported", arguments: WitnessCase.all)
  func doubled(_ example: WitnessCase) throws {
    let read = try example.read()
    for (index, block) in read.text.blocks.enumerated()
    where block.text.split(separator: " ").count > 9 {
      var blocks = read.text.blocks
      blocks.insert(block, at: index)
      let report = read.report(on: blocks)
      #expect(report.findings.contains { $0.kind == .doubled }, "\(block.text)")
    }
  }

  /// A page with four paragraphs and a heading.
  private static let page = """
    <html><head><title>Wells</title></head><body><h1>The wells of the valley</h1>
    <p>Nobody dug the first well alone, since the ground was hard and the rope was short.</p>
    <p>In the second summer eleven families shared three buckets and one wooden wheel.</p>
    <p>When the mill company bought the spring, the council asked to see its papers.</p>
    <p>The papers were never shown, and the wheel turned again before the first frost.</p>
    </body></html>
    """

  @Test func swappedParagraphsAreReported() throws {
    let read = try ReadText(Self.page, named: "in.html")
    #expect(read.report().findings == [])
    var blocks = read.text.blocks
    blocks.swapAt(2, 3)
    #expect(read.report(on: blocks).findings.map(\.kind) == [.disordered])
  }

  @Test func whatIsLostIsNamedWithItsPlaceAndFirstWords() throws {
    let read = try ReadText(Self.page, named: "in.html")
    var blocks = read.text.blocks
    blocks.removeAll { $0.text.hasPrefix("When the mill") }
    let finding = try #require(read.report(on: blocks).findings.first)
    #expect(finding.kind == .lost)
    #expect(finding.words == 14)
    #expect(finding.line == 4)
    #expect(finding.sample.hasPrefix("When the mill company bought the spring"))
  }

  @Test func wordsThatARuleLeftOutAreNotLost() throws {
    let read = try ReadText(Self.page, named: "in.html")
    var blocks = read.text.blocks
    let gone = blocks.removeLast()
    let omission = Ledger.Omission(
      rule: "navigation", count: 60, sample: "The", text: gone.text)
    let report = read.report(on: blocks, omissions: [omission])
    #expect(report.findings == [])
    #expect(report.reasons["navigation"] == 14)
  }

  @Test func aRuleThatLeavesOutTooMuchIsReported() throws {
    let words = (0..<300).map { "word\($0 % 7)x\($0)" }.joined(separator: " ")
    let read = try ReadText("Before.\n\n\(words)\n\nAfter.\n", named: "in.txt")
    let omission = Ledger.Omission(rule: "new-rule", count: 1_000, sample: "word", text: words)
    let report = read.report(on: [], omissions: [omission])
    #expect(report.findings.contains { $0.kind == .excess && $0.sample == "new-rule" })
  }

  @Test func aFormatWithoutAPlainReaderHasNoWitness() {
    let report = Witness.report(on: [1, 2, 3], format: "unknown", accounted: AccountedText())
    #expect(report.absence != nil)
    #expect(report.findings.isEmpty)
  }
}
