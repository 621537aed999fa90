// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// The package document of an EPUB: metadata and reading order (EPUB 3.3, 5; OPF 2.0.1).
struct EPUBPackage {
  /// Metadata of the work.
  private(set) var metadata = Metadata()
  /// Files of the text in reading order, as names in the archive.
  private(set) var spine: [String] = []
  /// Documents of the manifest that the spine does not name, navigation excepted.
  private(set) var outside: [String] = []
  /// Table of contents and page list.
  private(set) var navigation = EPUBNavigation()
  /// Files that are encrypted, as names in the archive.
  private(set) var encrypted: Set<String> = []

  /// Reads the package document of an archive; `nil` if there is none.
  init?(_ archive: ZipArchive) {
    guard let container = archive.read("META-INF/container.xml").flatMap(XMLElement.init(parsing:)),
      let address = container.all("rootfile").first?.attributes["full-path"]
    else { return nil }
    let path = archive.names.resolve(address, in: "").name
    guard let package = archive.read(path).flatMap(XMLElement.init(parsing:)) else { return nil }
    let folder = ArchiveNames.folder(of: path)
    encrypted = EPUBEncryption.files(archive)
    readSpine(package, folder: folder, archive.names)
    readNavigation(package, folder: folder, archive)
    if let metadata = package.children.first(where: { $0.name == "metadata" }) {
      readMetadata(metadata)
    }
  }

  private mutating func readSpine(
    _ package: XMLElement, folder: String, _ names: ArchiveNames
  ) {
    var items: [String: (file: String, isText: Bool, fallback: String?)] = [:]
    var order: [String] = []
    for item in package.all("item") {
      guard let id = item.attributes["id"], let address = item.attributes["href"] else { continue }
      let type = item.attributes["media-type"] ?? ""
      let properties = item.attributes["properties"] ?? ""
      let isText = Self.types.contains(where: type.contains)
      let file = names.resolve(address, in: folder).name
      items[id] = (file, isText, item.attributes["fallback"])
      if isText, !properties.contains("nav"), !properties.contains("scripted") {
        order.append(file)
      }
    }
    let handlers = Set(package.all("mediaType").compactMap { $0.attributes["handler"] })
    var seen: Set<String> = []
    for reference in package.all("itemref") {
      guard var item = reference.attributes["idref"].flatMap({ items[$0] }) else { continue }
      // An image may stand for a page, with a document to fall back on (EPUB 3.3, 3.5.1).
      var steps = 0
      while !item.isText, steps < 8, let next = item.fallback.flatMap({ items[$0] }) {
        item = next
        steps += 1
      }
      if item.isText, seen.insert(item.file).inserted { spine.append(item.file) }
    }
    let programs = Set(handlers.compactMap { items[$0]?.file })
    outside = order.filter { !seen.contains($0) && !programs.contains($0) }
  }

  /// What the media types of documents with text contain: XHTML, HTML, SVG and OEB 1.2.
  private static let types = ["html", "svg", "oeb1-document"]

  private mutating func readNavigation(
    _ package: XMLElement, folder: String, _ archive: ZipArchive
  ) {
    let items = package.all("item")
    let item =
      items.first { $0.attributes["properties"]?.contains("nav") == true }
      ?? items.first { $0.attributes["media-type"] == "application/x-dtbncx+xml" }
    guard let address = item?.attributes["href"] else { return }
    let file = archive.names.resolve(address, in: folder).name
    guard !encrypted.contains(file),
      let document = archive.read(file).flatMap(XMLElement.init(parsing:))
    else { return }
    navigation = EPUBNavigation(
      document, folder: ArchiveNames.folder(of: file), names: archive.names)
  }

