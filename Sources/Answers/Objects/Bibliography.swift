// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
import TextFolding

/// A type with the facts of a work: the work itself, and a passage with its work.
package protocol HasMetadata {
  var metadata: Metadata { get set }
}

extension Work: HasMetadata {}

extension PassageAnswer: HasMetadata {
  package var metadata: Metadata {
    get { work.metadata }
    set { work.metadata = newValue }
  }
}

extension MemberVisitor where Object: HasMetadata {
  /// The people who made a work, its titles and its years.
  @inline(__always)
  mutating func makers() {
    fact("title", \.title, "The title, without the subtitle.")
    fact("subtitle", \.subtitle, "The subtitle, from the file or the catalogue.")
    member(
      "authors", "The names of the authors, as printed.",
      get: { object in
        object.metadata.people.filter { $0.value.role == .author }.map(\.value.name)
      },
      set: { $0.metadata.people = $1.map { .read(Person(parsing: $0)) } })
    member(
      "people", "All people who contributed to the work, in the order printed.",
      get: { $0.metadata.people.map(PersonAnswer.init) },
      set: { $0.metadata.people = $1.map(\.person) })
    fact("year", \.year, "The year in which the work first appeared.")
    fact(
      "printed_year", \.printedYear,
      "The date as printed, if it says more or less than a year: `ca. 1920`, `1920s`, `n.d.`.")
    fact(
      "edition_year", \.editionYear,
      "The year of the edition that was read, if known and different from `year`.")
  }

  /// The form and publication details of a work.
  @inline(__always)
  mutating func imprint() {
    fact(
      "collection", \.collection,
      "The collection that contains it: a site, a journal, an anthology.")
    fact("form", \.form, "The kind of publication; null if nothing tells it.")
    fact("publisher", \.publisher, "The publisher, as printed.")
    fact("place", \.place, "The place of publication.")
  }

  /// A fact of a work, as a plain value; `WorkFacts` says what it rests on.
  @inline(__always)
  mutating func fact<Value: APIValue & Hashable & Sendable>(
    _ name: StaticString, _ path: WritableKeyPath<Metadata, Attributed<Value>?>,
    _ about: StaticString
  ) {
    member(
      name, about, get: { $0.metadata[keyPath: path]?.value },
      set: { $0.metadata[keyPath: path] = $1.map { .read($0) } })
  }
}

extension Attributed {
  /// A fact read from JSON, which counts as stated.
  static func read(_ value: Value) -> Attributed {
    Attributed(value, .stated, rule: "json-passage")
  }
}

extension WorkForm: APIValue {}

extension Basis: APIValue {
  package static var schema: ValueSchema {
    .named(
      "Basis",
      about: "`stated` if the text, its file or its catalogue entry says so explicitly; "
        + "`inferred` if a rule concluded it.",
      .choice(allCases.map(\.rawValue)))
  }
}
