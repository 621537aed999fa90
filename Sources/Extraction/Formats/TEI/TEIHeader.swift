// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads the header (TEI P5, chapter 2): the work and its printed source.
///
/// Dates and publishers of the publication statement are those of the e-text.
struct TEIHeader {
  private static let rule = "tei-header"

  private(set) var metadata = Metadata()

  /// - Parameters:
  ///   - language: Language that the text states itself.
  ///   - firstPrint: Year in which the text says that it first appeared.
  init(_ text: String, language: String?, firstPrint: Int? = nil) {
    let header = Self.header(in: text).flatMap { XMLElement(parsing: Array($0.utf8)) }
    if let language { metadata.language = fact(Self.language(language)) }
    guard let header else { return }
    let file = header.children.first { $0.name == "fileDesc" }
    let titles = file?.children.first { $0.name == "titleStmt" }
    let sources = file?.all("sourceDesc").first
    readTitles(titles, sources)
    readPeople(titles, sources)
    if let sources { readSource(sources) }
    readProfile(header)
    if let firstPrint, metadata.year?.basis != .stated {
      if let source = metadata.year, source.value > firstPrint { metadata.editionYear = source }
      metadata.year = Attributed(
        firstPrint, .stated, rule: Self.rule, evidence: String(firstPrint))
    }
    if let publication = file?.children.first(where: { $0.name == "publicationStmt" }) {
      readPublication(publication)
    }
  }

  /// The header of the document, or of the corpus that it is.
  private static func header(in text: String) -> String? {
    guard let start = text.firstRange(of: "teiHeader")?.lowerBound,
      let open = text[..<start].lastIndex(of: "<"),
      let name = text[open...].dropFirst().split(whereSeparator: { " >\n\r\t".contains($0) }).first,
      let end = text[start...].firstRange(of: "</\(name)")?.upperBound
    else { return nil }
    return text[open..<end] + ">"
  }

  private func fact(_ value: String, _ basis: Basis = .stated) -> Attributed<String> {
    Attributed(value, basis, rule: Self.rule, evidence: value)
  }

  /// A language tag with the usual code, which for most languages has two letters.
  static func language(_ tag: String) -> String {
    do {
      return try LanguageTag(tag).text
    } catch LanguageTag.Fault.replaced(let usual) {
      return usual
    } catch {
      return tag.lowercased()
    }
  }

  private static func text(_ element: XMLElement) -> String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Titles

  private mutating func readTitles(_ statement: XMLElement?, _ source: XMLElement?) {
    let titles = (statement?.children ?? []).filter { $0.name == "title" && !Self.text($0).isEmpty }
    let main =
      titles.first { $0.attributes["type"] == "main" }
      ?? titles.first { !Self.others.contains($0.attributes["type"] ?? "") }
    let (title, isElectronic) = Self.withoutMedium(main.map(Self.text) ?? "")
    // The title of an e-text can be one of its own.
    let printed = source?.all("title").first { ["m", "a"].contains($0.attributes["level"] ?? "m") }
    if title.isEmpty || isElectronic, let printed, !Self.text(printed).isEmpty {
      metadata.title = fact(Self.text(printed))
    } else if !title.isEmpty, !JunkTitles.isJunk(title) {
      metadata.title = fact(title)
    }
    let subtitle = titles.first { ["sub", "subordinate"].contains($0.attributes["type"] ?? "") }
    if let subtitle, Self.withoutMedium(Self.text(subtitle)).isElectronic == false {
      metadata.subtitle = fact(Self.text(subtitle))
    }
  }

  private static let others: Set<String> = [
    "sub", "subordinate", "alt", "alternative", "short", "desc", "descriptive", "filing",
    "marc245c",
    "gmd", "parallel", "uniform", "245c",
  ]

