// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Answers
package import Citation
package import Corpus
package import IndexSchema
package import PassageSearch

/// A reference to a passage or to a quotation in it, and the place of the words.
package struct PassageReference: Sendable {
  /// The id of the passage.
  package let id: String
  /// The style of the reference.
  package let style: CitationStyle
  /// The reference.
  package let citation: String
  /// The number of the cited quotation in the passage, from 1; `nil` if the passage itself is
  /// cited.
  package let number: Int?
  /// The cited quotation.
  package let quotation: Quotation?
  /// The place of the cited words.
  package let place: TextPlace

  /// A remark on the attribution that no citation style has a place for.
  package var remark: String? {
    guard let quotation else { return nil }
    if quotation.speaker == nil, quotation.source == nil {
      return "It is not known whose words these are."
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
    "A reference to a passage or to a quotation in it, and the place of the words."

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("id", "The id of the passage.") { $0.id }
    visitor.derived("style", "The style of the reference.") { $0.style.name }
    visitor.derived("citation", "The reference, as plain text.") { $0.citation }
    visitor.derived(
      "quotation", "Number of the quotation cited, from 1; null for the passage itself.", least: 1
    ) { $0.number }
    visitor.derived(
      "basis", "Whether the attribution of the quotation is stated or inferred."
    ) { $0.quotation?.basis }
    visitor.derived(
      "confidence", "The probability that the speaker of the quotation is right; null if unknown."
    ) { $0.quotation?.confidence?.confidenceShown }
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
      throw IndexError(.notFound, tooFewQuotations(in: passage), hint: "They are counted from 1.")
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

  /// The place of a passage, or of a quotation in it.
  package func place(
    of passage: Passage, in work: Work, quotation: Quotation? = nil
  ) throws(IndexError) -> TextPlace {
    let around = max(0, passage.ordinal - TextPlace.reach)..<(passage.ordinal + TextPlace.reach + 1)
    let near = try passages(ofWork: work.id, ordinals: around)
    return TextPlace(passage, in: work, among: near, quotation: quotation)
  }
}

/// A message stating the number of quotations in a passage.
package func tooFewQuotations(in passage: Passage) -> String {
  switch passage.quotations.count {
  case 0: "\(passage.id) contains no quotations."
  case 1: "\(passage.id) has 1 quotation."
  default: "\(passage.id) has \(passage.quotations.count) quotations."
  }
}
