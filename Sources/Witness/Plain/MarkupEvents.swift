// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2

/// Collects the words between the tags of XML or HTML, from the events of libxml2's parser.
final class MarkupEvents {
  /// Elements inside a paragraph; every other tag divides words and paragraphs.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
    // Runs of Office Open XML, of OpenDocument, of TEI and of FictionBook.
    "r", "t", "rPr", "instrText", "delText", "proofErr", "fldChar", "bookmarkStart",
    "bookmarkEnd", "smartTag", "hyperlink", "lastRenderedPageBreak", "bookmark-start",
    "bookmark-end", "soft-page-break", "hi", "emph", "foreign", "title", "persName", "placeName",
    "ref", "emphasis", "choice", "sic", "corr", "orig", "reg", "abbr", "expan", "add", "del", "w",
    "pc", "c", "seg", "supplied", "unclear", "name", "date", "style",
  ]
  /// Elements whose contents no reader sees as text of the work.
  private static let silent: Set<String> = [
    "script", "style", "template", "teiHeader", "description", "binary", "instrText",
    "annotation", "figDesc",
    // Of Office Open XML: the second form of a text box, and positions of drawings, which are
    // numbers between tags.
    "rPr", "Fallback", "posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset",
    "pctPosVOffset",
    "delText", "delInstrText", "fldData", "anchorlock",
    // Of OpenDocument: deleted text, contents of other files, and properties of the file.
    "tracked-changes", "index-title-template", "binary-data", "document-meta", "meta", "scripts",
    "settings",
    "master-styles", "desc",
  ]

  private(set) var paragraphs: [PlainReading.Paragraph] = []
  private var text: [UInt8] = []
  private var line = 1
  /// Readings of editors beside the printed one (TEI P5, 3.5).
  private static let edited: Set<String> = ["corr", "reg", "expan"]

  /// Names of the open elements.
  private var open: [String] = []
  /// Number of open elements that are silent or inside one.
  private var silence = 0
  /// Number of open elements, limited by the parser.
  private let place: String?
  /// What is done with the tags, for documents that are not texts.
  var onTag: ((_ name: String, _ attributes: [String: String]) -> Void)?

  init(place: String?) { self.place = place }

  func begin(_ name: String, attributes: [String: String], line: Int) {
    let isEdited = open.last == "choice" && Self.edited.contains(name)
    // In TEI a `head` is a heading.
    let isHead = name == "head" && (open.isEmpty || open.last == "html")
    let isWithinSilence = silence > 0
    if isWithinSilence || isEdited || isHead || Self.silent.contains(name) { silence += 1 }
    open.append(name)
    onTag?(name, attributes)
    if !isWithinSilence, !Self.inline.contains(name) { finish() }
    if text.isEmpty { self.line = line }
  }

  func end(_ name: String, line: Int) {
    _ = open.popLast()
    if silence > 0 { silence -= 1 }
    if silence == 0, !Self.inline.contains(name) { finish() }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    guard silence == 0 else { return }
    if text.isEmpty { self.line = line }
    text.append(contentsOf: bytes)
  }

  /// Ends the paragraph.
  func finish() {
    defer { text.removeAll(keepingCapacity: true) }
    guard text.contains(where: { $0 > 0x20 }) else { return }
    let place = place.map { "\($0), line \(line)" } ?? "line \(line)"
    paragraphs.append(
      .init(
        text: String(decoding: text, as: UTF8.self), place: place,
        line: self.place == nil ? line : nil))
  }

  /// The name without its prefix.
  static func local(_ name: UnsafePointer<xmlChar>?) -> String {
    guard let name else { return "" }
    let whole = String(cString: name)
    return whole.split(separator: ":").last.map(String.init) ?? whole
  }
}
