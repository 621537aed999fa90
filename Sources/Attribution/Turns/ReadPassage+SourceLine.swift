// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadPassage {
  /// Reads the work that the line below a quotation names after the speaker.
  mutating func addSource(inLine quotation: Quotation, parser: ReferenceParser) {
    guard let range = quotation.evidence.first?.range, references(in: range).isEmpty,
      let speaker = quotation.speaker
    else { return }
    let line = tokens[token(at: range.lowerBound)..<token(at: range.upperBound)]
    guard let end = line.firstIndex(where: { $0.isSign(",") || $0.isSign("(") }) else { return }
    let found = parser.parse(line[end...], text, range: range, rule: .sourceLine, isNote: false)
    guard found.count == 1, var reference = found.first,
      reference.source.title?.contains(where: \.isLetter) == true
    else {
      return
    }
    if reference.source.names.isEmpty { reference.source.names = [speaker] }
    references = (references + [reference]).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
