// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct MarkdownNotesTests {
  private func extract(_ markdown: String) -> ExtractedText {
    MarkdownText.extract(markdown, file: SourceFile(name: "x.md", bytes: []))
  }

  private func tied(_ text: ExtractedText) -> [String] {
    text.blocks.flatMap(\.noteMarks).compactMap { mark in
      text.blocks.first { $0.noteKey == mark.noteKey }.map { "\(mark.number) \($0.text)" }
    }
  }

  @Test func `a label defined anew is the note of the marks before it`() {
    let text = extract(
      """
      Bread.[^1]

      [^1]: By Ann.

      # Two

      Coal.[^1] And oil.[^2]

      [^1]: By Carl.
      [^2]: By Dee.
      """)
    #expect(tied(text) == ["1 By Ann.", "1 By Carl.", "2 By Dee."])
    #expect(text.ledger.isBalanced)
  }

  @Test func `notes may stand before their marks`() {
    let text = extract("[^1]: By Ann.\n\nBread.[^1]\n\n[^1]: By Carl.\n\nCoal.[^1]")
    #expect(tied(text) == ["1 By Ann.", "1 By Carl."])
  }

  @Test func `definitions that cannot be told apart are read, not tied, and said`() {
    let text = extract("Bread.[^1]\n\nCoal.[^1]\n\n[^1]: By Ann.\n\n[^1]: By Carl.")
    #expect(tied(text).isEmpty)
    #expect(text.blocks.filter { $0.kind == .note }.map(\.text) == ["By Ann.", "By Carl."])
    #expect(text.diagnostics.map(\.code) == ["ambiguous-note"])
  }

  @Test func `a note without a mark is read`() {
    let text = extract("Bread.[^a]\n\n[^a]: By Ann.\n[^b]: By Carl.")
    #expect(text.blocks.map(\.text) == ["Bread.", "By Ann.", "By Carl."])
    #expect(text.blocks.last?.kind == .note)
    #expect(text.ledger.isBalanced)
  }

  @Test func `inline notes are notes, also over several lines`() {
    let text = extract("Bread.^[By Ann, see\n[here](https://example.org).] Coal.\n\nOil.^[By Dee.]")
    #expect(text.blocks.filter { $0.kind != .note }.map(\.text) == ["Bread. Coal.", "Oil."])
    #expect(
      text.blocks.filter { $0.kind == .note }.map(\.text) == ["By Ann, see here.", "By Dee."])
    #expect(text.blocks.filter { $0.kind != .note }.map(\.line) == [1, 4])
  }

  @Test func `code and raised links are left as they are`() {
    let source = "`a^[b c]` and x^[1](#n).\n\n```\n[^1]: code ^[not a note]\n```\n"
    #expect(MarkdownNotes(source).text == source)
  }

  @Test func `unclosed marks stay linear`() {
    let source = String(repeating: "^[[^", count: 2_000) + String(repeating: "` `` ", count: 20_000)
    #expect(!MarkdownNotes(source).text.isEmpty)
  }
}
