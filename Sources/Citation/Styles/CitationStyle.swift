// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A citation style: a value that is defined in the file with its rules.
///
/// To add a style, add a file here and an entry in `all`. Options, parameters, help and the API
/// description are derived from that list.
package struct CitationStyle: Sendable {
  /// Name in options and parameters: `csl-json`.
  package let name: String
  /// The manual or specification it follows, with the form of the output.
  package let summary: String
  /// Formats the sources that a reference names.
  let cite: @Sendable (CitedChain) -> FormattedText
  /// Writes records for programs; `nil` for a style that people read.
  let records: (@Sendable ([CitedRecord]) -> String)?

  init(_ name: String, _ summary: String, cite: @escaping @Sendable (CitedChain) -> FormattedText) {
    self.name = name
    self.summary = summary
    self.cite = cite
    records = nil
  }

  init(
    _ name: String, _ summary: String, records: @escaping @Sendable ([CitedRecord]) -> String
  ) {
    self.name = name
    self.summary = summary
    cite = { FormattedText(records($0.records)) }
    self.records = records
  }

  /// Whether its references are records for programs.
  package var isForPrograms: Bool { records != nil }

  /// All styles in the order in which help lists them; the first is the default.
  package static let all = [chicago, mla, apa, bibtex, ris, cslJSON]

  /// The style with this name; `nil` if there is none.
  package init?(named name: String) {
    guard let style = Self.all.first(where: { $0.name == name }) else { return nil }
    self = style
  }
}

/// The reference to a passage, as plain text.
package func citation(
  of passage: Passage,
  in work: Work,
  style: CitationStyle
) -> String {
  formattedCitation(of: passage, in: work, style: style).plain
}

/// The reference to a passage, with titles in italics as the style has them.
///
/// Unknown facts are left out, or marked where the style has a term for them (`n.d.`).
///
/// - Parameter accessed: The day on which the passage was read; given where the style has a place
///   for it.
package func formattedCitation(
  of passage: Passage,
  in work: Work,
  style: CitationStyle,
  accessed: AccessDate? = nil
) -> FormattedText {
  var chain = CitedChain(passage, work)
  chain.accessed = accessed
  return style.cite(chain)
}

/// The reference to a passage for headings and lists: a Chicago note without the URL.
package func briefCitation(of passage: Passage, in work: Work) -> String {
  CitedChain(passage, work).chicagoNote(withAddress: false).plain
}

/// The reference to a quotation in a passage, as plain text.
package func citation(
  of quotation: Quotation,
  number: Int,
  from passage: Passage,
  in work: Work,
  held: [String: Work] = [:],
  style: CitationStyle
) -> String {
  formattedCitation(
    of: quotation, number: number, from: passage, in: work, held: held, style: style
  ).plain
}

/// The reference to a quotation in a passage, with titles in italics as the style has them.
///
/// It names the origin of the words, the works that quote them, and finally the passage.
///
/// - Parameters:
///   - number: Position of the quotation in the passage, counted from 1.
///   - held: Works named in the attribution that the library holds, keyed by id.
///   - accessed: The day on which the passage was read.
package func formattedCitation(
  of quotation: Quotation,
  number: Int,
  from passage: Passage,
  in work: Work,
  held: [String: Work] = [:],
  style: CitationStyle,
  accessed: AccessDate? = nil
) -> FormattedText {
  var chain = CitedChain(quotation, number: number, from: passage, in: work, held: held)
  chain.accessed = accessed
  return style.cite(chain)
}

extension Quotation {
  /// Ids of the works named in the attribution that the library holds.
  package var heldWorks: Set<String> {
    Set(([source].compactMap(\.self) + via).compactMap(\.work))
  }
}