  /// A title without what says that it is that of an e-text: `: a machine-readable transcription`.
  static func withoutMedium(_ title: String) -> (title: String, isElectronic: Bool) {
    let lower = title.lowercased()
    for words in ["machine readable", "machine-readable", "electronic", "digital edition"] {
      guard let place = lower.firstRange(of: words)?.lowerBound else { continue }
      let start =
        title.index(
          title.startIndex, offsetBy: lower.distance(from: lower.startIndex, to: place),
          limitedBy: title.endIndex) ?? title.endIndex
      let before = title[..<start]
      // Up to the sign that divides it from the title.
      guard let sign = before.lastIndex(where: { ":[(.,;—–-".contains($0) }) else {
        return (title, true)
      }
      let bare = String(before[..<sign]).trimmed
      return bare.isEmpty ? (title, true) : (bare, false)
    }
    return (title, false)
  }

  // MARK: People

  private mutating func readPeople(_ statement: XMLElement?, _ source: XMLElement?) {
    // Where a printed source is described, editors that it does not name are those of the e-text.
    let record = source?.children.first { $0.name.hasPrefix("bibl") || $0.name == "list" }
    let isPrinted =
      record?.all("publisher").isEmpty == false || record?.all("date").isEmpty == false
    let printed = (source?.all("editor") ?? []).map { Self.text($0).lettersAndDigits }
    for element in statement?.children ?? [] {
      switch element.name {
      case "author": add(element, .author)
      case "editor"
      where !isPrinted || Self.role(element.attributes["role"]) == .translator
        || printed.contains(Self.text(element).lettersAndDigits):
        add(element, Self.role(element.attributes["role"]) ?? .editor)
      case "respStmt":
        let words = element.children.filter { $0.name == "resp" }.map(Self.text)
        guard let role = words.lazy.compactMap(Self.role).first, role == .translator else { break }
        for name in element.children where name.name != "resp" { add(name, role) }
      default: break
      }
    }
    let hasAuthor = metadata.people.contains { $0.value.role == .author }
    for element in source?.all("author") ?? [] where !hasAuthor { add(element, .author) }
    for element in source?.all("editor") ?? [] {
      add(element, Self.role(element.attributes["role"]) ?? .editor)
    }
  }

  private static func role(_ words: String?) -> Person.Role? {
    guard let lower = words?.lowercased() else { return nil }
    if ["transl", "trans.", "trl", "übers", "tradu", "vertal", "перев"].contains(
      where: lower.contains)
    {
      return .translator
    }
    return lower.contains("edit") || lower == "edt" ? .editor : nil
  }

  private mutating func add(_ element: XMLElement, _ role: Person.Role) {
    guard metadata.people.count < 40 else { return }
    let names = element.all("persName").isEmpty ? [element] : element.all("persName")
    for name in names.prefix(1) {
      for person in Self.people(name, role) where !person.name.isEmpty {
        let isKnown = metadata.people.contains {
          $0.value.name == person.name && $0.value.role == role
        }
        if !isKnown {
          metadata.people.append(
            Attributed(person, .stated, rule: Self.rule, evidence: Self.text(element)))
        }
      }
    }
  }

  private static func people(_ element: XMLElement, _ role: Person.Role) -> [Person] {
    let family = element.all("surname").map(text).joined(separator: " ")
    let given = (element.all("forename") + element.all("foreName")).map(text).joined(separator: " ")
    let link = element.all("nameLink").map(text).joined(separator: " ")
    if !family.isEmpty {
      let whole = [given, link, family].filter { !$0.isEmpty }.joined(separator: " ")
      return [
        Person(
          name: whole, family: [link, family].filter { !$0.isEmpty }.joined(separator: " "),
          given: given.isEmpty ? nil : given, role: role)
      ]
    }
    // Identifiers and dates stand beside the name.
    let beside = element.children.filter {
      ["idno", "date", "birth", "death", "ref", "note"].contains($0.name)
    }
    var words = text(element)
    for other in beside where !text(other).isEmpty {
      words = words.replacing(text(other), with: "").trimmed
    }
    guard !words.isEmpty, words.utf8.count <= 200 else { return [] }
    return Person.people(parsing: words, role: role)
  }

  // MARK: Source