  private mutating func readMetadata(_ element: XMLElement) {
    func fact(_ value: String, _ rule: String = "epub-package") -> Attributed<String> {
      Attributed(value, .stated, rule: rule, evidence: value)
    }
    func values(_ name: String) -> [(id: String?, value: String, element: XMLElement)] {
      element.children.filter { $0.name == name }.map {
        (
          $0.attributes["id"], $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
          $0
        )
      }.filter { !$0.1.isEmpty }
    }
    /// Values of `meta` elements that refine an element by its id (EPUB 3).
    func refinements(_ id: String?, _ property: String) -> [String] {
      guard let id else { return [] }
      return element.children.filter {
        $0.name == "meta" && $0.attributes["refines"] == "#\(id)"
          && $0.attributes["property"] == property
      }.map(\.text.trimmed)
    }
    func refinement(_ id: String?, _ property: String) -> String? {
      refinements(id, property).first
    }
    let titles = values("title")
    let main = titles.first { refinement($0.id, "title-type") == "main" } ?? titles.first
    metadata.title = main.flatMap { JunkTitles.isJunk($0.value) ? nil : fact($0.value) }
    metadata.subtitle = titles.first { refinement($0.id, "title-type") == "subtitle" }
      .map { fact($0.value) }
    for (name, fallback) in [("creator", Person.Role.author), ("contributor", .contributor)] {
      for (id, value, item) in values(name) {
        // A person can have several roles; being the author takes precedence.
        let relators = (refinements(id, "role") + [item.attributes["role"]].compactMap(\.self))
          .map { $0.lowercased() }
        let known = relators.compactMap(Self.role)
        let stated = known.contains(.author) ? .author : known.first
        guard let role = stated ?? (name == "creator" || relators.isEmpty ? fallback : nil) else {
          continue
        }
        let sorted = refinement(id, "file-as") ?? item.attributes["file-as"]
        for var person in people(value, sorted: sorted, role: role) {
          if known.isEmpty == false { person.role = role }
          metadata.people.append(
            Attributed(person, .stated, rule: "epub-package", evidence: value))
        }
      }
    }
    metadata.language = values("language").first.map { fact($0.value.lowercased()) }
    if let printed = values("publisher").first?.value {
      let imprint = PublisherStatement(printed)
      metadata.publisher = Attributed(
        imprint.name, .stated, rule: "epub-package", evidence: printed)
      metadata.place = imprint.place.map {
        Attributed($0, .stated, rule: "epub-package", evidence: printed)
      }
    }
    metadata.rights = values("rights").first.map { fact($0.value) }
    metadata.url = (values("source") + values("identifier"))
      .first { $0.value.contains("://") }.map { fact($0.value) }
    readDates(values("date").map { ($0.value, $0.element.attributes["event"]) })
    for value in values("identifier") + values("source") {
      let bare = value.value.lowercased()
      let scheme = value.element.attributes["scheme"]?.lowercased() ?? ""
      guard scheme == "isbn" || bare.contains("isbn") else { continue }
      metadata.others.append(OtherFact(name: "isbn", value: String(value.value.prefix(100))))
      break
    }
    metadata.form = Attributed(.book, .inferred, rule: "epub")
  }

  /// The people that an element names, though it should be one: calibre writes `A. Bee & C. Dee`.
  ///
  /// The sorted form (`file-as`) divides the name of a single person, and a list whose members it
  /// inverts.
  private func people(_ value: String, sorted: String?, role: Person.Role) -> [Person] {
    var people = Person.people(parsing: value, role: role)
    guard let sorted, sorted.contains(", ") else { return people }
    let parts =
      sorted.contains(";") || sorted.contains(" & ")
      ? Person.people(parsing: sorted, role: role) : [Person(parsing: sorted, role: role)]
    guard parts.count == people.count else { return people }
    for index in people.indices where parts[index].family != nil {
      // The same words in another order.
      let words = Set(people[index].name.split(separator: " "))
      guard parts.count == 1 || words == Set(parts[index].name.split(separator: " ")) else {
        continue
      }
      people[index].family = parts[index].family
      people[index].given = parts[index].given
    }
    return people
  }

  /// Reads the dates in the package.
  ///
  /// By default they are those of the electronic edition (EPUB 3.3, 5.5.3.2). EPUB 2 can name the
  /// event that a date refers to (OPF 2.0.1, 2.2.7).
  private mutating func readDates(_ dates: [(value: String, event: String?)]) {
    for (value, event) in dates {
      guard let year = Dates.year(in: value) else { continue }
      let fact = Attributed(year, Basis.stated, rule: "epub-package", evidence: value)
      if let event = event?.lowercased(), event.hasPrefix("original") || event == "creation" {
        if metadata.year == nil { metadata.setDate(value, rule: "epub-package") }
      } else if event?.lowercased() != "modification", event?.lowercased() != "conversion" {
        metadata.editionYear = metadata.editionYear ?? fact
      }
    }
  }

  /// The role for a MARC relator code; `nil` for people who did not contribute to the text.
  private static func role(_ relator: String) -> Person.Role? {
    switch relator {
    case "aut", "cre", "dub", "author": .author
    case "trl", "translator": .translator
    case "edt", "edc", "com", "red", "editor": .editor
    case "aui", "ann", "ctb", "aft", "win", "wpr", "cwt", "ill", "art", "pht": .contributor
    default: nil
    }
  }
}
