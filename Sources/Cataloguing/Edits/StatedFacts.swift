// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import TextFolding

/// What an editor states of a text, as typed; checked before it becomes an entry.
package struct StatedFacts: Sendable, Hashable {
  /// Length of a value in bytes, beyond which it is not a fact but a text.
  package static let longest = 2_000

  /// The values as typed, by fact; several only where there are several people.
  package var values: [CatalogueFact: [String]]
  /// Facts that nobody knows, whatever the file says.
  package var unknown: Set<CatalogueFact>
  /// A remark for the editor's own use.
  package var note: String?

  /// Creates a statement.
  package init(
    values: [CatalogueFact: [String]] = [:], unknown: Set<CatalogueFact> = [], note: String? = nil
  ) {
    self.values = values.filter { !$0.value.isEmpty }
    self.unknown = unknown
    self.note = note
  }

  /// Whether no fact is stated.
  package var isEmpty: Bool { values.isEmpty && unknown.isEmpty }

  /// The fact that has a name on the command line and may be unknown.
  ///
  /// - Throws: The fault if there is none.
  package static func unknownFact(named name: String) throws(StatedFactFault) -> CatalogueFact {
    if let fact = CatalogueFact.optional.first(where: { $0.option == name }) { return fact }
    throw StatedFactFault(
      .unknown,
      .notOptional(
        name, near: NearestName.find(name, among: CatalogueFact.optional.map(\.option))))
  }

  /// Puts the facts into an entry.
  ///
  /// - Returns: The faults, in the order of the facts; what is faulty is left out.
  package func state(in entry: inout CatalogueEntry) -> [StatedFactFault] {
    var faults: [StatedFactFault] = []
    for fact in CatalogueFact.allCases {
      for value in values[fact] ?? [] {
        do throws(StatedFactFault) {
          try Self.put(try Self.text(value, .fact(fact)), as: fact, typed: value, in: &entry)
        } catch {
          faults.append(error)
        }
      }
    }
    do throws(StatedFactFault) {
      entry.note = try note.map { (note) throws(StatedFactFault) in try Self.text(note, .note) }
    } catch {
      faults.append(error)
    }
    for fact in CatalogueFact.allCases where unknown.contains(fact) {
      if fact == .title {
        faults.append(StatedFactFault(.unknown, .notOptional(fact.option, near: nil)))
      } else if values[fact] != nil {
        faults.append(StatedFactFault(.fact(fact), .contradiction))
      } else {
        entry.unknown.insert(fact)
      }
    }
    return faults
  }

  /// Puts one checked value into an entry.
  private static func put(
    _ text: String, as fact: CatalogueFact, typed: String, in entry: inout CatalogueEntry
  ) throws(StatedFactFault) {
    switch fact {
    case .title: entry.title = text
    case .subtitle: entry.subtitle = text
    case .authors: entry.people.append(Person(parsing: text, role: .author))
    case .editors: entry.people.append(Person(parsing: text, role: .editor))
    case .translators: entry.people.append(Person(parsing: text, role: .translator))
    case .year: entry.year = try year(typed, fact)
    case .editionYear: entry.editionYear = try year(typed, fact)
    case .form: entry.form = try form(typed)
    case .language: entry.language = try language(typed)
    case .container: entry.container = text
    case .publisher: entry.publisher = text
    case .place: entry.place = text
    case .url:
      guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
        throw StatedFactFault(.fact(fact), .notAnAddress)
      }
      entry.url = text
    case .rights: entry.rights = text
    }
  }

  /// A value on one line.
  private static func text(
    _ value: String, _ field: StatedFactFault.Field
  ) throws(StatedFactFault) -> String {
    let words = singleLine(value)
    // Years, forms and languages say what they should be, even of nothing.
    guard !words.isEmpty || field.isOfOwnForm else { throw StatedFactFault(field, .empty) }
    guard words.utf8.count <= longest else { throw StatedFactFault(field, .tooLong) }
    guard ControlCharacters.shown(words) == words else {
      throw StatedFactFault(field, .controlCharacters)
    }
    return words
  }

  /// The words of a text with single spaces between them.
  static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func year(
    _ value: String, _ fact: CatalogueFact
  ) throws(StatedFactFault) -> Int {
    var now = time(nil)
    var date = tm()
    gmtime_r(&now, &date)
    // Books are dated ahead by a year at most.
    let years = CatalogueEntry.years.lowerBound...(Int(date.tm_year) + 1_901)
    guard let year = Int(value), years.contains(year) else {
      throw StatedFactFault(.fact(fact), .notAYear(value, years))
    }
    return year
  }

  private static func form(_ value: String) throws(StatedFactFault) -> WorkForm {
    if let form = WorkForm(rawValue: value) { return form }
    let near = NearestName.find(value, among: WorkForm.allCases.map(\.rawValue))
    throw StatedFactFault(.fact(.form), .notAForm(value, near: near))
  }

  private static func language(_ value: String) throws(StatedFactFault) -> String {
    do throws(LanguageTag.Fault) {
      return try LanguageTag(value).text
    } catch {
      throw StatedFactFault(.fact(.language), .notALanguage(value, error))
    }
  }
}
