// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads EPUB 2 and 3: the documents of the spine as one text, so that notes in other files are found.
enum EPUBText {
  /// The most documents of one book.
  private static let mostDocuments = 5_000

  /// Extracts a book.
  static func extract(_ file: SourceFile) -> ExtractedText {
    guard let archive = ZipArchive(file.bytes), let package = EPUBPackage(archive) else {
      return ExtractedText(
        diagnostics: [
          Diagnostic(
            .error, code: "unreadable-epub",
            "The file is no EPUB that can be read: its archive or its package is damaged.")
        ])
    }
    var html = "<body>"
    var diagnostics: [Diagnostic] = []
    for name in package.spine.prefix(mostDocuments) {
      guard let bytes = archive.read(name) else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "missing-document",
            "The document \(name) is not in the book, or is too large; the rest is read."))
        continue
      }
      let decoded = DecodedText(bytes, declared: DeclaredEncoding.inHTML(bytes))
      diagnostics += decoded.diagnostics
      html += EPUBDocument(decoded.text, name: name).section
    }
    var extracted = HTMLText.extract(html, file: file, stating: package.metadata)
    extracted.diagnostics = diagnostics + extracted.diagnostics
    return extracted
  }
}

/// One document of a book, on its way into the whole: its identifiers get its name before them.
struct EPUBDocument {
  /// Its body as a section.
  private(set) var section = ""

  private let name: String
  private let folder: String

  init(_ text: String, name: String) {
    self.name = name
    folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let bytes = Array(text.utf8)
    let start = Self.find("<body", in: bytes, from: 0) ?? 0
    let end = Self.findLast("</body", in: bytes) ?? bytes.count
    guard start < end else { return }
    let isBody = Self.find("<body", in: bytes, from: start) == start
    var body = rewritten(bytes[start..<end])
    if isBody { body = Array("<section".utf8) + body.dropFirst(5) }
    section = String(decoding: body, as: UTF8.self) + (isBody ? "</section>" : "")
  }

  /// The markup with `id="x"` as `id="name/x"`, and links within the book likewise.
  private func rewritten(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var isTag = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x3C { isTag = true }
      if byte == 0x3E { isTag = false }
      if isTag, byte <= 0x20, let (attribute, quote, start) = Self.attribute(bytes, at: index + 1),
        let close = bytes[start...].prefix(4_096).firstIndex(of: quote)
      {
        let value = String(decoding: bytes[start..<close], as: UTF8.self)
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

  /// Whether `id="` or `href="` stands at a place: its name, its quote and where its value begins.
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
