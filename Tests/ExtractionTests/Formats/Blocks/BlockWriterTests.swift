// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct BlockWriterTests {
  @Test func `notes within a paragraph follow it, each as one block`() {
    var writer = BlockWriter()
    writer.begin(.heading(level: 1), line: 1)
    writer.add("Bread", line: 1)
    writer.end()
    writer.begin(line: 2)
    writer.add("One ", line: 2)
    writer.mark(BlockNote(number: "1", key: 0), printed: nil)
    writer.openNote(BlockNote(number: "1", key: 0), line: 3)
    writer.begin(line: 3)
    writer.add("2 Kings 4,", line: 3)
    writer.end()
    writer.begin(line: 4)
    writer.add("and more.", line: 4)
    writer.end()
    writer.closeNote()
    writer.add("two.", line: 5)
    writer.omit("[sic]", rule: "comment")
    let text = writer.finish()
    #expect(text.blocks.map(\.text) == ["Bread", "One two.", "2 Kings 4, and more."])
    #expect(text.blocks.map(\.kind) == [.heading(level: 1), .paragraph, .note])
    #expect(text.blocks[1].noteMarks.map(\.offset) == [3])
    #expect(text.blocks[1].noteMarks[0].noteKey == text.blocks[2].noteKey)
    #expect(text.blocks.map(\.line) == [1, 2, 3])
    #expect(text.ledger.isBalanced && text.ledger.omitted == 5)
  }

  @Test func `pages begin in the text, even from within a note`() {
    var writer = BlockWriter()
    func label(_ label: String) -> Attributed<String> {
      Attributed(label, .inferred, rule: "page-break")
    }
    writer.beginPage(label("1"), line: 1)
    writer.begin(line: 1)
    writer.add("One", line: 1)
    writer.openNote(BlockNote(number: "*", key: 0), line: 1)
    writer.add("Note.", line: 1)
    writer.beginPage(label("2"), line: 1)
    writer.closeNote()
    writer.add(" two.", line: 1)
    let text = writer.finish()
    #expect(text.pages.map(\.label.value) == ["1", "2"])
    #expect(text.pages.allSatisfy { $0.label.basis == .inferred })
    #expect(text.blocks[0].page == 0 && text.blocks[0].pageBreaks.map(\.page) == [1])
    #expect(text.ledger.isBalanced)
  }

  @Test func `what stands beside a block follows it, with its own notes`() {
    var writer = BlockWriter()
    writer.begin(line: 1)
    writer.add("A", line: 1)
    writer.endInitial()
    writer.begin(line: 2)
    writer.add("long ", line: 2)
    writer.openAside()
    writer.begin(line: 3)
    writer.add("Beside", line: 3)
    writer.mark(BlockNote(number: "a", key: 0), printed: nil)
    writer.openNote(BlockNote(number: "a", key: 0), line: 4)
    writer.add("Note.", line: 4)
    writer.closeNote()
    writer.end()
    writer.begin(line: 5)
    writer.add("Beside too", line: 5)
    writer.closeAside()
    writer.add("time", line: 2)
    let text = writer.finish()
    #expect(text.blocks.map(\.text) == ["Along time", "Beside", "Note.", "Beside too"])
    #expect(text.ledger.isBalanced)
  }

  @Test func `a note that is never closed is kept`() {
    var writer = BlockWriter()
    writer.begin(line: 1)
    writer.openNote(BlockNote(number: "1", key: 0), line: 1)
    writer.add("Kept.", line: 1)
    let text = writer.finish()
    #expect(text.blocks.map(\.text) == ["Kept."])
    #expect(text.ledger.isBalanced)
  }
}
