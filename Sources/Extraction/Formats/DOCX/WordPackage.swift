// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The parts of a Word document, found by their relationships (ISO/IEC 29500-2, 9.3).
struct WordPackage {
  private let archive: ZipArchive
  /// The part with the text.
  let document: String
  /// Relationships of the document: types, without what comes before their last name, and parts.
  private let relationships: [(id: String, type: String, part: String)]
  private let packageParts: [String: String]

  /// Opens a package; `nil` if it has no document.
  init?(_ archive: ZipArchive) {
    self.archive = archive
    let package = Self.relationships(of: "", archive)
    packageParts = Dictionary(
      package.map { ($0.type, $0.part) }, uniquingKeysWith: { first, _ in first })
    let name = packageParts["officeDocument"] ?? Self.documentByType(archive) ?? Self.usual
    document = archive.names.resolve(name, in: "").name
    relationships = Self.relationships(of: document, archive)
    guard archive.names.contains(document) else { return nil }
  }

  /// The contents of a part; `nil` if it is missing or too large.
  func read(_ part: String) -> [UInt8]? { archive.read(part) }

  /// The contents of the first part to which the document has a relationship of a type.
  func read(type: String) -> [UInt8]? { parts(type: type).first.flatMap(archive.read) }

  /// The parts to which the document has a relationship of a type: `footnotes`, `header`.
  func parts(type: String) -> [String] {
    relationships.filter { $0.type == type }.map(\.part)
  }

  /// The properties of the file (ISO/IEC 29500-2, 11).
  var properties: OfficeProperties {
    var properties = OfficeProperties()
    guard let part = packageParts["core-properties"], let bytes = archive.read(part),
      let core = XMLElement(parsing: bytes)
    else { return properties }
    func value(_ name: String) -> String? {
      core.children.first { $0.name == name }.map(\.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
    properties.title = value("title")
    properties.creator = value("creator")
    return properties
  }

  private static let usual = "word/document.xml"

  /// The parts that a part, or the package, refers to within the package.
  private static func relationships(
    of part: String, _ archive: ZipArchive
  ) -> [(id: String, type: String, part: String)] {
    let folder = ArchiveNames.folder(of: part)
    let name = archive.names.resolve(
      "\(folder)_rels/\(part.dropFirst(folder.count)).rels", in: ""
    ).name
    guard let list = archive.read(name).flatMap(XMLElement.init(parsing:)) else { return [] }
    return list.all("Relationship").compactMap { item in
      guard let target = item.attributes["Target"], item.attributes["TargetMode"] != "External",
        let type = item.attributes["Type"]?.split(separator: "/").last
      else { return nil }
      return (
        item.attributes["Id"] ?? "", String(type),
        archive.names.resolve(target, in: folder).name
      )
    }
  }

  /// The part whose content type is that of a document's text.
  private static func documentByType(_ archive: ZipArchive) -> String? {
    let name = archive.names.resolve("[Content_Types].xml", in: "").name
    guard let types = archive.read(name).flatMap(XMLElement.init(parsing:)) else { return nil }
    return types.all("Override").first { item in
      let type = item.attributes["ContentType"] ?? ""
      return type.contains("word") && type.hasSuffix("main+xml")
    }?.attributes["PartName"]
  }
}
