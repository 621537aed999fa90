// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads EPUB 2 and 3, joining all documents of the spine so that links to notes can be followed.
enum EPUBText {
  /// Maximum number of documents in a book.
  private static let maximumDocuments = 5_000

  /// Extracts a book.
  static func extract(_ file: SourceFile) -> ExtractedText {
    guard let archive = ZipArchive(file.bytes), let package = EPUBPackage(archive) else {
      return ExtractedText(
        diagnostics: [
          Diagnostic(
            .error, code: "unreadable-epub",
            "The EPUB cannot be read: its archive or its package document is damaged.")
        ])
    }
    var html = "<body>\n"
    var headings = EPUBHeadings(package.navigation.contents)
    var line = 2
    var diagnostics: [Diagnostic] = []
    let book = EPUBBook(package, names: archive.names)
    let spine = package.spine.prefix(maximumDocuments)
    var linked: Set<String> = []
    func read(_ name: String) -> Bool {
      guard let bytes = archive.read(name) else { return false }
      let decoded = DecodedText(bytes, declared: DeclaredEncoding.inHTML(bytes))
      diagnostics += decoded.diagnostics
      let document = EPUBDocument(decoded.text, name: name, in: book)
      let section = document.section + "\n"
      linked.formUnion(document.links)
      headings.addDocument(name, line: line)
      line += section.utf8.count { $0 == 0x0A }
      html += section
      return true
    }
    for name in spine where !package.encrypted.contains(name) && !read(name) {
      diagnostics.append(
        Diagnostic(
          .warning, code: "missing-document",
          "The document \(name) is missing or too large; the rest was read."))
    }
    // Notes may stand in documents that only links lead to (EPUB 3.3, 5.7.2).
    var unread: [String] = []
    for name in package.outside.prefix(maximumDocuments) where !package.encrypted.contains(name) {
      if !linked.contains(name) || !read(name) { unread.append(name) }
    }
    if !unread.isEmpty {
      diagnostics.append(
        Diagnostic(
          .note, code: "document-outside-spine",
          "\(unread.count) documents that neither the reading order nor a link leads to were not "
            + "read: \(unread.prefix(8).joined(separator: ", "))."))
    }
    if let diagnostic = EPUBEncryption.diagnostic(
      spine.filter(package.encrypted.contains), of: spine.count)
    {
      diagnostics.append(diagnostic)
    }
    var extracted = HTMLText.extract(html, file: file, stating: package.metadata)
    extracted.diagnostics = diagnostics + extracted.diagnostics
    headings.raise(&extracted.blocks)
    return extracted
  }
}

/// What the documents of a book have to know of it.
struct EPUBBook {
  let names: ArchiveNames
  /// Documents in reading order.
  let documents: Set<String>
  /// Pages of the printed book, by the document that they begin in.
  let pages: [String: [EPUBNavigation.Entry]]
  /// First entry in the table of contents that points into each document.
  let headings: [String: EPUBNavigation.Entry]

  init(_ package: EPUBPackage, names: ArchiveNames) {
    self.names = names
    documents = Set(package.spine)
    pages = Dictionary(grouping: package.navigation.pages, by: \.file)
    headings = Dictionary(
      package.navigation.contents.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
