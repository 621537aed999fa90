// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import PassageSearch

/// Renders passages: reference, section, text, notes and id.
struct PassageRendering {
  let terminal: Terminal

  /// Renders a search result.
  func hit(_ hit: Hit, number: Int) -> String {
    var lines = [reference(hit.passage, hit.work, number: "\(number). ")]
    lines += section(hit.passage)
    lines.append(
      Wrapping.lines(hit.snippet, width: terminal.width, indent: 4) { text, isMatch in
        isMatch ? TextStyle.match.apply(text, on: terminal) : text
      }
    )
    lines += notes(hit.passage)
    if let quotation = hit.quotation { lines += differences(quotation) }
    lines += explanation(hit)
    if hit.others > 0 { lines.append("    (and \(hit.others) more of this work)") }
    lines.append("    " + TextStyle.faint.apply(hit.passage.id, on: terminal))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Renders a passage in context.
  ///
  /// - Parameter near: The passages around it and itself, in reading order.
  func passage(_ passage: Passage, of work: Work, among near: [Passage]) -> String {
    var lines = [reference(passage, work, number: "")] + section(passage) + [""]
    // Notes appear below their passage, not again in the context.
    let shown = Set(passage.notes.map(\.label))
    for other in near where !shown.contains(other.label) {
      let isHere = other.ordinal == passage.ordinal
      let indent = other.kind == .body ? 2 : 6
      let text = Wrapping.lines(
        [SnippetPart(text: other.text, match: isHere)],
        width: terminal.width,
        indent: indent
      ) { text, isMatch in isMatch ? TextStyle.bold.apply(text, on: terminal) : text }
      let mark = isHere ? "→ " : "  "
      lines.append(TextStyle.faint.apply(mark + other.label + page(other), on: terminal))
      lines.append(text)
      if isHere { lines += notes(other) }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private func page(_ passage: Passage) -> String {
    guard let pages = passage.pages else { return "" }
    let range = pages.first == pages.last ? pages.first : "\(pages.first)–\(pages.last)"
    return "  p. \(range)\(pages.isInferred ? " (inferred)" : "")"
  }

  private func reference(_ passage: Passage, _ work: Work, number: String) -> String {
    let text = briefCitation(of: passage, in: work)
    let wrapped = Wrapping.lines(number + text, width: terminal.width, indent: 0)
    return TextStyle.bold.apply(wrapped, on: terminal)
  }

  private func section(_ passage: Passage) -> [String] {
    // A reference without pages already names the last heading.
    guard passage.section.count > (passage.pages == nil ? 1 : 0) else { return [] }
    let path = passage.section.joined(separator: " › ")
    return [
      TextStyle.faint.apply(Wrapping.lines(path, width: terminal.width, indent: 4), on: terminal)
    ]
  }

  /// The differences between the passage and the quotation in the query.
  private func differences(_ match: QuotationMatch) -> [String] {
    let percent = Int((match.similarity * 100).rounded(.down))
    var lines = [
      match.differences.isEmpty
        ? "    word for word" : "    \(percent) % of the words; printed otherwise:"
    ]
    for difference in match.differences.prefix(20) {
      let asked = difference.asked.isEmpty ? "nothing" : "“\(difference.asked)”"
      let found = difference.found.isEmpty ? "nothing" : "“\(difference.found)”"
      lines.append(
        Wrapping.lines("\(found) for \(asked)", width: terminal.width, indent: 8))
    }
    if match.differences.count > 20 { lines.append("        and more") }
    return lines
  }

  private func explanation(_ hit: Hit) -> [String] {
    guard !hit.explanation.isEmpty else { return [] }
    func weight(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      let rest = abs(hundredths) % 100
      return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
    let parts = hit.explanation.map { "\(weight($0.weight)) \($0.part)" }
    return [
      Wrapping.lines(
        "score \(weight(hit.score)) = \(parts.joined(separator: " + "))", width: terminal.width,
        indent: 4)
    ]
  }

  private func notes(_ passage: Passage) -> [String] {
    passage.notes.map {
      Wrapping.lines("\($0.number) \($0.text)", width: terminal.width, indent: 8)
    }
  }
}
