// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

@testable import Extraction

/// Word documents for tests.
enum WordFixture {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
    """
  private static let relationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageType =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

  /// The bytes of a document with the contents of some parts.
  ///
  /// - Parameters:
  ///   - body: What is in `w:body`.
  ///   - parts: The contents of the root elements of other parts, by the types of their
  ///     relationships.
  static func document(
    _ body: String, parts: [String: String] = [:], core: String = "", folder: String = "word"
  ) throws -> [UInt8] {
    var files = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        """
        <Relationships><Relationship Id="a" Type="\(relationship)/officeDocument" \
        Target="\(folder)/text.xml"/><Relationship Id="b" Type="\(packageType)" \
        Target="docProps/core.xml"/></Relationships>
        """
      ),
      (
        "\(folder)/text.xml",
        "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
      ), ("docProps/core.xml", "<c xmlns:dc='http://purl.org/dc/elements/1.1/'>\(core)</c>"),
    ]
    var relationships = ""
    for (type, text) in parts {
      files.append(("\(folder)/\(type)1.xml", "<w:\(type) \(namespaces)>\(text)</w:\(type)>"))
      relationships +=
        "<Relationship Id=\"\(type)\" Type=\"\(relationship)/\(type)\" Target=\"\(type)1.xml\"/>"
    }
    files.append(
      ("\(folder)/_rels/text.xml.rels", "<Relationships>\(relationships)</Relationships>"))
    return try ZipFixture.archive(files)
  }

  static func extract(
    _ body: String, parts: [String: String] = [:], core: String = "", name: String = "x.docx"
  ) throws -> ExtractedText {
    let bytes = try document(body, parts: parts, core: core)
    return Format.docx.extract(SourceFile(name: name, bytes: bytes))
  }

  /// A paragraph, with properties in its style.
  static func paragraph(_ text: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(run(text))</w:p>"
  }

  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func style(_ id: String, _ name: String, _ rest: String = "") -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(rest)</w:style>"
  }
}
