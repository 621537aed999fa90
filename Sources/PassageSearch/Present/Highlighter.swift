// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema

/// Finds the words of passages that match a query, using the index's tokenizer and stems,
/// separately for each part of the query.
///
/// libxapian's snippets are not used because they have no offsets and break inside characters.
struct Highlighter {
  /// What to highlight.
  let marks: Marks
  private let context: SearchContext
  private var tokenizer = Tokenizer()

  init(_ marks: Marks, _ context: SearchContext) {
    self.marks = marks
    self.context = context
  }

  /// The ranges of a passage that match, in ascending order.
  ///
  /// - Parameter sequence: The passage's stems in order, as stored in the index, if available:
  ///   words that cannot match according to it need not be stemmed.
  mutating func highlights(
    in passage: Passage,
    sequence: [UInt8] = []
  ) throws(IndexError) -> [Highlight] {
    if let places = marks.quotations[passage.id] {
      return places.sorted { $0.lowerBound < $1.lowerBound }.map { Highlight(range: $0, part: 0) }
    }
    return try highlights(in: passage.text, sequence)
  }

  private mutating func highlights(
    in text: String, _ sequence: [UInt8]
  ) throws(IndexError) -> [Highlight] {
    guard !marks.isEmpty else { return [] }
    var found: [Highlight] = []
    var candidates: [(term: String, word: String, range: Range<Int>, mayMatch: Bool)] = []
    var compounds: [(term: String, range: Range<Int>)] = []
    let collectsAll = !marks.rows.isEmpty
    // Terms of patterns have no stems; for a word with accents, the sequence contains one of two
    // stems.
    let usesMarks = marks.terms.isEmpty
    var offset = 0
    var compound = CompoundWord()
    tokenizer.forEachJoinedToken(in: text) {
      [beginnings = marks.beginnings, stemMarks = marks.stemMarks] term, word, range, isJoined in
      defer { offset += 2 }
      compound.take(term, range, isJoined: isJoined)
      if isJoined, let joined = compound.form(beginnings) { compounds.append(joined) }
      var mayMatch = beginnings.mayBegin(term)
      if mayMatch, usesMarks, word.isEmpty, offset + 1 < sequence.count {
        mayMatch = stemMarks.contains(UInt16(sequence[offset]) | UInt16(sequence[offset + 1]) << 8)
      }
      guard collectsAll || mayMatch else { return }
      let form = String(decoding: term, as: UTF8.self)
      candidates.append(
        (form, word.isEmpty ? form : String(decoding: word, as: UTF8.self), range, mayMatch)
      )
    }
    let possible =
      candidates.filter(\.mayMatch).map { ($0.term, $0.word, $0.range) }
      + compounds.map { ($0.term, $0.term, $0.range) }
    let stems =
      marks.words.isEmpty
      ? possible.map { _ in [] } : try context.stems(of: possible.map { ($0.0, $0.1) })
    for ((term, _, range), stems) in zip(possible, stems) {
      if let part = part(matching: term, stems) {
        found.append(Highlight(range: range, part: part))
      }
    }
    for row in marks.rows {
      found += row.highlights(in: candidates.lazy.map { ($0.term, $0.range) })
    }
    found.sort { ($0.range.lowerBound, $0.part) < ($1.range.lowerBound, $1.part) }
    return found
  }

  private func part(matching term: String, _ stems: [String]) -> Int? {
    if let part = marks.terms[term] { return part }
    if let exact = marks.words.first(where: { $0.terms.contains(term) }) { return exact.part }
    return marks.words.first { word in stems.contains { word.stems.contains($0) } }?.part
  }
}
