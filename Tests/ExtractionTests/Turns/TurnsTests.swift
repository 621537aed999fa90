// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

@Suite struct TurnsTests {
  /// The blocks of a text whose paragraphs are given: `# ` before a heading, `> ` before a
  /// quotation, `| ` before verse.
  private func marked(
    _ paragraphs: [String], title: String? = nil, author: String? = nil
  ) -> [Block] {
    var text = ExtractedText()
    text.metadata.title = title.map { Attributed($0, .stated, rule: "test") }
    if let author {
      text.metadata.people = [
        Attributed(Person(name: author, family: nil, given: nil), .stated, rule: "test")
      ]
    }
    text.blocks = paragraphs.enumerated().map { index, paragraph in
      let kinds: [(String, Block.Kind)] = [
        ("# ", .heading(level: 1)), ("> ", .quotation), ("| ", .verse),
      ]
      for (prefix, kind) in kinds where paragraph.hasPrefix(prefix) {
        return Block(kind, String(paragraph.dropFirst(2)), line: index + 1)
      }
      return Block(.paragraph, paragraph, line: index + 1)
    }
    Turns.mark(&text)
    return text.blocks
  }

  private func speakers(
    _ paragraphs: [String], title: String? = nil, author: String? = nil
  ) -> [String?] {
    marked(paragraphs, title: title, author: author).map { $0.speaker?.value }
  }

