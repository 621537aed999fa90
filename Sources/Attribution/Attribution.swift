// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Determines whose words the passages of one text quote, from what source, and through whom.
///
/// Works in four steps: analyse the passages; collect names and works from all references; go
/// through the text in reading order, resolving references and speakers; and write the results into
/// the passages. Apart from what the catalogue provides, only the text itself is consulted.
package struct Attribution {
  /// Version of the rules; increment it with every change that affects what they find.
  package static let version = 8
  /// Probability below which no speaker is named, unless the user sets another.
  package static let defaultFloor = 0.75

  let rules: Set<AttributionRule>
  /// What the catalogue knows about works that this text cites.
  let known: [KnownCitation]
  /// Probability below which no speaker is named, from 0 to 1.
  let floor: Double

  /// Prepares attribution.
  ///
  /// - Parameters:
  ///   - disabled: Rules that are not applied.
  ///   - known: Works that the text is known to cite.
  ///   - floor: Probability below which no speaker is named, from 0 to 1.
  package init(
    without disabled: Set<AttributionRule> = [], known: [KnownCitation] = [],
    floor: Double = Attribution.defaultFloor
  ) {
    rules = Set(AttributionRule.allCases).subtracting(disabled)
    self.known = known
    self.floor = floor
  }

  /// Prepares attribution as an index records it; rules that no longer exist are of no effect.
  package init(_ settings: AttributionSettings, known: [KnownCitation] = []) {
    self.init(
      without: Set(settings.disabledRules.compactMap(AttributionRule.init)), known: known,
      floor: settings.floor)
  }

  /// Fills in the quotations and references of the passages.
  ///
  /// - Returns: Diagnostics for references that contradict themselves.
  /// - Complexity: O(*n*) in the size of the text, apart from lookups among the works that it
  ///   cites.
  package func attribute(_ passages: inout [Passage], of metadata: Metadata) -> [Diagnostic] {
    for index in passages.indices { Turns.prepare(&passages[index], rules: rules) }
    guard passages.contains(where: { Self.mayHold($0) }) else { return [] }
    var pass = ReadingPass(passages, of: metadata, rules: rules, known: known, floor: floor)
    pass.run()
    pass.write(to: &passages)
    return pass.diagnostics
  }

  /// Whether a passage can contain a quotation or reference at all.
  private static func mayHold(_ passage: Passage) -> Bool {
    passage.kind == .quotation || passage.kind == .note || Bibliography.isPart(passage)
      || passage.quotations.contains { Turns.isOpen($0) }
      || passage.text.unicodeScalars.contains {
        "\"“”«»„[('‘’`‹›<>「」『』〝〞".unicodeScalars.contains($0)
      }
  }
}

/// A work that the catalogue says a text cites.
package struct KnownCitation: Sendable, Hashable {
  /// Number of the note in which it is cited.
  package var note: String?
  /// Cited pages, as printed.
  package var pages: String?
  /// Names of the authors, each as `Given Family`.
  package var authors: [String]
  package var title: String

  package init(note: String?, pages: String?, authors: [String], title: String) {
    self.note = note
    self.pages = pages
    self.authors = authors
    self.title = title
  }
}
