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
    let notes = MarkdownNotes(body)
    guard let html = html(of: notes.text) else {
      return ExtractedText(
        diagnostics: [Diagnostic(.error, code: "unparsable", "The Markdown cannot be parsed.")])
    }
    var extracted = HTMLText.extract(numbered(html), file: file, stating: header.metadata)
    let count = Ledger.count(header.source)
    extracted.ledger.source += count
    extracted.ledger.metadata += count
    extracted.diagnostics = header.diagnostics + extracted.diagnostics
    extracted.blocks = Self.placed(extracted.blocks)
    for label in notes.ambiguous.prefix(20) {
      extracted.diagnostics.append(
        Diagnostic(
          .warning, code: "ambiguous-note",
          "The note [^\(label)] is defined several times, and which mark refers to which cannot be "
            + "told; the notes were read without their marks."))
    }
    return extracted
  }

  /// Moves notes behind the paragraphs with their first marks, so that they are in those sections.
  ///
  /// The parser gathers them at the end, where none of them is written.
  private static func placed(_ blocks: [Block]) -> [Block] {
    var notes: [Int: [Block]] = [:]
    let marked = Set(blocks.flatMap { $0.noteMarks.compactMap(\.noteKey) })
    var rest: [Block] = []
    for block in blocks {
      if block.kind == .note, let key = block.noteKey, marked.contains(key) {
        notes[key, default: []].append(block)
      } else {
        rest.append(block)
      }
    }
    guard !notes.isEmpty else { return blocks }
    var placed: [Block] = []
    // A note may itself have the mark of another.
    func place(_ block: Block) {
      var waiting = [block]
      while !waiting.isEmpty {
        let next = waiting.removeFirst()
        placed.append(next)
        for key in next.noteMarks.compactMap(\.noteKey) {
          waiting += notes.removeValue(forKey: key) ?? []
        }
      }
    }
    for block in rest { place(block) }
    return placed
      + blocks.filter { block in
        block.kind == .note && block.noteKey.map { notes[$0] != nil } == true
      }
  }

  /// Gives marks the numbers that the text prints, where its labels are numbers.
  ///
  /// The parser numbers notes from 1 in the order of their marks.
  private static func numbered(_ html: String) -> String {
    let pieces = html.split(separator: "<a href=\"#fn-", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return html }
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      result += "<a href=\"#fn-"
      let label = piece.prefix { $0.isASCII && $0.isNumber }
      guard !label.isEmpty, label.utf8.count <= 5,
        piece[label.endIndex...].hasPrefix("\"") || piece[label.endIndex...].hasPrefix(divider),
        let start = piece.firstRange(of: "data-footnote-ref>")?.upperBound
      else {
        result += piece
        continue
      }
      let number = piece[start...].prefix { $0.isNumber }
      result += piece[..<start] + label + piece[number.endIndex...]
    }
    return result
  }

  /// `MarkdownNotes.divider` as it stands in addresses.
  private static let divider = "%EE%80%80"

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
