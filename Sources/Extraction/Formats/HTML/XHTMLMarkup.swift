// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Rewrites XHTML so that an HTML parser reads in it what an XML parser would.
///
/// To an HTML parser `<span/>` is an open element and `<title/>` the beginning of text that ends
/// nowhere; it takes a CDATA section for a comment and `html:p` for an unknown element
/// (HTML Standard, 13.2.5; XHTML 1.0, C). Line ends are kept, so that line numbers stay correct.
///
/// - Complexity: O(*n*).
struct XHTMLMarkup {
  /// The markup as HTML.
  private(set) var html: [UInt8] = []

  private let source: [UInt8]
  private let isXML: Bool
  private var index = 0
  /// Namespace prefixes whose elements HTML knows by their local names.
  private let prefixes: Set<String>
  private var entities = XMLEntities()

  /// Rewrites markup.
  ///
  /// - Parameter isXML: Whether XML's rules hold for all of it. In HTML only elements with raw text
  ///   that are closed at once, such as `<script src="x"/>`, are completed.
  init(_ utf8: [UInt8], isXML: Bool) {
    source = utf8
    self.isXML = isXML
    prefixes = isXML ? Self.prefixes(in: utf8) : []
    html.reserveCapacity(utf8.count + utf8.count / 16)
    while index < source.count { step() }
  }

  /// Whether a document declares itself to be XHTML: an XML declaration, an XHTML document type, or
  /// the namespace on its first element.
  static func isDeclared(_ utf8: [UInt8]) -> Bool {
    let head = String(decoding: utf8.prefix(1_024), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<?xml") { return true }
    if let type = start.firstRange(of: "<!doctype") {
      let rest = start[type.upperBound...].prefix { $0 != ">" }
      if rest.contains("xhtml") { return true }
    }
    guard let root = start.firstRange(of: "<html") else { return false }
    return start[root.upperBound...].prefix { $0 != ">" }.contains("www.w3.org/1999/xhtml")
  }

  private mutating func step() {
    let byte = source[index]
    if byte == 0x26, !entities.isEmpty, let (value, end) = entities.value(at: index, in: source) {
      html += value
      index = end
    } else if byte != 0x3C {
      html.append(byte)
      index += 1
    } else if starts(with: "<!--") {
      copyComment()
    } else if isXML, starts(with: "<![CDATA[") {
      readSection()
    } else if isXML, starts(with: "<?") {
      skipInstruction()
    } else if isXML, starts(with: "<!DOCTYPE") {
      readDocumentType()
    } else if MarkupTag.begins(at: index, in: source) {
      if let tag = MarkupTag(at: index, in: source) { return write(tag) }
      // A tag that does not end takes the rest of the document, for the parser too.
      html += source[index...]
      index = source.count
    } else {
      html.append(byte)
      index += 1
    }
  }

  /// Skips a processing instruction; one that is not closed properly ends like a tag.
  private mutating func skipInstruction() {
    let rest = source[index...].prefix(4_096)
    var place = rest.startIndex
    var first: Int?
    while place < rest.endIndex {
      if rest[place] == 0x3E {
        first = first ?? place
        if rest[place - 1] == 0x3F { break }
      }
      place += 1
    }
    let end = place < rest.endIndex ? place : first ?? index + 1
    for byte in source[index...end] where byte == 0x0A { html.append(byte) }
    index = end + 1
  }

  private mutating func write(_ tag: MarkupTag) {
    index = tag.end
    var name = String(decoding: source[tag.name], as: UTF8.self)
    if isXML, let colon = name.firstIndex(of: ":"), prefixes.contains(String(name[..<colon])) {
      name = String(name[name.index(after: colon)...])
    }
    let lower = name.lowercased()
    // An HTML parser takes `</br>` for another line break.
    if isXML, tag.isClosing, Self.void.contains(lower) { return }
    let isEmpty =
      tag.isSelfClosing && !tag.isClosing && !Self.void.contains(lower)
      && (isXML || Self.raw.contains(lower))
    html += tag.isClosing ? "</".utf8 : "<".utf8
    html += (isXML ? lower : name).utf8
    html += source[tag.name.upperBound..<(isEmpty ? tag.end - 2 : tag.end)]
    if isEmpty { html += "></\(isXML ? lower : name)>".utf8 }
  }

  private mutating func copyComment() {
    let start = index
    // `<!-->` is a whole comment in HTML.
    skip(past: "-->", from: index + 2)
    html += source[start..<index]
  }

  /// Writes a CDATA section as text.
  private mutating func readSection() {
    let start = index + 9
    skip(past: "]]>", from: start)
    let end = max(start, source[..<index].suffix(3).elementsEqual("]]>".utf8) ? index - 3 : index)
    for byte in source[min(start, end)..<end] {
      switch byte {
      case 0x26: html += "&amp;".utf8
      case 0x3C: html += "&lt;".utf8
      default: html.append(byte)
      }
    }
  }

  /// Copies a document type without its internal subset, whose entities are remembered.
  private mutating func readDocumentType() {
    let rest = source[index...].prefix(65_536)
    guard let open = rest.firstIndex(where: { $0 == 0x3E || $0 == 0x5B }), rest[open] == 0x5B,
      let close = rest[open...].indices.first(where: { place in
        rest[place] == 0x5D
          && rest[(place + 1)...].prefix(64).first(where: { $0 > 0x20 }) == 0x3E
      })
    else {
      html.append(source[index])
      index += 1
      return
    }
    html += rest[index..<open]
    for byte in rest[open...close] where byte == 0x0A { html.append(byte) }
    entities.read(rest[open...close])
    index = close + 1
  }

  /// Moves past the next occurrence of an end mark, or to the end of the source.
  private mutating func skip(past end: String, from start: Int) {
    let wanted = Array(end.utf8)
    var place = min(start, source.count)
    while place < source.count {
      if source[place] == wanted[0], source[place...].starts(with: wanted) { break }
      place += 1
    }
    index = min(source.count, place + wanted.count)
  }

  private func starts(with text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= source.count else { return false }
    return text.withUTF8Buffer { source[index..<(index + $0.count)].elementsEqual($0) }
  }

  /// Prefixes bound to the namespaces of XHTML, SVG and MathML.
  private static func prefixes(in utf8: [UInt8]) -> Set<String> {
    let head = String(decoding: utf8.prefix(8_192), as: UTF8.self)
    var found: Set<String> = []
    for piece in head.split(separator: "xmlns:").dropFirst().prefix(64) {
      let parts = piece.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].utf8.count <= 32 else { continue }
      let value = parts[1].trimmingPrefix { $0.isWhitespace }.dropFirst()
      if namespaces.contains(where: { value.hasPrefix($0) }) {
        found.insert(String(parts[0]).trimmed)
      }
    }
    return found
  }

  private static let namespaces = [
    "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
  ]
  /// Elements without content (HTML Standard, 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]
  /// Elements whose content an HTML parser reads without looking for tags.
  private static let raw: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "noframes", "noembed", "xmp",
  ]
}