  /// The record of the printed source; `nil` if only another e-text is described.
  private static func record(in source: XMLElement) -> XMLElement? {
    let records = ["biblFull", "biblStruct", "bibl"].flatMap { source.all($0) }
    let printed = records.first { record in
      ["originalSource", "printedSource", "firstEdition", "print"].contains(
        record.attributes["type"] ?? "")
    }
    let first = records.first { $0.attributes["type"] != "digitalSource" }
    return printed ?? first.flatMap { $0.all("availability").isEmpty ? $0 : nil }
  }

  private mutating func readSource(_ source: XMLElement) {
    guard let record = Self.record(in: source) else { return }
    let host = record.all("monogr").first ?? record
    if let publisher = host.all("publisher").map(Self.text).first(where: { !$0.isEmpty }) {
      metadata.publisher = fact(publisher)
    }
    if let place = host.all("pubPlace").map(Self.text).first(where: { !$0.isEmpty }) {
      metadata.place = fact(place)
    }
    if record.all("analytic").first != nil
      || host.all("title").contains(where: { $0.attributes["level"] == "j" }),
      let journal = host.all("title").first(where: { $0.attributes["level"] == "j" })
        ?? record.all("monogr").first?.all("title").first
    {
      metadata.collection = fact(Self.text(journal))
    }
    // `biblFull` has the e-text's own source in its publication statement.
    guard let date = host.all("date").first(where: { Self.year($0) != nil }),
      let year = Self.year(date)
    else { return }
    let printed = Self.text(date).isEmpty ? String(year) : Self.text(date)
    let isLater =
      !host.all("edition").filter { Self.isLater(Self.text($0)) }.isEmpty
      || metadata.people.contains { $0.value.role == .translator || $0.value.role == .editor }
      || Self.diedBefore(year, metadata.people)
    let fact = Attributed(
      year, isLater ? .stated : .inferred, rule: "tei-source", evidence: printed)
    if isLater { metadata.editionYear = fact } else { metadata.year = fact }
  }

  private static func year(_ date: XMLElement) -> Int? {
    for name in ["when", "when-iso", "notBefore", "from", "value"] {
      if let value = date.attributes[name], let year = Int(value.prefix(4)), year >= 1_000 {
        return year
      }
    }
    return Dates.year(in: text(date))
  }

  private static func isLater(_ edition: String) -> Bool {
    let lower = edition.lowercased()
    guard lower.contains(where: \.isNumber) || lower.contains("edition") || lower.contains("aufl")
    else { return false }
    return !["first", "1st", "1.", "erste", "première", "prima", "primera"].contains {
      lower.hasPrefix($0)
    }
  }

  /// Whether the author had died before a year, by the dates behind the name: `1564–1616`.
  private static func diedBefore(_ year: Int, _ people: [Attributed<Person>]) -> Bool {
    people.contains { person in
      guard person.value.role == .author, let evidence = person.evidence else { return false }
      let years = evidence.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
      return years.count == 2 && years[1] < year
    }
  }

  // MARK: Profile and publication

  private mutating func readProfile(_ header: XMLElement) {
    if let creation = header.all("creation").first,
      let date = creation.all("date").first(where: { Self.year($0) != nil }),
      let year = Self.year(date)
    {
      let printed = Self.text(date).isEmpty ? String(year) : Self.text(date)
      if let source = metadata.year, source.value > year { metadata.editionYear = source }
      metadata.year = Attributed(year, .stated, rule: Self.rule, evidence: printed)
    }
    let languages = header.all("langUsage").first?.all("language") ?? []
    if metadata.language == nil, languages.count == 1,
      let code = languages[0].attributes["ident"] ?? languages[0].attributes["id"]
    {
      metadata.language = fact(Self.language(code))
    }
  }

  private mutating func readPublication(_ statement: XMLElement) {
    let addresses =
      statement.all("idno").map(Self.text)
      + statement.all("ptr").compactMap { $0.attributes["target"] }
    if let url = addresses.first(where: { $0.hasPrefix("http") }) { metadata.url = fact(url) }
    if let rights = statement.all("licence").first ?? statement.all("availability").first {
      let words = Self.text(rights)
      let address = rights.attributes["target"]
      if !words.isEmpty, words.utf8.count <= 300 {
        metadata.rights = fact(words)
      } else if let address {
        metadata.rights = fact(address)
      }
    }
  }
}
