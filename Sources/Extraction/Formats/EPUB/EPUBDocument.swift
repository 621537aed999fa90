// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A document of a book, with its identifiers prefixed by its name for the combined text.
struct EPUBDocument {
  /// Body of the document as a `section` element.
  private(set) var section = ""

  /// Documents of the book that it links to.
  private(set) var links: Set<String> = []

  private let name: String
  private let folder: String
  private let book: EPUBBook
  /// Labels of the pages that begin in the document, keyed by identifier.
  private let labels: [String: String]

  init(_ text: String, name: String, in book: EPUBBook) {
    self.name = name
    self.book = book
    let pages = book.pages[name] ?? []
    labels = Dictionary(
      pages.compactMap { page in page.fragment.map { ($0, page.label) } },
      uniquingKeysWith: { first, _ in first })
    folder = ArchiveNames.folder(of: name)
    // A content document is XHTML, whatever its first lines declare (EPUB 3.3, 6.1).
    let bytes = XHTMLMarkup(Array(text.utf8), isXML: true).html
    let start = Self.find("<body", in: bytes, from: 0) ?? 0
    let end = Self.findLast("</body", in: bytes) ?? bytes.count
    guard start < end else { return }
    let isBody = Self.find("<body", in: bytes, from: start) == start
    var body = rewritten(bytes[start..<end])
    if isBody { body = Array("<section".utf8) + body.dropFirst(5) }
    section = String(decoding: body, as: UTF8.self) + (isBody ? "</section>" : "")
    // A document without a heading gets the one from the table of contents.
    if let heading = book.headings[name], Self.isText(body), !Self.hasHeading(body),
      !Self.says(heading.label, body)
    {
      let level = min(heading.depth, 6)
      section = "<h\(level)>\(Self.escaped(heading.label))</h\(level)>" + section
    }
    let first = pages.first { $0.fragment == nil }.map { Self.pageBreak($0.label) } ?? ""
    section = first + "<section data-document=\"\(Self.escaped(name))\">\(section)</section>"
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

  /// Whether a document is part of the text, rather than a cover, title page or imprint, by the
  /// words in its first tags.
  private static func isText(_ body: [UInt8]) -> Bool {
    guard body.count >= 400 else { return false }
    var isTag = false
    let tags = body.prefix(1_024).map { byte -> UInt8 in
      if byte == 0x3C { isTag = true }
      if byte == 0x3E { isTag = false }
      return isTag ? byte | (byte &- 0x41 < 26 ? 0x20 : 0) : 0x20
    }
    let words = String(decoding: tags, as: UTF8.self).split { !$0.isLetter && $0 != "-" }
    return !words.contains { matter.contains($0) }
  }

  private static let matter: Set<Substring> = [
    "titlepage", "title-page", "halftitlepage", "half-title", "halftitle", "imprint", "colophon",
    "copyright", "copyright-page", "cover", "coverpage", "dedication", "toc", "frontispiece",
  ]

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

  /// Rewrites `id="x"` and `name="x"` as `id="name/x"`, and links within the book accordingly.
  private mutating func rewritten(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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
        if attribute != "href", let label = labels[value] {
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

  private mutating func address(_ value: String, _ attribute: String) -> String {
    guard attribute == "href" else { return Self.escaped(name) + "/" + quoted(value) }
    guard !value.contains("://"), !value.hasPrefix("mailto:") else { return quoted(value) }
    let url = value.replacing("&amp;", with: "&")
    var (document, fragment) = book.names.resolve(url, in: folder)
    if url.hasPrefix("#") { document = name }
    links.insert(document)
    if let fragment { return "#" + Self.escaped("\(document)/\(fragment)") }
    return book.documents.contains(document) ? "#" + Self.escaped(document) : quoted(value)
  }

  private func quoted(_ value: String) -> String { value.replacing("\"", with: "&quot;") }

  /// The attribute at an index, if it is `id`, `name` or `href`: name, quote, and start of the value.
  private static func attribute(
    _ bytes: ArraySlice<UInt8>, at index: Int
  ) -> (name: String, quote: UInt8, start: Int)? {
    for name in ["id", "href", "name"] {
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
