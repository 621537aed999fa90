// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A form in which a reference is given: a value, defined in the file of its rules.
///
/// A new style is a file here, and a line in `all`: options, parameters, help and the description of
/// the API are made of that list.
package struct CitationStyle: Sendable {
  /// The name in options and parameters: `csl-json`.
  package let name: String
  /// The manual or the specification that it follows.
  package let summary: String
  /// Writes what a reference names.
  let cite: @Sendable (CitedChain) -> String

  /// Creates a style.
  init(_ name: String, _ summary: String, cite: @escaping @Sendable (CitedChain) -> String) {
    self.name = name
    self.summary = summary
    self.cite = cite
  }

  /// The styles, in the order of help pages; the first is the one that is meant where none is named.
  package static let all = [chicago, mla, apa, bibtex, ris, cslJSON]

  /// The style with a name; `nil` if there is none.
  package init?(named name: String) {
    guard let style = Self.all.first(where: { $0.name == name }) else { return nil }
    self = style
  }
}

/// The reference to a passage; plain text, so titles that print would set in italics are not marked.
///
/// What is unknown is left out, or said to be so where a style has a word for it (`n.d.`).
package func citation(
  of passage: Passage,
  in work: Work,
  style: CitationStyle
) -> String {
  style.cite(CitedChain(passage, work))
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
  style.cite(CitedChain(quotation, number: number, from: passage, in: work, held: held))
}

extension Quotation {
  /// The ids of the works named in the attribution that the library holds.
  package var heldWorks: Set<String> {
    Set(([source].compactMap(\.self) + via).compactMap(\.work))
  }
}
