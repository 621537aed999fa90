// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus
package import IndexSchema
import PassageSearch
package import Citation

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

  /// The reference as JSON: `{"id": …, "style": …, "citation": …, "selector": …, "link": …}`.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("style", style.name)
      json.member("citation", citation)
      json.member("quotation", number)
      json.member("basis", quotation?.basis.rawValue)
      json.place(place)
    }
    return json.text
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

extension JSONWriter {
  /// A selector as the W3C Web Annotation Data Model has it (4.2.4), and a link.
  mutating func place(_ place: TextPlace) {
    let selector = place.selector
    name("selector")
    object { json in
      json.member("type", "TextQuoteSelector")
      json.member("exact", selector.exact)
      if let prefix = selector.prefix {
        json.member("prefix", prefix)
      }
      if let suffix = selector.suffix {
        json.member("suffix", suffix)
      }
    }
    member("link", place.link)
  }
}
