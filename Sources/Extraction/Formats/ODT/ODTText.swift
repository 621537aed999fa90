// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads texts in OpenDocument, as LibreOffice writes them (ODF 1.3), in an archive or a flat file.
enum ODTText {
  static func extract(_ file: SourceFile) -> ExtractedText {
    file.bytes.starts(with: [0x50, 0x4B]) ? extractArchive(file) : extractFlat(file)
  }

  /// Whether a file begins as a flat one: with its root element, after a declaration at most.
  static func beginsFlat(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    return text.contains("<office:document ") || text.contains("<office:document\n")
  }

  private static func extractArchive(_ file: SourceFile) -> ExtractedText {
    guard let archive = ZipArchive(file.bytes) else { return failure(damaged) }
    if isEncrypted(archive) { return failure(encrypted) }
    guard let content = archive.read("content.xml") else { return failure(damaged) }
    var reader = ODTReader()
    var properties = ODTProperties()
    var diagnostics: [Diagnostic] = []
    if let styles = archive.read("styles.xml") {
      diagnostics += XMLEvents.read(styles) { reader.read($0) }
    }
    diagnostics += XMLEvents.read(content) { reader.read($0) }
    if let meta = archive.read("meta.xml") { _ = XMLEvents.read(meta) { properties.read($0) } }
    return text(reader, properties, diagnostics, file)
  }

  private static func extractFlat(_ file: SourceFile) -> ExtractedText {
    var reader = ODTReader()
    var properties = ODTProperties()
    let diagnostics = XMLEvents.read(file.bytes) { event in
      properties.read(event)
      reader.read(event)
    }
    return text(reader, properties, diagnostics, file)
  }

  private static func text(
    _ reader: ODTReader, _ properties: ODTProperties, _ diagnostics: [Diagnostic],
    _ file: SourceFile
  ) -> ExtractedText {
    var (text, heads) = OfficeWriter.text(reader.items, notes: reader.notes)
    text.diagnostics = diagnostics + OfficeWriter.unread(reader.otherParts) + text.diagnostics
    OfficeHead.complete(&text, heads, properties.properties, file: file)
    return text
  }

  /// Whether the manifest says that the text is encrypted (ODF 1.3-2, 3.8.3).
  private static func isEncrypted(_ archive: ZipArchive) -> Bool {
    guard let manifest = archive.read("META-INF/manifest.xml").flatMap(XMLElement.init(parsing:))
    else { return false }
    return manifest.all("file-entry").contains { entry in
      ["content.xml", "encrypted-package"].contains(entry.attributes["full-path"])
        && entry.children.contains { $0.name == "encryption-data" }
    }
  }

  private static func failure(_ diagnostic: Diagnostic) -> ExtractedText {
    ExtractedText(diagnostics: [diagnostic])
  }

  private static let damaged = Diagnostic(
    .error, code: "unreadable-odt",
    "The OpenDocument text cannot be read: its archive is damaged, or its text is missing or too "
      + "large.")
  private static let encrypted = Diagnostic(
    .error, code: "encrypted-document",
    "The document is encrypted. Save it without a password.")
}
