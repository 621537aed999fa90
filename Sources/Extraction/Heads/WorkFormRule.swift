// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Infers what kind of publication a text is.
enum WorkFormRule {
  /// Code points of text in a pamphlet of 48 pages, the most that UNESCO's definition allows
  /// (Recommendation concerning the International Standardization of Statistics Relating to Book
  /// Production, 1964, 11).
  private static let longestPamphlet = 90_000

  /// Sets the form, unless something states it.
  static func apply(to text: inout ExtractedText) {
    guard text.metadata.form == nil, let (form, rule) = form(of: text) else { return }
    text.metadata.form = Attributed(form, .inferred, rule: rule)
  }

  private static func form(of text: ExtractedText) -> (WorkForm, String)? {
    let metadata = text.metadata
    if metadata.others.contains(where: { $0.name == "isbn" && !$0.value.isEmpty }) {
      return (.book, "isbn")
    }
    let isLong = text.ledger.text > longestPamphlet
    // A text with the imprint of a publisher was published by itself.
    if metadata.publisher?.rule == "imprint", metadata.collection == nil {
      return (isLong ? .book : .pamphlet, "imprint")
    }
    let isGutenberg = [metadata.title?.rule, metadata.editionYear?.rule]
      .contains(GutenbergHeader.rule)
    let sections = text.blocks.count { block in
      if case .heading = block.kind { true } else { false }
    }
    if isGutenberg, isLong || sections >= 2 {
      return (isLong ? .book : .pamphlet, "gutenberg-book")
    }
    return nil
  }
}
