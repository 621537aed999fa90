// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus

extension QuotablePassage {
  /// The passage as plain text: its reference, its words, and what is known about them.
  var readable: String {
    var lines = [reference, "id: \(id)"]
    if !inferred.isEmpty { lines.append("inferred: \(inferred.joined(separator: ", "))") }
    if passage.pages == nil { lines.append("pages: unknown") }
    if passage.kind != .body {
      let owner = owner.map { ", belongs to \($0)" } ?? ""
      lines.append("kind: \(passage.kind.rawValue)\(owner)")
    }
    if passage.quotesUnknown { lines.append("speaker: unknown; these are not the author's words") }
    if !passage.section.isEmpty {
      lines.append("section: \(passage.section.joined(separator: " › "))")
    }
    lines.append("text: \(passage.text)")
    lines += pageBeginnings
    if let match { lines.append(match.readable) }
    for (index, quotation) in passage.quotations.enumerated() {
      lines.append("quotation \(index + 1): \(quotation.readable(in: passage))")
    }
    for note in passage.notes {
      lines.append("note \(note.number) (\(work.id)/\(note.label)): \(note.text)")
    }
    for repair in passage.repairs {
      guard let words = words(in: repair.range) else { continue }
      lines.append(
        words.isEmpty
          ? "left out of the text: “\(repair.printed)”"
          : "repaired: “\(words)” is printed “\(repair.printed)”")
    }
    if let link { lines.append("link: \(link)") }
    return lines.joined(separator: "\n")
  }

  /// The first words of each page that begins within the text.
  private var pageBeginnings: [String] {
    let count = passage.text.unicodeScalars.count
    // An imported offset can be any number.
    return passage.pageBreaks.filter { (0..<count).contains($0.offset) }.compactMap { pageBreak in
      words(in: pageBreak.offset..<min(pageBreak.offset + 40, count))
        .map { "page \(pageBreak.page) begins with: “\($0)…”" }
    }
  }

  /// The words in a range of the text, in code points; `nil` if it is not in the text.
  private func words(in range: Range<Int>) -> String? {
    let scalars = passage.text.unicodeScalars
    guard range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
    let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
    return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
  }
}

extension QuotedMatch {
  /// How the passage differs from the quotation that was searched for.
  fileprivate var readable: String {
    guard !differences.isEmpty else { return "match: word for word" }
    let percent = Int((min(max(similarity, 0), 1) * 100).rounded(.down))
    let parts = differences.map { difference in
      let asked = difference.asked.isEmpty ? "nothing" : "“\(difference.asked)”"
      let found = difference.found.isEmpty ? "nothing" : "“\(difference.found)”"
      return "\(found) for \(asked)"
    }
    return "match: \(percent) % of the words; it has \(parts.joined(separator: ", "))"
  }
}

extension Quotation {
  /// The words and their attribution.
  fileprivate func readable(in passage: Passage) -> String {
    let words = text == passage.text ? "the whole passage" : "“\(text)”"
    var certainty = basis.rawValue
    if let confidence { certainty += ", probability \(confidence.confidenceShown)" }
    var parts = ["\(words); speaker: \(speaker ?? "unknown") (\(certainty))"]
    if let source { parts.append("from: \(source.readable)") }
    for via in via { parts.append("through: \(via.readable)") }
    return parts.joined(separator: "; ")
  }
}

extension NamedSource {
  /// The source on one line: authors, title, and the place in it.
  fileprivate var readable: String {
    var parts = authors
    if let title { parts.append("“\(title)”") }
    if let container { parts.append("in \(container)") }
    if !editors.isEmpty { parts.append("ed. \(editors.joined(separator: ", "))") }
    if let volume { parts.append("vol. \(volume)") }
    if let issue { parts.append("no. \(issue)") }
    if let year { parts.append(String(year)) }
    if let pages { parts.append("p. \(pages)") }
    if let division { parts.append(division) }
    if let work { parts.append("in this library: \(work)") }
    return parts.isEmpty ? "unknown" : parts.joined(separator: ", ")
  }
}
