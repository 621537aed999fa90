// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CGumbo

/// The quotation marks that browsers print around `<q>` (HTML Standard, 15.3.4; the marks of each
/// language are those of CLDR's delimiters).
enum QuotationElement {
  /// The mark before or after a quotation; within another `<q>` the inner one.
  static func mark(of node: HTMLNode, isOpening: Bool, language: String?) -> String {
    let isInner =
      sequence(first: node, next: { $0.parent }).dropFirst().prefix(40)
      .count { $0.isElement && $0.tag == GUMBO_TAG_Q } % 2 == 1
    let language = node.attribute("lang")?.lowercased() ?? language ?? "en"
    let marks = marks(language)
    return String(marks[(isInner ? 2 : 0) + (isOpening ? 0 : 1)])
  }

  /// Whether the words in the element begin with quotation marks themselves.
  static func hasMarks(_ node: HTMLNode) -> Bool {
    node.headText.first { !$0.isWhitespace }.map { "“”„«»‹›‘‚\"「『".contains($0) } ?? true
  }

  /// Opening, closing, inner opening and inner closing mark of a language.
  static func marks(_ language: String) -> [Character] {
    let marks = table[language] ?? table[String(language.prefix { $0 != "-" })]
    return Array(marks ?? "“”‘’")
  }

  private static let table: [String: String] = [
    "bg": "„“‚‘", "cs": "„“‚‘", "da": "“”‘’", "de": "„“‚‘", "de-ch": "«»‹›", "el": "«»“”",
    "es": "«»“”", "et": "„“‚‘", "fi": "””’’", "fr": "«»‹›", "hr": "„“‚‘", "hu": "„”»«",
    "it": "«»“”", "ja": "「」『』", "lt": "„“‚‘", "no": "«»‘’", "nb": "«»‘’", "pl": "„”«»",
    "pt-pt": "«»“”", "ro": "„”«»", "ru": "«»„“", "sk": "„“‚‘", "sl": "„“‚‘", "sv": "””’’",
    "uk": "«»„“", "zh": "“”‘’",
  ]
}

/// Text beside the words: readings of characters (HTML Standard, 4.5.11) and source code of
/// formulas (MathML Core, 6).
enum Annotations {
  /// The rule by which an element is kept apart from the text; `nil` if it is text.
  static func rule(of node: HTMLNode) -> String? {
    switch node.tag {
    case GUMBO_TAG_RT, GUMBO_TAG_RP, GUMBO_TAG_RTC: "ruby"
    case GUMBO_TAG_ANNOTATION_XML: "annotation"
    case GUMBO_TAG_UNKNOWN: node.originalName == "annotation" ? "annotation" : nil
    default: nil
    }
  }
}
