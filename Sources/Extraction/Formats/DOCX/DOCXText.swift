// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads Word documents since 2007 (Office Open XML, ISO/IEC 29500).
enum DOCXText {
  /// Most headers and footers that are read to be left out.
  private static let mostFurniture = 64

  static func extract(_ file: SourceFile) -> ExtractedText {
    if file.bytes.starts(with: compoundFile) { return failure(encrypted) }
    guard let archive = ZipArchive(file.bytes), let package = WordPackage(archive),
      let bytes = package.read(package.document)
    else {
      return failure(
        Diagnostic(
          .error, code: "unreadable-docx",
          "The Word document cannot be read: its archive is damaged, or its text is missing or too "
            + "large."))
    }
    let styles = WordStyles(package.read(type: "styles"))
    var reader = WordReader(styles: styles)
    var diagnostics = XMLEvents.read(bytes) { reader.read($0) }
    var notes: [OfficeNote] = []
    for (type, kind) in [("footnotes", OfficeMark.Kind.footnote), ("endnotes", .endnote)] {
      guard let bytes = package.read(type: type) else { continue }
      var part = WordReader(styles: styles, notes: kind)
      diagnostics += XMLEvents.read(bytes) { part.read($0) }
      notes += part.notes
    }
    diagnostics += OfficeWriter.unread(reader.otherParts)
    let settings = WordSettings(package.read(type: "settings"))
    var (text, heads) = OfficeWriter.text(settings.completing(reader.items), notes: notes)
    text.diagnostics = diagnostics + text.diagnostics
    omitFurniture(package, styles, from: &text)
    OfficeHead.complete(&text, heads, package.properties, file: file)
    return text
  }

  private static func failure(_ diagnostic: Diagnostic) -> ExtractedText {
    ExtractedText(diagnostics: [diagnostic])
  }

  /// How a compound file begins (MS-CFB, 2.2), which an encrypted package is in (MS-OFFCRYPTO, 1.3.2)
  /// and a document of Word 97.
  static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static let encrypted = Diagnostic(
    .error, code: "encrypted-document",
    "The file is a compound file: a Word document that is encrypted, or one of Word 97. Save it "
      + "without a password as `.docx`.")

  /// Accounts for headers, footers and comments, which are not text of the work.
  private static func omitFurniture(
    _ package: WordPackage, _ styles: WordStyles, from text: inout ExtractedText
  ) {
    var omissions = Omissions()
    for (type, rule) in [
      ("header", "running-head"), ("footer", "running-head"), ("comments", "comment"),
    ] {
      for part in package.parts(type: type).prefix(mostFurniture) {
        guard let bytes = package.read(part) else { continue }
        var reader = WordReader(styles: styles)
        _ = XMLEvents.read(bytes) { reader.read($0) }
        for words in reader.items.words { omissions.add(words, rule: rule) }
      }
    }
    for omission in omissions.all {
      text.ledger.source += omission.count
      text.ledger.omissions.append(omission)
    }
  }
}
