// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The forms in which a reference to a passage is given.
package enum CitationStyle: String, Sendable, CaseIterable {
  /// Chicago Manual of Style, 18th edition, note.
  case chicago
  /// MLA Handbook, 9th edition, works-cited entry with the place in the text.
  case mla
  /// Publication Manual of the APA, 7th edition, reference with the place in the text.
  case apa
  /// BibTeX.
  case bibtex
  /// RIS (Research Information Systems tagged format).
  case ris
  /// CSL-JSON 1.0.
  case cslJSON = "csl-json"
}

/// The reference to a passage; plain text, so titles that print would set in italics are not marked.
///
/// What is unknown is left out, or said to be so where a style has a word for it (`n.d.`).
package func citation(
  of passage: Passage,
  in work: Work,
  style: CitationStyle
) -> String {
  CitedChain(passage, work).citation(in: style)
}

/// The reference to a passage for a heading or a line of a list: a Chicago note without the address.
package func briefCitation(of passage: Passage, in work: Work) -> String {
  CitedChain(passage, work).chicagoNote(withAddress: false)
}

/// The reference to the words of another that a passage quotes: where they stand, the works they
/// came through, and last the passage in which they were found.
///
/// - Parameters:
///   - number: The place of the quotation among the passage's own, counted from 1.
///   - held: The works that the library holds of those that the quotation names, by their ids.
package func citation(
  of quotation: Quotation,
  number: Int,
  from passage: Passage,
  in work: Work,
  held: [String: Work] = [:],
  style: CitationStyle
) -> String {
  CitedChain(quotation, number: number, from: passage, in: work, held: held).citation(in: style)
}

extension Quotation {
  /// The ids of the works named in the attribution that the library holds.
  package var heldWorks: Set<String> {
    Set(([source].compactMap(\.self) + via).compactMap(\.work))
  }
}
