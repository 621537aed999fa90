// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

@testable import Passages

struct WorkIDTests {
  private func metadata(
    _ title: String?, author: String? = nil, year: Int? = nil, collection: String? = nil
  ) -> Metadata {
    var metadata = Metadata()
    metadata.title = title.map { Attributed($0, .stated, rule: "test") }
    metadata.year = year.map { Attributed($0, .stated, rule: "test") }
    metadata.collection = collection.map { Attributed($0, .stated, rule: "test") }
    metadata.people = author.map { [Attributed(Person(parsing: $0), .stated, rule: "test")] } ?? []
    return metadata
  }

  @Test func `an id is author, year and title`() {
    #expect(
      workID(for: metadata("What’s to be Done?", author: "Ann van der Bee", year: 1905), file: "x")
        == "van-der-bee-1905-whats-to-be-done")
    #expect(
      workID(for: metadata("La grève générale", author: "É. Pouget"), file: "x")
        == "pouget-la-greve-generale")
    #expect(
      workID(for: metadata("Section A", collection: "The Questions"), file: "x")
        == "the-questions-section-a")
    #expect(workID(for: metadata(nil), file: "a/My Text.v2.txt") == "my-text")
    #expect(workID(for: metadata("Что делать?"), file: "x") == "что-делать")
    #expect(workID(for: metadata("!!!"), file: "…") == "text")
  }

  @Test func `an id is cut at a word's end`() {
    let id = workID(for: metadata(String(repeating: "word ", count: 100)), file: "x")
    #expect(id.utf8.count <= 96)
    #expect(id.hasSuffix("word"))
    #expect(workID(for: metadata(String(repeating: "w", count: 500)), file: "x").utf8.count <= 96)
  }

  @Test func `an id that is taken is told apart by the file, then by a number`() {
    #expect(uniqueID("a", taken: { $0 == "a" }, file: "d/b.html") == "a-b")
    #expect(uniqueID("a", taken: { ["a", "a-b"].contains($0) }, file: "b.html") == "a-2")
    #expect(uniqueID("a", taken: { _ in false }, file: "b.html") == "a")
  }

  @Test func `an id that another index made unique stays as it is`() {
    let title = String(repeating: "word ", count: 100)
    let wanted = workID(for: metadata(title), file: "x")
    let file = String(repeating: "name-", count: 20)
    let id = uniqueID(wanted, taken: { $0 == wanted }, file: file)
    #expect(id.utf8.count > 96)
    #expect(workID(stated: id) == id)
  }
}
