// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is done with an element of WordprocessingML (ISO/IEC 29500-1, 17; 29500-3 for `mc`).
enum WordElement {
  /// Its contents are read as if it were not there.
  case transparent
  /// Nothing in it is text.
  case silent
  /// Words in it are left out by a rule.
  case omitted(String)
  case paragraph, paragraphProperties, run, words
  /// A property of a paragraph, its style or a run.
  case property
  case space, lineBreak, breakOrPage, pageBreak, hyphen, symbol
  case reference(OfficeMark.Kind)
  case fieldMark, simpleField, instruction
  case structuredTag
  /// A property of a structured tag that says why its contents are not text.
  case tagProperty(String)
  case box
  case table(OfficeItem.TablePart)
  case section, sectionProperty
  case note
  /// The pronunciation above words.
  case reading
  case alternatives, choice
  /// A place for a part in another format, such as a document, a formula or a chart.
  case otherPart

  init(_ tag: XMLTag) {
    if tag.namespace.hasSuffix("/markup-compatibility/2006") {
      self = Self.compatibility[tag.name] ?? .transparent
    } else if Self.isWord(tag.namespace) {
      self = Self.word[tag.name] ?? .transparent
    } else if tag.name == "t",
      tag.namespace.hasSuffix("/math") || tag.namespace.contains("drawingml")
    {
      self = .words
    } else {
      self = .transparent
    }
  }

  /// Whether a namespace is that of WordprocessingML: transitional, strict, or that of Word 2003.
  private static func isWord(_ namespace: String) -> Bool {
    namespace.hasSuffix("wordprocessingml/2006/main")
      || namespace.hasSuffix("wordprocessingml/main")
      || namespace.isEmpty
  }

  private static let compatibility: [String: WordElement] = [
    "AlternateContent": .alternatives, "Choice": .choice, "Fallback": .choice,
  ]

  private static let word: [String: WordElement] = [
    "p": .paragraph, "pPr": .paragraphProperties, "r": .run, "t": .words, "delText": .words,
    "pStyle": .property, "outlineLvl": .property, "numPr": .property, "numId": .property,
    "pageBreakBefore": .property, "framePr": .property, "rStyle": .property, "b": .property,
    "vanish": .property, "rFonts": .property,
    "tab": .space, "ptab": .space, "cr": .lineBreak, "br": .breakOrPage,
    "lastRenderedPageBreak": .pageBreak, "noBreakHyphen": .hyphen, "sym": .symbol,
    "footnoteReference": .reference(.footnote), "endnoteReference": .reference(.endnote),
    "footnote": .note, "endnote": .note,
    "fldChar": .fieldMark, "fldSimple": .simpleField, "instrText": .instruction,
    "sdt": .structuredTag, "docPartGallery": .tagProperty("contents"),
    "showingPlcHdr": .tagProperty("placeholder"),
    "txbxContent": .box, "rt": .reading,
    "tbl": .table(.start), "tr": .table(.row), "tc": .table(.cell),
    "sectPr": .section, "pgNumType": .sectionProperty, "footnotePr": .sectionProperty,
    "endnotePr": .sectionProperty, "numFmt": .sectionProperty, "numStart": .sectionProperty,
    "numRestart": .sectionProperty,
    "del": .omitted("deleted"), "moveFrom": .omitted("deleted"),
    "altChunk": .otherPart, "subDoc": .otherPart, "object": .otherPart,
    // What a tracked change was before, and what has no words.
    "pPrChange": .silent, "rPrChange": .silent, "sectPrChange": .silent, "tblPrChange": .silent,
    "trPrChange": .silent, "tcPrChange": .silent, "tblGridChange": .silent,
    "tblPrExChange": .silent, "numberingChange": .silent, "background": .silent,
    "tabs": .silent, "placeholder": .silent, "delInstrText": .silent, "fldData": .silent,
  ]
}
