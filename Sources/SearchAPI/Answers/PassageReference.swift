// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import Citation
package import Corpus
package import IndexSchema
package import PassageSearch

/// A reference to a passage, or to the words of another that it quotes, and where they stand.
package struct PassageReference: Sendable {
  /// The id of the passage.
  package let id: String
  /// The style of the reference.
  package let style: CitationStyle
  /// The reference.
  package let citation: String
  /// Which quotation of the passage is cited, counted from 1; `nil` if it is the passage itself.
  package let number: Int?
  /// The quotation that is cited.
  package let quotation: Quotation?
  /// Where the words stand.
  package let place: TextPlace

  /// What a reader should know of the attribution and no style has a place for.
  package var remark: String? {
    guard let quotation else { return nil }
    if quotation.speaker == nil, quotation.source == nil {
      return "Whose words these are is not known."
    }
    guard quotation.basis == .inferred else { return nil }
    let rules = quotation.evidence.map(\.rule)
    let by = rules.isEmpty ? "" : ", by \(rules.joined(separator: ", "))"
    return "The attribution is inferred\(by)."
  }
}

extension PassageReference: APIObject {
  package static let schemaName = "Citation"
  package static let about =
    "A reference to a passage, or to the words of another that it quotes, and where they stand."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("id", "The id of the passage.") { $0.id }
    visitor.derived("style", "The style of the reference.") { $0.style.name }
    visitor.derived("citation", "The reference, plain text.") { $0.citation }
    visitor.derived(
      "quotation", "Number of the quotation cited, from 1; null for the passage itself.", least: 1
    ) { $0.number }
    visitor.derived(
      "basis", "Whether the attribution of the quotation is stated or inferred."
    ) { $0.quotation?.basis }
    visitor.derived("selector", "The cited words and their context.") {
      $0.place.selector
    }
    visitor.derived(
      "link", "The address of the words, with a text directive; null if the work has none."
    ) { $0.place.link }
  }
}

extension Searcher {
  /// A reference to a passage, or to one of its quotations.
  package func reference(
    to passage: Passage, in work: Work, quotation number: Int? = nil, style: CitationStyle
  ) throws(IndexError) -> PassageReference {
    guard let number else {
      return PassageReference(
        id: passage.id, style: style, citation: citation(of: passage, in: work, style: style),
        number: nil, quotation: nil, place: try place(of: passage, in: work))
    }
    guard passage.quotations.indices.contains(number - 1) else {
      throw IndexError(.notFound, tooFewQuotations(in: passage), hint: "They count from 1.")
    }
    let quotation = passage.quotations[number - 1]
    var held: [String: Work] = [:]
    for id in quotation.heldWorks { held[id] = try self.work(id) }
    return PassageReference(
      id: passage.id, style: style,
      citation: citation(
        of: quotation, number: number, from: passage, in: work, held: held, style: style),
      number: number, quotation: quotation,
      place: try place(of: passage, in: work, quotation: quotation))
  }

  /// Where a passage stands, or what it quotes.
  package func place(
    of passage: Passage, in work: Work, quotation: Quotation? = nil
  ) throws(IndexError) -> TextPlace {
    let around = max(0, passage.ordinal - TextPlace.reach)..<(passage.ordinal + TextPlace.reach + 1)
    let near = try passages(ofWork: work.id, ordinals: around)
    return TextPlace(passage, in: work, among: near, quotation: quotation)
  }
}

/// Says how many quotations a passage has.
package func tooFewQuotations(in passage: Passage) -> String {
  switch passage.quotations.count {
  case 0: "\(passage.id) quotes nobody."
  case 1: "\(passage.id) has 1 quotation."
  default: "\(passage.id) has \(passage.quotations.count) quotations."
  }
}
