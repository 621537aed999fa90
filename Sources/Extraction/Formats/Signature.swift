// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the first bytes of a file tell of its format.
enum Signature: Sendable {
  /// Files are zip archives of a kind, whatever their names; with the suffix, those of no known kind
  /// too, and what another rule accepts.
  case archive(ArchiveKind, or: @Sendable (ArraySlice<UInt8>) -> Bool = { _ in false })
  /// Files that begin so are of the format, whatever their names, and no others are.
  case certain([UInt8])
  /// Files without a suffix that tells are of the format if one of these, in lower case, stands near
  /// the beginning.
  case markup([String])
  /// XML documents whose root element has one of these names, in lower case, whatever their names.
  case root([String])

  /// The kind of archive that its files are; `nil` if they are none.
  var archiveKind: ArchiveKind? { if case .archive(let kind, _) = self { kind } else { nil } }
  var isCertain: Bool {
    switch self {
    case .certain, .root: true
    case .archive, .markup: false
    }
  }

  /// How many bytes of a file tell: a document can have a document type before its root element.
  var reach: Int { if case .root = self { 1 << 16 } else { 1 << 10 } }

  /// Whether the first bytes of a file agree.
  func matches(_ head: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .archive(_, let accepts): return head.starts(with: [0x50, 0x4B]) || accepts(head)
    case .certain(let bytes): return head.starts(with: bytes)
    case .markup(let words):
      let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
      return words.contains { text.contains($0) }
    case .root(let names):
      return XMLProlog(head).root.map { names.contains($0.lowercased()) } ?? false
    }
  }

  /// Whether a file begins as an HTML document does: with its document type or first element, after
  /// an XML declaration and comments at most.
  static func beginsAsPage(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
    var rest = text[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    for (start, end) in [("<?xml", "?>"), ("<!--", "-->")] where rest.hasPrefix(start) {
      guard let close = rest.firstRange(of: end) else { return false }
      rest = rest[close.upperBound...].drop(while: \.isWhitespace)
    }
    return ["<!doctype html", "<html>", "<html "].contains { rest.hasPrefix($0) }
  }

  /// Whether bytes are not text: the beginning of a known binary format, or control characters.
  static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
    if binary.contains(where: { head.starts(with: $0) }) { return true }
    if wide.contains(where: { head.starts(with: $0) }) { return false }
    let controls = head.count { $0 < 0x20 && ($0 < 0x07 || $0 > 0x0D) && $0 != 0x1B && $0 != 0x1A }
    guard controls * 20 > head.count else { return false }
    return WideEncoding.of(head) == nil
  }

  /// The byte order marks of UTF-16 and UTF-32.
  private static let wide: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]

  private static let binary: [[UInt8]] =
    Packing.all.map(\.signature) + UnreadFormat.all.flatMap(\.signatures) + [
      Array("GIF8".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("SQLite format".utf8),
      Array("OggS".utf8), Array("RIFF".utf8), Array("ID3".utf8),
    ]
}
