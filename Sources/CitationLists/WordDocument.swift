// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation

/// A list as a Word document: block quotations with footnotes.
///
/// WordprocessingML in an OPC package (ISO/IEC 29500-1 and -2).
struct WordDocument {
  private var body = ""
  private var footnotes = ""
  private var links: [String] = []
  private let date: AccessDate

  init(_ list: CitationList, style: CitationStyle) {
    date = list.accessed
    body += WordXML.paragraph("Heading1", WordXML.run(CitationList.heading))
    body += WordXML.paragraph("Normal", WordXML.run(list.subheading + "."))
    for (index, item) in list.items.enumerated() {
      let note = ReferenceNote(item, style: style, accessed: list.accessed)
      body += Self.quotation(item, note: index + 1)
      footnotes += footnote(note, number: index + 1)
    }
  }

  /// The file; empty if memory is exhausted.
  var bytes: [UInt8] {
    ZipPackage.bytes(
      of: WordParts.fixed + [
        ("docProps/core.xml", WordParts.properties(title: CitationList.heading, date: date.iso)),
        ("word/document.xml", WordParts.document(body)),
        ("word/footnotes.xml", WordParts.footnotes(footnotes)),
        ("word/_rels/footnotes.xml.rels", WordParts.hyperlinks(links)),
      ]) ?? []
  }

  private static func quotation(_ item: KeptItem, note: Int) -> String {
    let language = WordXML.language(item.language)
    let words = item.lines.map { WordXML.run($0, language.properties) }
      .joined(separator: "<w:r><w:br/></w:r>")
    let mark = reference("<w:footnoteReference w:id=\"\(note)\"/>")
    return WordXML.paragraph("Quote", isRightToLeft: language.isRightToLeft, words + mark)
  }

  /// A footnote that begins with its number.
  private mutating func footnote(_ note: ReferenceNote, number: Int) -> String {
    var content = Self.reference("<w:footnoteRef/>") + WordXML.run(" ")
    for piece in note.pieces {
      if let link = piece.link {
        links.append(link)
        let run = WordXML.run(piece.text, "<w:rStyle w:val=\"Hyperlink\"/>")
        content += "<w:hyperlink r:id=\"rId\(links.count)\">\(run)</w:hyperlink>"
      } else {
        content += WordXML.run(piece.text, piece.isItalic ? "<w:i/><w:iCs/>" : "")
      }
    }
    return
      "<w:footnote w:id=\"\(number)\">\(WordXML.paragraph("FootnoteText", content))</w:footnote>"
  }

  private static func reference(_ mark: String) -> String {
    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\(mark)</w:r>"
  }
}
