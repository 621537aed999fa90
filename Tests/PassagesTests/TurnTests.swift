// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Passages

@Suite struct TurnTests {
  private func passages(_ blocks: [Block]) -> [Passage] {
    Segmentation(ExtractedText(blocks: blocks), work: "quay").passages
  }

  private func turn(
    _ text: String, _ speaker: String, label: String, rule: String = "turn",
    kind: Block.Kind = .paragraph
  ) -> Block {
    var block = Block(kind, text, line: 1)
    block.speaker = Attributed(speaker, .stated, rule: rule, evidence: label)
    return block
  }

  @Test func `each turn is a quotation of its words, without label and stage direction`() {
    let passages = passages([
      turn("NORA [laughing]: (Loudly.) What is it?", "Nora", label: "NORA [laughing]:"),
      turn("LUND. Fog.", "Lund", label: "LUND."),
      turn("Q: Is it?", "Q", label: "Q:"),
    ])
    #expect(passages.count == 1)
    let quotations = passages[0].quotations
    #expect(quotations.map(\.text) == ["What is it?", "Fog.", "Is it?"])
    #expect(quotations.map(\.speaker) == ["Nora", "Lund", nil])
    #expect(quotations.map(\.printedSpeaker) == ["NORA", "LUND", "Q"])
    #expect(quotations[1].range == 45..<49)
    #expect(quotations[1].evidence == [Evidence(rule: "turn", range: 39..<44)])
  }

  @Test func `a long turn is quoted in all its parts, which refer to its label`() {
    let words = Array(repeating: "The quay was closed again.", count: 120).joined(separator: " ")
    let passages = passages([turn("Lund: " + words, "Lund", label: "Lund:")])
    #expect(passages.count > 1)
    #expect(passages.allSatisfy { $0.quotations.map(\.speaker) == ["Lund"] })
    #expect(
      passages[1].quotations[0].evidence == [
        Evidence(rule: "turn", range: 0..<5, passage: passages[0].label)
      ])
  }

  @Test func `the line below a quotation is not quoted`() {
    let passages = passages([
      turn(
        "The quay is ours. — Lund", "Lund", label: "— Lund", rule: "source-line", kind: .quotation)
    ])
    #expect(passages[0].quotations.map(\.text) == ["The quay is ours."])
    #expect(passages[0].quotations[0].evidence == [Evidence(rule: "source-line", range: 18..<24)])
  }
}
