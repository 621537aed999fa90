// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension StatedFacts {
  /// The facts of a work as an editor would state them, after edits that its index may not have yet.
  ///
  /// - Parameter edits: The edits that name the work, the latest last.
  package init(of metadata: Metadata, after edits: [CatalogueEntry] = []) {
    func names(_ role: Person.Role) -> [String] {
      metadata.people.map(\.value).filter { $0.role == role }.map(\.parseable)
    }
    func list(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    self.init(values: [
      .title: list(metadata.title?.value), .subtitle: list(metadata.subtitle?.value),
      .authors: names(.author), .editors: names(.editor), .translators: names(.translator),
      .year: list(metadata.year.map { String($0.value) }),
      .editionYear: list(metadata.editionYear.map { String($0.value) }),
      .form: list(metadata.form?.value.rawValue), .language: list(metadata.language?.value),
      .container: list(metadata.collection?.value), .publisher: list(metadata.publisher?.value),
      .place: list(metadata.place?.value), .url: list(metadata.url?.value),
      .rights: list(metadata.rights?.value),
    ])
    for edit in edits {
      let stated = edit.statedValues
      values.merge(stated) { $1 }
      unknown.subtract(stated.keys)
      for fact in edit.unknown { values[fact] = nil }
      unknown.formUnion(edit.unknown)
    }
  }

  /// What of these facts differs from others, apart from spaces; the remark stays.
  package func changes(from others: StatedFacts) -> StatedFacts {
    var changes = StatedFacts(note: note)
    for (fact, values) in values where Self.lines(values) != Self.lines(others.values[fact] ?? []) {
      changes.values[fact] = values
    }
    changes.unknown = unknown.subtracting(others.unknown)
    return changes
  }

  private static func lines(_ values: [String]) -> [String] { values.map(singleLine) }
}

extension CatalogueEntry {
  /// The values that it states, as an editor would type them.
  fileprivate var statedValues: [CatalogueFact: [String]] {
    func names(_ role: Person.Role) -> [String] {
      people.filter { $0.role == role }.map(\.parseable)
    }
    func list(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    return [
      .title: list(title.isEmpty ? nil : title), .subtitle: list(subtitle),
      .authors: names(.author), .editors: names(.editor), .translators: names(.translator),
      .year: list(year.map(String.init)), .editionYear: list(editionYear.map(String.init)),
      .form: list(form?.rawValue), .language: list(language), .container: list(container),
      .publisher: list(publisher), .place: list(place), .url: list(url), .rights: list(rights),
    ].filter { !$0.value.isEmpty }
  }
}
