// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import PassageLibrary
import TestSupport
import Testing

struct LibraryTests {
  private static let text = """
    # The Mills
    Ann Bee

    The mills stood still. “All power to the committees,” said Carl Dee, and went home.
    """

  private func library() throws -> (TemporaryFolder, Library) {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "texts/mills.md")
    let count = try Library.index([folder("texts")], into: folder("index"))
    #expect(count == (indexed: 1, failed: 0))
    return (folder, try Library(index: folder("index")))
  }

  @Test func `a program indexes, searches and cites`() throws {
    let (folder, library) = try library()
    defer { withExtendedLifetime(folder) {} }
    let reply = try library.search("\"power to the committees\"")
    #expect(reply.total == 1 && reply.warnings.isEmpty)
    let passage = try #require(reply.passages.first)
    #expect(passage.title == "The Mills")
    #expect(passage.quotations.map(\.speaker) == ["Carl Dee"])
    #expect(try library.passage(passage.id)?.text == passage.text)
    #expect(try library.citation(of: passage.id) == passage.citation)
    #expect(passage.json.hasPrefix("{\"id\":\"\(passage.id)\""))
    #expect(try library.citation(of: passage.id, style: "apa")?.contains("(n.d.)") == true)
  }

  @Test func `errors say what happened, where, and what to do`() throws {
    let (folder, library) = try library()
    let query = try #require(throws: LibraryError.self) { try library.search("year:soon") }
    #expect(query.code == "invalid-query" && query.position == 5..<9)
    let style = try #require(throws: LibraryError.self) {
      try library.citation(of: "mills/p1", style: "chicgo")
    }
    #expect(style.advice?.contains("chicago") == true)
    let missing = try #require(throws: LibraryError.self) { try Library(index: folder("none")) }
    #expect(missing.code == "not-found" && missing.advice != nil)
    #expect(try library.passage("none/p1") == nil)
  }
}
