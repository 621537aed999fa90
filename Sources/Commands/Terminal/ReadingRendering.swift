// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus

/// Renders passages to be read one after another: headings, pages, text, whose words, notes.
struct ReadingRendering {
  let terminal: Terminal

  /// The text of passages in reading order.
  func text(_ passages: [Passage], of work: Work) -> String {
    guard let first = passages.first else { return "" }
    let title = briefCitation(of: first, in: work)
    var lines = [
      TextStyle.bold.apply(Wrapping.lines(title, width: terminal.width, indent: 0), on: terminal),
      "",
    ]
    // Notes appear below their passage, not again by themselves.
    let shown = Set(passages.flatMap { $0.notes.map(\.label) })
    var page: String?
    for passage in passages {
      lines += headings(openedBy: passage)
      if shown.contains(passage.label) { continue }
      if let pages = passage.pages, pages.first != page, passage.kind != .note {
        let inferred = pages.isInferred ? " (inferred)" : ""
        lines.append(TextStyle.faint.apply("[p. \(pages.first)\(inferred)]", on: terminal))
        page = pages.last
      }
      lines += body(passage)
    }
    return lines.joined(separator: "\n")
  }

  private func headings(openedBy passage: Passage) -> [String] {
    let opened = min(passage.openedHeadings, passage.section.count)
    return passage.section.suffix(opened).flatMap { heading in
      [
        TextStyle.bold.apply(
          Wrapping.lines(heading, width: terminal.width, indent: 0), on: terminal), "",
      ]
    }
  }

  private func body(_ passage: Passage) -> [String] {
    if passage.isContents, passage.text == passage.section.last { return [] }
    let indent = passage.kind == .body ? 2 : 6
    var lines = [
      TextStyle.faint.apply(passage.label, on: terminal),
      Wrapping.lines(text(of: passage), width: terminal.width, indent: indent),
    ]
    for quotation in passage.quotations where quotation.speaker != nil || quotation.source != nil {
      lines.append(
        TextStyle.faint.apply(
          Wrapping.lines(Self.account(of: quotation), width: terminal.width, indent: 8),
          on: terminal))
    }
    lines += passage.notes.map {
      Wrapping.lines("\($0.number) \($0.text)", width: terminal.width, indent: 8)
    }
    return lines + [""]
  }

  /// The text, with the pages that begin in it.
  private func text(of passage: Passage) -> String {
    let scalars = Array(passage.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    var place = 0
    for next in passage.pageBreaks where next.offset > place && next.offset < scalars.count {
      text.append(contentsOf: scalars[place..<next.offset])
      text.append(contentsOf: "[p. \(next.page)] ".unicodeScalars)
      place = next.offset
    }
    text.append(contentsOf: scalars[place...])
    return String(text)
  }

  /// Whose words, from what, through whom, and how that is known.
  static func account(of quotation: Quotation) -> String {
    let beginning = quotation.text.prefix(30)
    let words = beginning.count < quotation.text.count ? "“\(beginning)…”" : "“\(beginning)”"
    var parts = ["\(words): " + (quotation.speaker ?? "not said whose words")]
    if let source = quotation.source {
      let title = [source.title ?? source.container, source.pages.map { "p. \($0)" }]
        .compactMap(\.self).joined(separator: ", ")
      if !title.isEmpty { parts.append("from \(title)") }
    }
    for via in quotation.via {
      parts.append(
        "through " + (via.authors + [via.title].compactMap(\.self)).joined(separator: ", "))
    }
    return parts.joined(separator: ", ") + " (\(quotation.basis.rawValue))"
  }
}
