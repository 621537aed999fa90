// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// A quotation of a text with those who may speak in it.
package struct SpeakerCase {
  /// Index of the passage.
  package var passage: Int
  /// Range in code points of the passage, marks included.
  package var range: Range<Int>
  let candidates: [Candidate]

  /// Name of each candidate; empty for one who is not named.
  package var names: [String] { candidates.map(\.name) }

  /// The quotations of a text outside notes, as attribution would read them.
  ///
  /// - Parameter passages: The passages of one text, divided but not attributed.
  package static func cases(_ passages: [Passage], of metadata: Metadata) -> [SpeakerCase] {
    let rules = Set(AttributionRule.allCases)
    var passages = passages
    for index in passages.indices { Turns.prepare(&passages[index], rules: rules) }
    let pass = ReadingPass(passages, of: metadata, rules: rules, known: [], floor: 0)
    var speakers = SpeakerReader(pass.view, model: SpeakerModel())
    var cases: [SpeakerCase] = []
    for index in passages.indices
    where passages[index].kind != .note && !Bibliography.isPart(passages[index]) {
      let isBlock = passages[index].kind == .quotation || passages[index].kind == .verse
      for span in pass.quotationSpans(index, isBlock: isBlock) {
        let quote = pass.quotedWords(span, index)
        guard !quote.tokens.isEmpty else { continue }
        cases.append(
          SpeakerCase(
            passage: index, range: span.range, candidates: speakers.candidates(quote)))
      }
    }
    return cases
  }
}
