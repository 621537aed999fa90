// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Testing

@testable import People

struct PeopleTableTests {
  private static func form(
    _ text: String, _ family: String, _ rule: LibraryPerson.Rule, speaker: Int
  ) -> LibraryPerson.Form {
    var counts = NameCounts()
    counts.speaker = speaker
    return LibraryPerson.Form(
      text: text, family: family, counts: counts, works: ["w"], workCount: 1, rule: rule,
      like: rule == .preferred ? nil : "Maurice Brinton")
  }

  private static let table = PeopleTable(
    [
      LibraryPerson(
        forms: [
          form("Maurice Brinton", "brinton", .preferred, speaker: 3),
          form("M. Brinton", "brinton", .initials, speaker: 1),
          form("Chris Pallis", "pallis", .catalogue, speaker: 0),
        ], isSingleName: false),
      LibraryPerson(
        forms: [form("Crane Brinton", "brinton", .preferred, speaker: 1)], isSingleName: false),
    ], catalogued: [["Maurice Brinton", "Chris Pallis"]])

  @Test(arguments: [
    (["brinton"], 2), (["Maurice", "Brinton"], 1), (["chris", "pallis"], 1), (["pallis"], 1),
    (["maurice"], 0), (["maurice", "pallis"], 0), ([], 0), (["nobody"], 0),
  ])
  func `people are found by any form with its family name`(_ words: [String], _ count: Int) {
    #expect(Self.table.people(named: words).count == count)
  }

  @Test func `a list takes any words of a name`() {
    #expect(Self.table.people(matching: "maurice").map(\.name) == ["Maurice Brinton"])
    #expect(Self.table.people(matching: "BRINTON").count == 2)
    #expect(Self.table.people(matching: " ").isEmpty)
  }

  @Test func `speakers are counted under the preferred form`() {
    #expect(Self.table.preferredSpeakers.map(\.form) == ["M. Brinton"])
    #expect(Self.table.preferredSpeakers.map(\.name) == ["Maurice Brinton"])
  }

  @Test func `what is stored is read again, and damage is an error`() throws {
    var writer = ByteWriter()
    writer.write(Self.table)
    let bytes = writer.bytes
    func read(_ bytes: [UInt8]) throws -> PeopleTable {
      try bytes.withUnsafeBytes { bytes in
        var reader = ByteReader(bytes)
        return try PeopleTable(from: &reader)
      }
    }
    #expect(try read(bytes).people == Self.table.people)
    #expect(try read(bytes).catalogued == Self.table.catalogued)
    for count in 0..<bytes.count {
      #expect(throws: DamagedBytes.self) { try read(Array(bytes.prefix(count))) }
    }
  }
}
