// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// The files of a book that are encrypted (EPUB 3.3, 4.2.6.3.2: `encryption.xml`).
///
/// Obfuscated fonts are in the same list; as no text is in them, they do not matter.
enum EPUBEncryption {
  /// Names of encrypted files in the archive.
  static func files(_ archive: ZipArchive) -> Set<String> {
    let list = archive.names.resolve("META-INF/encryption.xml", in: "").name
    guard let document = archive.read(list).flatMap(XMLElement.init(parsing:)) else { return [] }
    return Set(
      document.all("CipherReference").compactMap { reference in
        reference.attributes["URI"].map { archive.names.resolve($0, in: "").name }
      })
  }

  /// What is said of documents that could not be read; `nil` if there are none.
  static func diagnostic(_ documents: [String], of total: Int) -> Diagnostic? {
    guard let first = documents.first else { return nil }
    let subject =
      documents.count == total
      ? "All \(total) documents of the book are"
      : documents.count == 1
        ? "The document \(first) is" : "\(documents.count) documents, from \(first) on, are"
    return Diagnostic(
      documents.count == total ? .error : .warning, code: "encrypted-document",
      "\(subject) encrypted (DRM) and cannot be read.")
  }
}
