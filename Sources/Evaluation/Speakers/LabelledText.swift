// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
package import Corpus

/// A text with labels for quotations in it.
package struct LabelledText {
  /// The passages, divided but not attributed.
  package var passages: [Passage]
  package var metadata: Metadata
  /// The words of the file, for labels that name a place in it.
  package var source: String

  package init(passages: [Passage], metadata: Metadata, source: String) {
    self.passages = passages
    self.metadata = metadata
    self.source = source
  }

  /// A short text of paragraphs; one that begins with `> ` is a block quotation.
  init(_ paragraphs: [String], language: String?) {
    passages = paragraphs.enumerated().map { number, text in
      let isBlock = text.hasPrefix("> ")
      return Passage(
        work: "", label: "p\(number)", kind: isBlock ? .quotation : .body,
        text: isBlock ? String(text.dropFirst(2)) : text, ordinal: number, paragraph: number + 1)
    }
    metadata = Metadata()
    metadata.language = language.map { Attributed($0, .stated, rule: "label") }
    source = ""
  }

  /// The quotation of each label that is about this text; `nil` if it was not found.
  func quotations(_ labels: [SpeakerLabel]) -> [(label: SpeakerLabel, quotation: SpeakerCase?)] {
    let cases = SpeakerCase.cases(passages, of: metadata)
    let needsSource = labels.contains { if case .offsets = $0.place { true } else { false } }
    let letters = LetterText(needsSource ? source : "")
    let places = needsSource ? places(cases, in: letters) : []
    return labels.flatMap { label -> [(label: SpeakerLabel, quotation: SpeakerCase?)] in
      switch label.place {
      case .offsets(let range):
        [(label, Self.best(letters.range(range), places).map { cases[$0] })]
      case .words(let start, let citation):
        cases.filter { begins($0, with: start, beside: citation) }.map { (label, $0) }
      case .paragraphs(_, let quote, _):
        [(label, cases.first { words($0).contains(quote) })]
      }
    }
  }

  private func words(_ quotation: SpeakerCase) -> String {
    let scalars = passages[quotation.passage].text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: quotation.range.lowerBound)
    return String(
      scalars[start...].prefix(quotation.range.count).drop { !$0.properties.isAlphabetic })
  }

  /// Whether a quotation has the first words of a label, or contains them, and stands in the passage of its citation, or
  /// in the one before.
  private func begins(
    _ quotation: SpeakerCase, with start: String, beside citation: String
  ) -> Bool {
    let index = quotation.passage
    let isBeside = passages[index...].prefix(2).contains { $0.text.contains(citation) }
    guard isBeside, start.count > 5 else { return false }
    let words = words(quotation)
    return words.hasPrefix(start.prefix(30)) || words.contains(start)
  }

  /// Where each quotation stands among the letters of the file; empty if it was not found.
  private func places(_ cases: [SpeakerCase], in source: LetterText) -> [Range<Int>] {
    var cursor = 0
    var letters: [Int: (text: LetterText, start: Int?)] = [:]
    for (index, passage) in passages.enumerated() where passage.kind != .note {
      let text = LetterText(passage.text)
      let key = text.letters.prefix(60)
      let start =
        source.first(key, in: cursor - 200..<cursor + 30_000) ?? source.first(key, in: 0..<Int.max)
      if let start, start < cursor + 30_000 { cursor = start + text.letters.count }
      letters[index] = (text, start)
    }
    return cases.map { quotation in
      guard let (text, start) = letters[quotation.passage], let start else { return 0..<0 }
      let range = text.range(quotation.range)
      let words = text.letters[range]
      let place =
        source.first(words, in: start + range.lowerBound..<start + range.lowerBound + 1)
        ?? source.first(words.prefix(60), in: start..<start + text.letters.count + 4_000)
      return place.map { $0..<$0 + range.count } ?? 0..<0
    }
  }

  /// The quotation that covers most of a range, of those that cover half of it or lie half in it.
  private static func best(_ range: Range<Int>, _ places: [Range<Int>]) -> Int? {
    var best: (share: Double, index: Int)?
    for (index, place) in places.enumerated() {
      let common = Double(place.clamped(to: range).count)
      let least = Double(min(range.count, place.count))
      guard common > 0, common >= least / 2 else { continue }
      let share = common / least * 0.6 + common / Double(max(range.count, place.count)) * 0.4
      if share > best?.share ?? 0 { best = (share, index) }
    }
    return best?.index
  }
}
