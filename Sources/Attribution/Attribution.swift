// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Says of the passages of one text whose words they quote, from what, and through whom.
///
/// Four passes in order: take the passages apart; learn names and works from all references; go
/// through the text resolving references and speakers as a reader would; write what was found into
/// the passages. Nothing is looked up outside the text but what the catalogue knows.
package struct Attribution {
  /// The version of the rules; raise it with every change that alters what they find.
  package static let version = 3

  let rules: Set<AttributionRule>
  /// What the catalogue knows of works that this text cites.
  let known: [KnownCitation]

  /// Prepares attribution.
  ///
  /// - Parameters:
  ///   - disabled: Rules that are not to be used.
  ///   - known: What is known beforehand of works that the text cites.
  package init(without disabled: Set<AttributionRule> = [], known: [KnownCitation] = []) {
    rules = Set(AttributionRule.allCases).subtracting(disabled)
    self.known = known
  }

  /// Fills in quotations and references.
  ///
  /// - Returns: What in the references contradicts itself.
  /// - Complexity: O(*n*) in the size of the text, but for the works that it cites.
  package func attribute(_ passages: inout [Passage], of metadata: Metadata) -> [Diagnostic] {
    guard passages.contains(where: { Self.mayHold($0) }) else { return [] }
    var reading = TextReading(passages, rules: rules)
    reading.learn(metadata: metadata, known: known)
    var course = Course(reading, passages: passages, rules: rules, known: known)
    course.run()
    course.write(to: &passages)
    return course.diagnostics
  }

  /// Whether a passage may quote or refer at all.
  private static func mayHold(_ passage: Passage) -> Bool {
    passage.kind == .quotation || passage.kind == .note || Bibliography.isPart(passage)
      || passage.text.unicodeScalars.contains { "\"“”«»„[('‘’".unicodeScalars.contains($0) }
  }
}

/// What the catalogue knows of a work that a text cites.
package struct KnownCitation: Sendable, Hashable {
  /// The number of the note in which it is cited.
  package var note: String?
  /// The pages that are cited.
  package var pages: String?
  /// Its authors.
  package var authors: [String]
  /// Its title.
  package var title: String

  /// Creates what is known.
  package init(note: String?, pages: String?, authors: [String], title: String) {
    self.note = note
    self.pages = pages
    self.authors = authors
    self.title = title
  }
}
