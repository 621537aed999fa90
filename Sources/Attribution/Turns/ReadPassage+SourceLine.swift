// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadPassage {
  /// Reads the work that the line below a quotation names after the speaker.
  mutating func addSource(inLine quotation: Quotation, parser: ReferenceParser) {
    guard let range = quotation.evidence.first?.range, references(in: range).isEmpty else { return }
    let line = tokens[token(at: range.lowerBound)..<token(at: range.upperBound)]
    guard line.contains(where: { $0.isSign(",") || $0.isSign("(") }) else { return }
    let found = parser.parse(line, text, range: range, rule: .sourceLine, isNote: false)
      .filter { $0.source.title != nil }
    guard found.count == 1 else { return }
    references = (references + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
