// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The parts of a Word document with footnotes (ISO/IEC 29500-1, 11.3).
enum WordParts {
  /// The parts that are the same in every document, the list of content types first.
  static let fixed = [
    ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelationships),
    ("word/_rels/document.xml.rels", documentRelationships), ("word/settings.xml", settings),
    ("word/styles.xml", WordStyleSheet.part),
  ]

  /// The main part: A4, margins of 2.5 cm.
  static func document(_ body: String) -> String {
    WordXML.declaration + "<w:document \(WordXML.namespaces)><w:body>\(body)"
      + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" "#
      + #"w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>"#
      + "</w:body></w:document>"
  }

  /// The footnotes, with the two separators that Word expects before them (17.11.23).
  static func footnotes(_ notes: String) -> String {
    let separators = [("separator", -1), ("continuationSeparator", 0)].map { name, id in
      "<w:footnote w:type=\"\(name)\" w:id=\"\(id)\"><w:p><w:pPr>"
        + #"<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>"#
        + "<w:r><w:\(name)/></w:r></w:p></w:footnote>"
    }
    return WordXML.declaration + "<w:footnotes \(WordXML.namespaces)>\(separators.joined())\(notes)"
      + "</w:footnotes>"
  }

  /// The addresses of links in footnotes: `rId1` is the first.
  static func hyperlinks(_ addresses: [String]) -> String {
    relationships(
      addresses.enumerated().map { index, address in
        ("rId\(index + 1)", "\(office)/hyperlink", WordXML.escaped(address))
      }, isExternal: true)
  }

  /// Core properties (ISO/IEC 29500-2, 11).
  static func properties(title: String, date: String) -> String {
    let time = "xsi:type=\"dcterms:W3CDTF\">\(date)T00:00:00Z<"
    return WordXML.declaration
      + #"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/"#
      + #"core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" "#
      + #"xmlns:dcterms="http://purl.org/dc/terms/" "#
      + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
      + "<dc:title>\(WordXML.escaped(title))</dc:title><dc:creator>Pamphlet</dc:creator>"
      + "<dcterms:created \(time)/dcterms:created><dcterms:modified \(time)/dcterms:modified>"
      + "</cp:coreProperties>"
  }

  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private static let packageRelationships = relationships([
    ("rId1", "\(office)/officeDocument", "word/document.xml"),
    ("rId2", "\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
  ])

  private static let documentRelationships = relationships([
    ("rId1", "\(office)/styles", "styles.xml"), ("rId2", "\(office)/settings", "settings.xml"),
    ("rId3", "\(office)/footnotes", "footnotes.xml"),
  ])

  private static func relationships(
    _ all: [(id: String, type: String, target: String)], isExternal: Bool = false
  ) -> String {
    let mode = isExternal ? " TargetMode=\"External\"" : ""
    return WordXML.declaration + "<Relationships xmlns=\"\(package)/relationships\">"
      + all.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"\(mode)/>"
      }.joined() + "</Relationships>"
  }

  private static let contentTypes: String = {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts = [
      ("word/document", "\(word).document.main+xml"), ("word/footnotes", "\(word).footnotes+xml"),
      ("word/settings", "\(word).settings+xml"), ("word/styles", "\(word).styles+xml"),
      ("docProps/core", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    return WordXML.declaration + "<Types xmlns=\"\(package)/content-types\">"
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package."#
      + #"relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
      + parts.map { "<Override PartName=\"/\($0).xml\" ContentType=\"\($1)\"/>" }.joined()
      + "</Types>"
  }()

  private static let settings =
    WordXML.declaration + "<w:settings \(WordXML.namespaces)>"
    + #"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>"#
    + #"<w:compatSetting w:name="compatibilityMode" "#
    + #"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
}
