// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2
import Corpus

/// What an XML document consists of, in its order.
enum XMLEvent {
  case start(XMLTag)
  /// The end of an element, by its local name; every element that started has one.
  case end(String)
  /// All text up to the next tag or instruction, with the line where it begins.
  case text(String, line: Int)
  /// A processing instruction: `<?target data?>`.
  case instruction(target: String, data: String, line: Int)
}

/// Reads an XML document of any size event by event (libxml2), leniently and without a network.
enum XMLEvents {
  /// Sends the events of a document to a reader.
  ///
  /// What can be read of a document that is not well formed is read, and the rest said to be
  /// missing. Elements may be nested 256 deep, the parser's limit.
  ///
  /// - Returns: What is wrong with the document; empty if it is well formed.
  static func read(_ bytes: [UInt8], _ visit: (XMLEvent) -> Void) -> [Diagnostic] {
    let decoded = DecodedText(bytes, declared: DeclaredEncoding.inHTML(bytes))
    return decoded.diagnostics + read(decoded.text, visit)
  }

  /// Sends the events of a decoded document to a reader.
  static func read(_ text: String, _ visit: (XMLEvent) -> Void) -> [Diagnostic] {
    withoutActuallyEscaping(visit) { visit in
      let parser = XMLParser(visit)
      return parser.parse(XMLSource(text).utf8)
    }
  }
}

/// Runs libxml2's parser, and turns its calls into events.
private final class XMLParser {
  private static let isReady: Void = xmlInitParser()

  private let visit: (XMLEvent) -> Void
  private var text: [UInt8] = []
  private var textLine = 1
  /// Names of the open elements.
  private var open: [String] = []
  private var hasRoot = false

  init(_ visit: @escaping (XMLEvent) -> Void) { self.visit = visit }

  func parse(_ utf8: [UInt8]) -> [Diagnostic] {
    _ = Self.isReady
    guard utf8.count < 1 << 30, let context = xmlNewParserCtxt() else {
      return [Diagnostic(.error, code: "unparsable", "The XML is too large to be read.")]
    }
    defer { xmlFreeParserCtxt(context) }
    Self.listen(context.pointee.sax)
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue
    let document = utf8.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        "UTF-8", Int32(options))
    }
    if let document { xmlFreeDoc(document) }
    flush()
    let isCut = !open.isEmpty || context.pointee.errNo == Int32(XML_ERR_DOCUMENT_END.rawValue)
    while let name = open.popLast() { visit(.end(name)) }
    guard context.pointee.wellFormed == 0 else { return [] }
    return [fault(context.pointee.lastError, isCut: isCut)]
  }

  private func fault(_ error: xmlError, isCut: Bool) -> Diagnostic {
    let line = error.line > 0 ? Int(error.line) : nil
    guard hasRoot else {
      return Diagnostic(.error, code: "unparsable", "The XML cannot be parsed.", line: line)
    }
    return isCut
      ? Diagnostic(
        .warning, code: "cut-document",
        "The XML is broken off or damaged at line \(error.line); what comes before was read, and "
          + "the rest is missing.", line: line)
      : Diagnostic(
        .warning, code: "malformed-document",
        "The XML is not well formed; it was read as well as possible. The last fault is in line "
          + "\(error.line).", line: line)
  }

  // MARK: Events

  private func start(_ tag: XMLTag) {
    flush()
    hasRoot = true
    open.append(tag.name)
    visit(.start(tag))
  }

  private func end() {
    flush()
    if let name = open.popLast() { visit(.end(name)) }
  }

  private func add(_ bytes: UnsafePointer<xmlChar>, _ count: Int, line: Int) {
    let buffer = UnsafeBufferPointer(start: bytes, count: count)
    // The parser names the line in which the text ends.
    if text.isEmpty { textLine = max(1, line - buffer.count { $0 == 0x0A }) }
    text += buffer
  }

  private func flush() {
    guard !text.isEmpty else { return }
    visit(.text(String(decoding: text, as: UTF8.self), line: textLine))
    text.removeAll(keepingCapacity: true)
  }

  // MARK: Calls of the parser

  private static func listen(_ handler: UnsafeMutablePointer<xmlSAXHandler>?) {
    guard let handler else { return }
    handler.pointee.initialized = XML_SAX2_MAGIC
    handler.pointee.startElementNs = { context, name, _, namespace, _, _, count, _, values in
      XMLParser.of(context)?.start(
        XMLTag(
          name: XMLParser.string(name), namespace: XMLParser.string(namespace),
          attributes: XMLParser.attributes(values, Int(count)),
          line: Int(xmlSAX2GetLineNumber(context))))
    }
    handler.pointee.endElementNs = { context, _, _, _ in XMLParser.of(context)?.end() }
    handler.pointee.characters = { context, bytes, count in
      guard let bytes else { return }
      XMLParser.of(context)?.add(bytes, Int(count), line: Int(xmlSAX2GetLineNumber(context)))
    }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.processingInstruction = { context, target, data in
      guard let parser = XMLParser.of(context) else { return }
      parser.flush()
      parser.visit(
        .instruction(
          target: XMLParser.string(target), data: XMLParser.string(data),
          line: Int(xmlSAX2GetLineNumber(context))))
    }
    handler.pointee.comment = nil
    handler.pointee.reference = nil
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
      Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// Attributes come in fives: name, prefix, namespace, beginning and end of the value.
  private static func attributes(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [XMLTag.Attribute] {
    guard let values, count > 0 else { return [] }
    return (0..<count).map { number in
      let place = number * 5
      var value = ""
      if let start = values[place + 3], let end = values[place + 4] {
        value = String(
          decoding: UnsafeBufferPointer(start: start, count: max(0, end - start)), as: UTF8.self)
        // The parser, which expands nothing, leaves `&` as a reference.
        if value.utf8.contains(0x26) { value = value.replacing("&#38;", with: "&") }
      }
      return XMLTag.Attribute(
        name: string(values[place]), namespace: string(values[place + 2]), value: value)
    }
  }

  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
