// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The styles of a document, under the names by which Word knows its own (ISO/IEC 29500-1, 17.7).
enum WordStyleSheet {
  /// `word/styles.xml`.
  static let part =
    WordXML.declaration + "<w:styles \(WordXML.namespaces)>"
    + #"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/>"#
    + #"<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#
    + #"<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>"#
    + "</w:pPrDefault></w:docDefaults>" + styles.joined() + "</w:styles>"

  private static let styles = [
    style("paragraph", "Normal", "Normal", isDefault: true),
    style("character", "DefaultParagraphFont", "Default Paragraph Font", isDefault: true),
    style(
      "paragraph", "Heading1", "heading 1", base: "Normal", next: "Normal",
      paragraph: #"<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/>"#,
      run: #"<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>"#),
    style(
      "paragraph", "Quote", "Quote", base: "Normal",
      paragraph: #"<w:ind w:left="720" w:right="720"/>"#),
    style(
      "paragraph", "FootnoteText", "footnote text", base: "Normal",
      paragraph: #"<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>"#,
      run: #"<w:sz w:val="20"/><w:szCs w:val="20"/>"#),
    style(
      "character", "FootnoteReference", "footnote reference", base: "DefaultParagraphFont",
      run: #"<w:vertAlign w:val="superscript"/>"#),
    style(
      "character", "Hyperlink", "Hyperlink", base: "DefaultParagraphFont",
      run: #"<w:color w:val="0563C1"/><w:u w:val="single"/>"#),
  ]

  private static func style(
    _ type: String, _ id: String, _ name: String, isDefault: Bool = false, base: String? = nil,
    next: String? = nil, paragraph: String = "", run: String = ""
  ) -> String {
    let mark = isDefault ? " w:default=\"1\"" : ""
    return "<w:style w:type=\"\(type)\"\(mark) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + (next.map { "<w:next w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>"
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }
}
