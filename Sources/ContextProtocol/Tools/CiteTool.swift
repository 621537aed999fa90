// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Citation
import Corpus
import IndexSchema
import PassageSearch
import SearchAPI

extension Tool {
  /// Makes a reference.
  static let cite = Tool(
    "cite", "Cite a passage or a quotation",
    """
    Returns the reference to a passage, or to one of the quotations in it through the works that \
    it came through. Use the reference as it is. `remark` says what is inferred or unknown: \
    pass it on. Null means unknown: say so, and never fill it in.
    """,
    [
      idParameter, ToolParameter(CiteRequest.table["quotation"]),
      ToolParameter(CiteRequest.table["style"]),
    ]
  ) { (arguments, searcher) throws(IndexError) in
    let request = try CiteRequest.table.request(arguments.values.filter { $0.name != "id" })
    let located = try searcher.located(arguments["id"] ?? "")
    let reference = try searcher.reference(
      to: located.passage, in: located.work, quotation: request.quotation, style: request.style)
    return CitedWords(reference, located)
  }
}

/// The answer of the tool `cite`.
struct CitedWords: ToolAnswer {
  private var reference: PassageReference
  private var located: LocatedPassage

  init(_ reference: PassageReference, _ located: LocatedPassage) {
    self.reference = reference
    self.located = located
  }

  /// What is inferred or unknown; `nil` if nothing is.
  private var remark: String? {
    var sentences = [reference.remark].compactMap(\.self)
    let inferred = located.work.inferredFacts(with: located.passage)
    if !inferred.isEmpty { sentences.append("Inferred: \(inferred.joined(separator: ", ")).") }
    let quotations = located.passage.quotations.count
    if reference.number == nil, quotations > 0 {
      sentences.append(
        "The passage quotes others; the argument `quotation` cites one of \(quotations).")
    }
    if located.passage.quotesUnknown {
      sentences.append("These are words of somebody else; it is not known whose.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  static let schemaName = "CitedWords"
  static let about = "A reference to a passage or to a quotation in it."

  static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("id", "The id of the passage.") { $0.reference.id }
    visitor.derived(
      "moved_from", "The id that was asked for, if the words are elsewhere now; else null."
    ) { $0.located.movedFrom }
    visitor.derived("style", "The style of the reference.") { $0.reference.style.name }
    visitor.derived("citation", "The reference, as plain text.") { $0.reference.citation }
    visitor.derived(
      "quotation", "Number of the quotation cited, from 1; null for the passage itself.", least: 1
    ) { $0.reference.number }
    visitor.derived("words", "The cited words.") { $0.reference.place.selector.exact }
    visitor.derived("pages", "The pages of the passage; null if unknown.") {
      $0.located.passage.pages
    }
    visitor.derived(
      "basis", "Whether the attribution of the quotation is stated or inferred."
    ) { $0.reference.quotation?.basis }
    visitor.derived(
      "confidence", "The probability that its speaker is right; null if unknown."
    ) { $0.reference.quotation?.confidence?.confidenceShown }
    visitor.derived("remark", "What is inferred or unknown; null if nothing is.") { $0.remark }
    visitor.derived(
      "link", "The address of the words, with a text directive; null if the work has none."
    ) { $0.reference.place.link }
  }

  var readable: String {
    var lines = [reference.citation]
    if let movedFrom = located.movedFrom {
      lines.append("The words of \(movedFrom) are now in \(reference.id).")
    }
    if let remark { lines.append("Remark: \(remark)") }
    lines.append("Words: \(reference.place.selector.exact)")
    if let link = reference.place.link { lines.append("Link: \(link)") }
    return lines.joined(separator: "\n")
  }
}
