// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import Glibc
import TextFolding

/// The facts that an editor states on the command line.
struct EditedFacts: ParsableArguments {
  /// Length of a value in bytes, beyond which it is no fact but a text.
  private static let longest = 2_000

  @Option(help: "Title, without the subtitle.") var title: String?
  @Option(help: "Subtitle.") var subtitle: String?
  @Option(
    name: .customLong("author"),
    help: "Author, “Given Family” or “Family, Given”; repeatable, replaces all.")
  var authors: [String] = []
  @Option(name: .customLong("editor"), help: "Editor; repeatable, replaces all.")
  var editors: [String] = []
  @Option(name: .customLong("translator"), help: "Translator; repeatable, replaces all.")
  var translators: [String] = []
  @Option(help: "Year in which the work first appeared.") var year: String?
  @Option(help: "Year of the edition in the file.") var editionYear: String?
  @Option(
    help: ArgumentHelp(
      "Kind of publication: \(WorkForm.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "form"),
    completion: .list(WorkForm.allCases.map(\.rawValue)))
  var form: String?
  @Option(help: "Language, as a BCP 47 tag: en, pt-BR.") var language: String?
  @Option(help: "Book or journal that it is part of.") var container: String?
  @Option(help: "Publisher.") var publisher: String?
  @Option(help: "Place of publication.") var place: String?
  @Option(help: "Address of the text on the web.") var url: String?
  @Option(help: "Terms under which the text may be used.") var rights: String?
  @Option(
    help: ArgumentHelp(
      """
      Fact that nobody knows, whatever the file says; repeatable: \
      \(CatalogueFact.optional.map(\.option).joined(separator: ", ")).
      """, valueName: "fact"),
    completion: .list(CatalogueFact.optional.map(\.option)))
  var unknown: [String] = []
  @Option(help: "Remark for yourself: why, or from where.") var note: String?

  /// Whether none is stated.
  var isEmpty: Bool {
    [
      title, subtitle, year, editionYear, form, language, container, publisher, place, url, rights,
    ].allSatisfy { $0 == nil } && (authors + editors + translators + unknown).isEmpty
  }

  /// Puts the facts into an entry.
  ///
  /// - Throws: `ValidationError` that says which fact is refused, and why.
  func state(in entry: inout CatalogueEntry) throws {
    entry.title = try Self.text(title, "title") ?? ""
    entry.subtitle = try Self.text(subtitle, "subtitle")
    for (names, role) in [
      (authors, Person.Role.author), (editors, .editor), (translators, .translator),
    ] {
      for name in names {
        guard let name = try Self.text(name, role.rawValue) else { continue }
        entry.people.append(Person(parsing: name, role: role))
      }
    }
    entry.year = try Self.year(year, "year")
    entry.editionYear = try Self.year(editionYear, "edition-year")
    entry.form = try form.map(Self.form)
    entry.language = try language.map(Self.language)
    entry.container = try Self.text(container, "container")
    entry.publisher = try Self.text(publisher, "publisher")
    entry.place = try Self.text(place, "place")
    entry.url = try Self.text(url, "url")
    if let url = entry.url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
      throw ValidationError("--url must begin with http:// or https://.")
    }
    entry.rights = try Self.text(rights, "rights")
    entry.note = try Self.text(note, "note")
    for name in unknown {
      guard let fact = CatalogueFact.optional.first(where: { $0.option == name }) else {
        let near = NearestName.find(name, among: CatalogueFact.optional.map(\.option))
        throw ValidationError(
          "“\(name)” is not a fact that can be unknown"
            + (near.map { "; did you mean “\($0)”?" } ?? "."))
      }
      guard entry.value(of: fact) == nil else {
        throw ValidationError("--\(name) and --unknown \(name) contradict each other.")
      }
      entry.unknown.insert(fact)
    }
  }

  private static func text(_ value: String?, _ option: String) throws -> String? {
    guard let value else { return nil }
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else {
      throw ValidationError(
        "--\(option) must not be empty."
          + (option == "title" ? "" : " To say that it is not known, use --unknown."))
    }
    guard words.utf8.count <= longest else {
      throw ValidationError("--\(option) must not be longer than \(longest) bytes.")
    }
    guard ControlCharacters.shown(words) == words else {
      throw ValidationError("--\(option) contains control characters.")
    }
    return words
  }

  private static func year(_ value: String?, _ option: String) throws -> Int? {
    guard let value else { return nil }
    var now = time(nil)
    var date = tm()
    gmtime_r(&now, &date)
    // Books are dated ahead by a year at most.
    let last = Int(date.tm_year) + 1_901
    let first = CatalogueEntry.years.lowerBound
    guard let year = Int(value), (first...last).contains(year) else {
      throw ValidationError("--\(option) must be a year from \(first) to \(last), not “\(value)”.")
    }
    return year
  }

  private static func form(_ value: String) throws -> WorkForm {
    if let form = WorkForm(rawValue: value) { return form }
    let known = WorkForm.allCases.map(\.rawValue)
    let near = NearestName.find(value, among: known)
    throw ValidationError(
      "There is no form “\(value)”" + (near.map { "; did you mean “\($0)”?" } ?? ".")
        + " The forms are \(known.joined(separator: ", ")).")
  }

  private static func language(_ value: String) throws -> String {
    do throws(LanguageTag.Fault) {
      return try LanguageTag(value).text
    } catch {
      switch error {
      case .replaced(let tag): throw ValidationError("--language “\(value)”: write “\(tag)”.")
      case .unknown:
        throw ValidationError("--language “\(value)”: no language has that code (ISO 639).")
      case .malformed:
        throw ValidationError(
          "--language must be a tag like en, grc or pt-BR (BCP 47), not “\(value)”.")
      }
    }
  }
}

extension CatalogueFact {
  /// The name of its option: `edition-year`; singular where the option is repeated.
  var option: String {
    switch self {
    case .authors: "author"
    case .editors: "editor"
    case .translators: "translator"
    case .editionYear: "edition-year"
    default: rawValue
    }
  }
}
