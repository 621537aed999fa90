// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A format that texts come in.
package enum Format: String, Sendable, CaseIterable {
  case text
  case html
  case muse
  case markdown
  case epub
  case pdf
  /// JSON lines, as `pamphlet export` writes them.
  case passages

  /// The version of the extractors; raise it with every change that alters what they return.
  package static let extractorVersion = 3

  /// The format of a file by its name, and where that does not tell, by its first bytes.
  package static func recognize(name: String, bytes: [UInt8]) -> Format? {
    let head = bytes.prefix(1_024)
    let file = name.split(separator: "/").last ?? ""
    let suffix = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() }
    if suffix == "epub" { return head.starts(with: [0x50, 0x4B]) ? .epub : nil }
    if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if Signature.isBinary(head) { return nil }
    switch suffix {
    case "html", "htm", "xhtml", "xht": return .html
    case "txt", "text", "asc": return .text
    case "muse": return .muse
    case "md", "markdown", "mkd", "mdown": return .markdown
    case nil, "": return Signature.isHTML(head) ? .html : .text
    default: return Signature.isHTML(head) ? .html : nil
    }
  }

  /// Reads a file: never fails, never stops early; what is wrong is said in `diagnostics`.
  package func extract(_ file: SourceFile) -> ExtractedText {
    guard !file.bytes.isEmpty else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "empty-file", "The file is empty.")])
    }
    return switch self {
    case .epub: EPUBText.extract(file)
    case .pdf: PDFText.extract(file)
    case .html: decoded(file, DeclaredEncoding.inHTML) { HTMLText.extract($0, file: file) }
    case .text: decoded(file, DeclaredEncoding.inText) { PlainText.extract($0, file: file) }
    case .markdown: decoded(file, DeclaredEncoding.inText) { MarkdownText.extract($0, file: file) }
    case .muse: decoded(file, DeclaredEncoding.inText) { MuseText.extract($0, file: file) }
    case .passages: ExtractedText()
    }
  }

  private func decoded(
    _ file: SourceFile, _ declared: ([UInt8]) -> String?, _ extract: (String) -> ExtractedText
  ) -> ExtractedText {
    let decoded = DecodedText(file.bytes, declared: declared(file.bytes))
    var text = extract(decoded.text)
    text.diagnostics = decoded.diagnostics + text.diagnostics
    return text
  }
}

/// Tells formats by their first bytes.
enum Signature {
  /// Whether bytes are no text: a known format's first bytes, or control characters.
  static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
    if signatures.contains(where: { head.starts(with: $0) }) { return true }
    if wide.contains(where: { head.starts(with: $0) }) { return false }
    let controls = head.count { $0 < 0x20 && ($0 < 0x07 || $0 > 0x0D) && $0 != 0x1B && $0 != 0x1A }
    guard controls * 20 > head.count else { return false }
    // UTF-16 without a mark has a zero for every second byte.
    let zeros = [0, 1].map { parity in
      head.enumerated().count { $0.offset & 1 == parity && $0.element == 0 }
    }
    let isWide = zeros.max().map { $0 * 10 > head.count * 3 } ?? false
    return !(isWide && (zeros.min() ?? 0) * 20 < head.count)
  }

  /// Whether bytes begin as HTML does.
  static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
    return text.contains("<!doctype html") || text.contains("<html")
  }

  private static let wide: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
  /// The commonest archives and compressed files: zip, gzip, zstd, xz, bzip2.
  static let packed: [[UInt8]] = [
    [0x50, 0x4B, 3, 4], [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
    Array("BZh".utf8),
  ]
  private static let signatures: [[UInt8]] =
    packed + [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x7F, 0x45, 0x4C, 0x46],
      Array("Rar!".utf8), [0xD0, 0xCF, 0x11, 0xE0],
      Array("AT&TFORM".utf8), Array("{\\rtf".utf8), Array("SQLite format".utf8), Array("OggS".utf8),
      Array("RIFF".utf8), Array("ID3".utf8), Array("II*\0".utf8), Array("MM\0*".utf8),
    ]
}

/// Reads the encoding that a document names itself.
enum DeclaredEncoding {
  /// The `charset` of an HTML document's first bytes (HTML, 13.2.3.2), or the one of its XML
  /// declaration.
  static func inHTML(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    for name in ["charset=", "encoding="] {
      guard let found = head.firstRange(of: name) else { continue }
      let value = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }

  /// The encoding that Project Gutenberg's header names: `Character set encoding: ISO-8859-1`.
  static func inText(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
    guard let found = head.firstRange(of: "character set encoding:") else { return nil }
    let value = head[found.upperBound...].drop { $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return value.isEmpty ? nil : String(value)
  }
}