  @Test func `a question and an answer with names are turns`() {
    #expect(
      speakers(["Hester Vane: How did it begin?", "Jonas Quill: Nobody called it."])
        == ["Hester Vane", "Jonas Quill"])
  }

  @Test func `labels in a play recur, with stage directions and capitals`() {
    let blocks = marked([
      "# ACT I", "[A room.]", "NORA. What is it?", "MRS. LINDE (smiling). Nothing.",
      "_Nora_ [laughing]: The fog!", "PORTER. Madam.", "MRS. LINDE. Yes.", "(She goes out.)",
      "| NORA.\nThe fog comes in,\nthe fog goes out.",
    ])
    #expect(
      blocks.map { $0.speaker?.value } == [
        nil, nil, "Nora", "Mrs. Linde", "Nora", "Porter", "Mrs. Linde", nil, "Nora",
      ])
    #expect(blocks[3].speaker?.evidence == "MRS. LINDE (smiling).")
  }

  @Test func `a label on a line of its own is no heading, and what follows is said`() {
    let blocks = marked([
      "# NORA", "Again the fog.", "# LUND", "Yes, again.", "# NORA", "It is.", "# LUND", "Is it?",
      "# NORA", "It is.", "# LUND", "Well.",
    ])
    #expect(blocks.count == 6)
    #expect(blocks.allSatisfy { $0.kind == .paragraph && $0.speaker?.basis == .stated })
    #expect(blocks[1].text == "LUND Yes, again.")
  }

  @Test func `turns in one paragraph are divided`() {
    #expect(
      marked(["Q: How did it begin? A: Nobody called it. Q: And then? A: Then it ended."])
        .map(\.text) == [
          "Q: How did it begin?", "A: Nobody called it.", "Q: And then?", "A: Then it ended.",
        ])
  }

  @Test func `initials and letters stand for those whom the text introduces`() {
    let blocks = marked([
      "Present were Ida Marrable (IM) and Hester Vane (HV).", "IM: How did it begin?",
      "HV: Nobody called it.", "It went on for weeks.", "IM: And then?", "HV: It ended.",
    ])
    #expect(
      blocks.map { $0.speaker?.value } == [
        nil, "Ida Marrable", "Hester Vane", "Hester Vane", "Ida Marrable", "Hester Vane",
      ])
    #expect(blocks[1].speaker?.rule == "turn-name")
    #expect(blocks[3].speaker?.rule == "turn-continued")
    #expect(
      speakers(
        ["Q: How did it begin?", "A: Nobody called it.", "Q: And then?", "A: It ended."],
        title: "Interview with Jonas Quill", author: "Ida Marrable")
        == ["Ida Marrable", "Jonas Quill", "Ida Marrable", "Jonas Quill"])
  }

  @Test func `minutes have turns, and what is reported between them is nobody's`() {
    #expect(
      speakers([
        "The CHAIRMAN: Order.", "Comrade QUILL: I move it.", "The motion was carried.",
        "Mr. VANE: I am against.", "The CHAIRMAN: Noted.", "Comrade QUILL: So it is.",
      ]) == ["The Chairman", "Comrade Quill", nil, "Mr. Vane", "The Chairman", "Comrade Quill"])
  }

  @Test func `a name in capitals behind a title is as sure as one in capitals alone`() {
    #expect(
      speakers([
        "The CHAIRMAN. Will you take the stand?", "Mr. VANE. I will.",
        "The CHAIRMAN. Where were you then?", "J.C. GREW, Secretary of the Board.",
        "Mr. VANE. I was at the mill.",
      ]) == ["The Chairman", "Mr. Vane", "The Chairman", "The Chairman", "Mr. Vane"])
  }

  @Test(arguments: [
    ["Direct Action: a deed.", "Mutual Aid: help.", "General Strike: a strike."],
    ["Marx: Capital. London 1867.", "Engels: Dühring. Leipzig 1878.", "Marx: Value. Bonn 1905."],
    ["Anarchy: no rule.", "Union: a body.", "Anarchy: see Union.", "Union: see Anarchy."],
    ["LONDON: They struck!", "PARIS: They did not.", "LONDON: We go on!", "PARIS: Nothing."],
    ["Note: this.", "Warning: that?", "Note: this again.", "Warning: that again."],
    ["Chapter One: What is it?", "Chapter Two: And so on.", "Chapter One: What is it?"],
    ["London: Mill Press, 1977.", "Paris: Mill Press, 1978.", "It is printed here?"],
    ["A. First.", "B. Second.", "A. First.", "B. Second.", "A. First."],
    [
      "Title: The Rope", "Author: Pryce", "Pages: 99", "Title: The Tar", "Author: Lund",
      "Pages: 12",
    ],
    ["Dear Comrade: I write to you?", "Yours: Ida."],
    ["10:30 We met.", "John 3:16 is read.", "10:45 We parted.", "John 3:17 is read."],
    ["SUMMARY. It ends.", "CHAPTER II. It goes on.", "SUMMARY. It ends.", "CHAPTER III. More."],
  ])
  func `definitions, notes, lists and fields of records are not turns`(_ paragraphs: [String]) {
    #expect(speakers(paragraphs).allSatisfy { $0 == nil })
  }

  @Test func `a line with a dash and a name below a quotation names its speaker`() {
    let blocks = marked([
      "Ferryman. One who stands between two shores.", "| There is a quay,\nBeyond the flood.",
      "— Orrin Quill", "Fog. The weather of committees.", "> Freedom is always.",
      "— Hester Vane, The Quay, p. 7", "> The quay is ours.", "— Fin de partie à trois —",
    ])
    #expect(blocks.compactMap { $0.speaker?.value } == ["Orrin Quill", "Hester Vane"])
    #expect(blocks[1].text == "There is a quay,\nBeyond the flood.\n— Orrin Quill")
    #expect(blocks.count == 6)
  }

  @Test func `notes, pages and repairs stay with their words when a block is divided`() {
    var block = Block(
      .paragraph, "Q: One? A: Two.", line: 1, page: 0, pageBreaks: [PageBreak(offset: 8, page: 1)],
      noteMarks: [
        NoteMark(offset: 7, number: "1", printed: "1", basis: .stated),
        NoteMark(offset: 15, number: "2", printed: "2", basis: .stated),
      ])
    block.anchor = "here"
    let parts = block.parts(cutAt: [8])
    #expect(parts.map(\.text) == ["Q: One?", "A: Two."])
    #expect(parts.map(\.page) == [0, 1])
    #expect(parts.map { $0.noteMarks.map(\.offset) } == [[7], [7]])
    #expect(parts[1].pageBreaks.isEmpty)
    var whole = parts[0]
    whole.append(parts[1], separator: " ")
    #expect(whole.text == block.text)
    #expect(whole.noteMarks == block.noteMarks)
    #expect(whole.pageBreaks == block.pageBreaks)
  }
}
