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
  let facts = CitedFacts(work, passage)
  return switch style {
  case .chicago: facts.chicagoNote
  case .mla: facts.mla
  case .apa: facts.apa
  case .bibtex: facts.bibtex
  case .ris: facts.ris
  case .cslJSON: facts.cslJSON
  }
}
