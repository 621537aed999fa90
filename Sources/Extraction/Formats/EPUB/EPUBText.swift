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
    let navigation = package.navigation
    let pages = Dictionary(grouping: navigation.pages, by: \.file)
    let headings = Dictionary(
      navigation.contents.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    var html = "<body>"
    var diagnostics: [Diagnostic] = []
    for name in package.spine.prefix(maximumDocuments) {
      guard let bytes = archive.read(name) else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "missing-document",
            "The document \(name) is missing or too large; the rest was read."))
        continue
      }
      let decoded = DecodedText(bytes, declared: DeclaredEncoding.inHTML(bytes))
      diagnostics += decoded.diagnostics
      let document = EPUBDocument(
        decoded.text, name: name, heading: headings[name], pages: pages[name] ?? [])
      html += document.section
    }
    var extracted = HTMLText.extract(html, file: file, stating: package.metadata)
    extracted.diagnostics = diagnostics + extracted.diagnostics
    raiseHeadings(&extracted.blocks, navigation.contents)
    return extracted
  }

  /// Turns paragraphs listed in the table of contents into headings.
  ///
  /// Some books mark headings through style sheets alone.
  private static func raiseHeadings(_ blocks: inout [Block], _ entries: [EPUBNavigation.Entry]) {
    var depths: [String: Int] = [:]
    for entry in entries where depths[entry.label.lettersAndDigits] == nil {
      depths[entry.label.lettersAndDigits] = entry.depth
    }
    for block in blocks {
      if case .heading = block.kind { depths[block.text.lettersAndDigits] = nil }
    }
    for index in blocks.indices
    where blocks[index].kind == .paragraph && blocks[index].text.utf8.count <= 160 {
      let name = blocks[index].text.lettersAndDigits
      guard name.count >= 2, let depth = depths[name] else { continue }
      blocks[index].kind = .heading(level: depth)
      depths[name] = nil
    }
  }
}

/// A document of a book, with its identifiers prefixed by its name for the combined text.
struct EPUBDocument {
  /// Body of the document as a `section` element.
  private(set) var section = ""

  private let name: String
  private let folder: String
  /// Labels of the pages that begin in the document, keyed by identifier.
  private let labels: [String: String]

  /// - Parameters:
  ///   - heading: First table of contents entry that points into the document.
  ///   - pages: Pages that begin in it.
  init(
    _ text: String, name: String, heading: EPUBNavigation.Entry?, pages: [EPUBNavigation.Entry]
  ) {
    self.name = name
    labels = Dictionary(
      pages.compactMap { page in page.fragment.map { ($0, page.label) } },
      uniquingKeysWith: { first, _ in first })
    folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let bytes = Array(text.utf8)
    let start = Self.find("<body", in: bytes, from: 0) ?? 0
    let end = Self.findLast("</body", in: bytes) ?? bytes.count
    guard start < end else { return }
    let isBody = Self.find("<body", in: bytes, from: start) == start
    var body = rewritten(bytes[start..<end])
    if isBody { body = Array("<section".utf8) + body.dropFirst(5) }
    let first = pages.first { $0.fragment == nil }.map { Self.pageBreak($0.label) } ?? ""
    section = first + String(decoding: body, as: UTF8.self) + (isBody ? "</section>" : "")
    // A document without a heading gets the one from the table of contents.
    if let heading, Self.isText(body), !Self.hasHeading(body), !Self.says(heading.label, body) {
      let level = min(heading.depth, 6)
      section = "<h\(level)>\(Self.escaped(heading.label))</h\(level)>" + section
    }
  }

  private static func pageBreak(_ label: String) -> String {
    "<span epub:type=\"pagebreak\" title=\"\(escaped(label))\"></span>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static func hasHeading(_ body: [UInt8]) -> Bool {
    var index = body.startIndex
    while let open = body[index...].firstIndex(of: 0x3C), open + 2 < body.count {
      if body[open + 1] | 0x20 == 0x68, body[open + 2] &- 0x31 < 6 { return true }
      index = open + 1
    }
    return false
  }

  /// Whether a document is part of the text, rather than a cover, title page or imprint.
  private static func isText(_ body: [UInt8]) -> Bool {
    let head = String(decoding: body.prefix(1_024), as: UTF8.self).lowercased()
    let matter = [
      "titlepage", "title-page", "imprint", "colophon", "copyright", "cover", "dedication", "toc",
      "frontispiece", "half-title",
    ]
    return body.count >= 400 && !matter.contains { head.contains($0) }
  }

  /// Whether the beginning of a document already contains a heading's words.
  private static func says(_ label: String, _ body: [UInt8]) -> Bool {
    var text: [UInt8] = []
    var isTag = false
    for byte in body.prefix(8_192) {
      if byte == 0x3C { isTag = true }
      if !isTag { text.append(byte) }
      if byte == 0x3E { isTag = false }
    }
    let start = String(decoding: text, as: UTF8.self).lettersAndDigits.prefix(600)
    return start.contains(label.lettersAndDigits)
  }

  /// Rewrites `id="x"` as `id="name/x"`, and links within the book accordingly.
  private func rewritten(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var isTag = false
    var tagStart = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x3C {
        isTag = true
        tagStart = result.count
      }
      if byte == 0x3E { isTag = false }
      if isTag, byte <= 0x20, let (attribute, quote, start) = Self.attribute(bytes, at: index + 1),
        let close = bytes[start...].prefix(4_096).firstIndex(of: quote)
      {
        let value = String(decoding: bytes[start..<close], as: UTF8.self)
        if attribute == "id", let label = labels[value] {
          result.insert(contentsOf: Self.pageBreak(label).utf8, at: tagStart)
        }
        result.append(0x20)
        result.append(contentsOf: "\(attribute)=\"\(address(value, attribute))\"".utf8)
        index = close + 1
        continue
      }
      result.append(byte)
      index += 1
    }
    return result
  }

  private func address(_ value: String, _ attribute: String) -> String {
    if attribute == "id" { return "\(name)/\(value)" }
    guard !value.contains("://"), let hash = value.firstIndex(of: "#") else { return value }
    let document = value[..<hash]
    let target = document.isEmpty ? name : EPUBPackage.resolve(String(document), in: folder)
    return "#\(target)/\(value[value.index(after: hash)...])"
  }

  /// The attribute at an index, if it is `id` or `href`: name, quote, and start of the value.
  private static func attribute(
    _ bytes: ArraySlice<UInt8>, at index: Int
  ) -> (name: String, quote: UInt8, start: Int)? {
    for name in ["id", "href"] {
      let end = index + name.utf8.count
      guard end + 1 < bytes.endIndex, bytes[index..<end].elementsEqual(name.utf8),
        bytes[end] == 0x3D, bytes[end + 1] == 0x22 || bytes[end + 1] == 0x27
      else { continue }
      return (name, bytes[end + 1], end + 2)
    }
    return nil
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func findLast(_ text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    var index = bytes.count - wanted.count
    while index >= 0 {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index
      }
      index -= 1
    }
    return nil
  }
}
