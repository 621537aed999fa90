// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2

/// The words of XML, XHTML and HTML, read by libxml2.
enum PlainMarkup {
  /// Reads a page: as XML if it is well formed, or else as HTML.
  static func read(html bytes: [UInt8], like accounted: AccountedText) -> PlainReading {
    read(page: Array(PlainDecoding.text(bytes, like: accounted).utf8), place: nil)
  }

  /// Reads a page in UTF-8.
  static func read(page bytes: [UInt8], place: String?) -> PlainReading {
    let beginning = String(decoding: bytes.prefix(1_000), as: UTF8.self)
    if beginning.contains("<?xml") || beginning.contains("http://www.w3.org/1999/xhtml"),
      let events = parse(MarkupEntities.resolved(bytes), place: place, isHTML: false)
    {
      return PlainReading(events.paragraphs)
    }
    guard let events = parse(bytes, place: place, isHTML: true) else {
      return PlainReading(failure: "The plain reader of HTML could not read \(place ?? "it").")
    }
    return PlainReading(events.paragraphs)
  }

  /// Reads XML.
  static func read(xml bytes: [UInt8], place: String?) -> PlainReading {
    let bytes = MarkupEntities.resolved(bytes)
    guard let events = parse(bytes, place: place, isHTML: false, encoding: nil) else {
      return PlainReading(failure: "The XML of \(place ?? "the file") is not well formed.")
    }
    return PlainReading(events.paragraphs)
  }

  /// Sends the events of a document to a collector; `nil` if it is not well formed.
  static func parse(
    _ bytes: [UInt8], place: String?, isHTML: Bool, encoding: String? = "UTF-8",
    onTag: ((String, [String: String]) -> Void)? = nil
  ) -> MarkupEvents? {
    guard bytes.count < 1 << 30,
      let context = isHTML ? htmlNewParserCtxt() : xmlNewParserCtxt()
    else { return nil }
    defer { isHTML ? htmlFreeParserCtxt(context) : xmlFreeParserCtxt(context) }
    let events = MarkupEvents(place: place)
    events.onTag = onTag
    context.pointee._private = Unmanaged.passUnretained(events).toOpaque()
    listen(context.pointee.sax)
    let document = bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let size = Int32(buffer.count)
      return isHTML
        ? htmlCtxtReadMemory(
          context, start, size, nil, encoding,
          Int32(
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue)
        )
        : xmlCtxtReadMemory(
          context, start, size, nil, encoding,
          Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
    }
    if let document { xmlFreeDoc(document) }
    events.finish()
    return isHTML || context.pointee.wellFormed == 1 ? events : nil
  }

  /// Makes the parser report tags and words (SAX 1), and build no tree of them.
  private static func listen(_ handler: UnsafeMutablePointer<xmlSAXHandler>?) {
    guard let handler else { return }
    handler.pointee.initialized = 1
    handler.pointee.startElementNs = nil
    handler.pointee.endElementNs = nil
    handler.pointee.startElement = { context, name, attributes in
      guard let events = PlainMarkup.events(context) else { return }
      var found: [String: String] = [:]
      var next = attributes
      while events.onTag != nil, let name = next?.pointee {
        found[MarkupEvents.local(name)] = next?[1].map { String(cString: $0) } ?? ""
        next = next?.advanced(by: 2)
      }
      events.begin(MarkupEvents.local(name), attributes: found, line: PlainMarkup.line(context))
    }
    handler.pointee.endElement = { context, name in
      PlainMarkup.events(context)?.end(MarkupEvents.local(name), line: PlainMarkup.line(context))
    }
    handler.pointee.characters = { context, bytes, count in
      let words = UnsafeBufferPointer(start: bytes, count: Int(count))
      PlainMarkup.events(context)?.add(words, line: PlainMarkup.line(context))
    }
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.comment = nil
    handler.pointee.processingInstruction = nil
    handler.pointee.reference = nil
  }

  private static func events(_ context: UnsafeMutableRawPointer?) -> MarkupEvents? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
      Unmanaged<MarkupEvents>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static func line(_ context: UnsafeMutableRawPointer?) -> Int {
    Int(xmlSAX2GetLineNumber(context))
  }
}
