// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CCMark
import Corpus
import Glibc

/// Reads Markdown (CommonMark with tables and footnotes, by cmark-gfm) by converting it to HTML.
enum MarkdownText {
  /// Extracts a text.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    let header = FrontMatter(text)
    // Blank lines replace the header so that line numbers stay correct.
    let body = String(repeating: "\n", count: header.lineCount) + header.rest
    guard let html = html(of: body) else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "unparsable", "The Markdown cannot be parsed.")])
    }
    var extracted = HTMLText.extract(html, file: file, stating: header.metadata)
    let count = Ledger.count(header.source)
    extracted.ledger.source += count
    extracted.ledger.metadata += count
    extracted.diagnostics = header.diagnostics + extracted.diagnostics
    return extracted
  }

  /// Converts a text to HTML; `nil` if that fails.
  ///
  /// Raw HTML is passed through, since the result is only read for its text and never displayed.
  private static func html(of text: String) -> String? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let feature = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, feature)
      }
    }
    var text = text
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(document) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let rendered = cmark_render_html(document, options, extensions) else { return nil }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}
