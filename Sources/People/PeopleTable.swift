// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding
import TextFolding

/// The people of a library, found by any form of their names.
package struct PeopleTable: Sendable {
  /// The people, the most frequently named first.
  package let people: [LibraryPerson]
  /// Names that the catalogue said are of one person, when the table was made.
  package let catalogued: [[String]]

  /// The indices of the people, by the last word of a form's family name.
  private let byFamily: [String: [Int]]

  /// Creates a table.
  package init(_ people: [LibraryPerson] = [], catalogued: [[String]] = []) {
    self.people = people
    self.catalogued = catalogued
    var byFamily: [String: [Int]] = [:]
    for (index, person) in people.enumerated() {
      for family in Set(person.forms.map(\.family)) {
        byFamily[family, default: []].append(index)
      }
    }
    self.byFamily = byFamily
  }

  /// The people with a form that has all these words, among them its family name.
  package func people(named words: [String]) -> [LibraryPerson] {
    let words = Set(words.flatMap { PlainLetter.words($0) })
    let indices = Set(words.flatMap { byFamily[$0] ?? [] })
    return indices.sorted().map { people[$0] }.filter { person in
      person.forms.contains { form in
        words.contains(form.family) && words.isSubset(of: PlainLetter.words(form.text))
      }
    }
  }

  /// The people with a form that has all words of a name.
  ///
  /// - Complexity: O(*n*) in the forms.
  package func people(matching name: String) -> [LibraryPerson] {
    let words = PlainLetter.words(name)
    guard !words.isEmpty else { return [] }
    return people.filter { person in
      person.forms.contains { Set(words).isSubset(of: PlainLetter.words($0.text)) }
    }
  }

  /// The preferred forms of the speakers who are named otherwise, by the other forms.
  package var preferredSpeakers: [(form: String, name: String)] {
    people.filter { $0.forms.count > 1 }.flatMap { person in
      person.forms.dropFirst().filter { $0.counts.speaker > 0 }.map { ($0.text, person.name) }
    }
  }
}

extension PeopleTable: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      try reader.readArray { (reader) throws(DamagedBytes) in try LibraryPerson(from: &reader) },
      catalogued: try reader.readArray { (reader) throws(DamagedBytes) in
        try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() }
      })
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(people) { $0.write($1) }
    writer.write(catalogued) { writer, names in writer.write(names) { $0.write($1) } }
  }
}
