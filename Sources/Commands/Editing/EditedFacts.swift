// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Cataloguing
import Corpus
import TextFolding

/// The facts that an editor states on the command line.
struct EditedFacts: ParsableArguments {
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
    func list(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    var facts = StatedFacts(
      values: [
        .title: list(title), .subtitle: list(subtitle), .authors: authors, .editors: editors,
        .translators: translators, .year: list(year), .editionYear: list(editionYear),
        .form: list(form), .language: list(language), .container: list(container),
        .publisher: list(publisher), .place: list(place), .url: list(url), .rights: list(rights),
      ], note: note)
    do throws(StatedFactFault) {
      for name in unknown { facts.unknown.insert(try StatedFacts.unknownFact(named: name)) }
    } catch {
      throw ValidationError(error.message)
    }
    if let fault = facts.state(in: &entry).first { throw ValidationError(fault.message) }
  }
}

extension StatedFactFault {
  /// The fault of an option of the command line.
  fileprivate var message: String {
    let option =
      switch field {
      case .fact(let fact): "--\(fact.option)"
      case .note: "--note"
      case .unknown: "--unknown"
      }
    switch reason {
    case .empty:
      return "\(option) must not be empty."
        + (field == .fact(.title) ? "" : " To say that it is not known, use --unknown.")
    case .tooLong: return "\(option) must not be longer than \(StatedFacts.longest) bytes."
    case .controlCharacters: return "\(option) contains control characters."
    case .notAYear(let value, let years):
      return "\(option) must be a year from \(years.lowerBound) to \(years.upperBound), "
        + "not “\(value)”."
    case .notAForm(let value, let near):
      let known = WorkForm.allCases.map(\.rawValue).joined(separator: ", ")
      return "There is no form “\(value)”" + Self.meant(near) + " The forms are \(known)."
    case .notALanguage(let value, .replaced(let tag)):
      return "\(option) “\(value)”: write “\(tag)”."
    case .notALanguage(let value, .unknown):
      return "\(option) “\(value)”: no language has that code (ISO 639)."
    case .notALanguage(let value, .malformed):
      return "\(option) must be a tag like en, grc or pt-BR (BCP 47), not “\(value)”."
    case .notAnAddress: return "\(option) must begin with http:// or https://."
    case .notOptional(let name, let near):
      return "“\(name)” is not a fact that can be unknown" + Self.meant(near)
    case .contradiction:
      return "\(option) and --unknown \(option.dropFirst(2)) contradict each other."
    }
  }

  private static func meant(_ near: String?) -> String {
    near.map { "; did you mean “\($0)”?" } ?? "."
  }
}
