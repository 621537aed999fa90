// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Languages in which a reporting clause stands within the marks.
  private static let languages: Set<String> = [
    "fr", "it", "es", "pt", "ru", "pl", "uk", "ca", "ro",
  ]
  /// Most reporting clauses that are taken out of one quotation.
  private static let mostClauses = 8

  /// A quotation without the reporting clauses within its marks: `« Non, dit Anna, jamais. »`.
  ///
  /// - Returns: The parts that are spoken; `span` itself if there is no such clause.
  func spoken(_ span: QuoteSpan, _ index: Int) -> [QuoteSpan] {
    let passage = reading.passages[index]
    guard rules.contains(.incise), span.ends != .block, isIncised(span, passage, index) else {
      return [span]
    }
    let reader = ReportingClauseReader(
      passage: passage, vocabulary: vocabulary(of: index), language: language(of: index))
    let end = passage.token(at: span.inner.upperBound)
    var start = passage.token(at: span.inner.lowerBound)
    var parts: [QuoteSpan] = []
    var clause: ReportingClause?
    for _ in 0..<Self.mostClauses {
      guard start < end, let found = reader.clause(in: start..<end) else { break }
      clause = clause ?? found
      add(passage.tokens[start].range.lowerBound..<found.speechEnd)
      start = found.resumption ?? end
    }
    guard let clause else { return [span] }
    if start < end {
      add(passage.tokens[start].range.lowerBound..<passage.tokens[end - 1].range.upperBound)
    }
    func add(_ words: Range<Int>) {
      guard !words.isEmpty else { return }
      var part = span
      part.inner = words
      part.range = parts.isEmpty ? span.range.lowerBound..<words.upperBound : words
      parts.append(part)
    }
    let range =
      passage.tokens[clause.tokens.lowerBound].range
      .lowerBound..<passage.tokens[clause.tokens.upperBound - 1].range.upperBound
    let name = clause.name.map {
      passage.tokens[$0.lowerBound].range
        .lowerBound..<passage.tokens[$0.upperBound - 1].range.upperBound
    }
    for place in parts.indices { parts[place].incise = .init(range: range, name: name) }
    if let last = parts.indices.last, start < end {
      parts[last].range = parts[last].range.lowerBound..<span.range.upperBound
    }
    return parts
  }

  /// The primary tag of the language of a passage; empty if it is unknown.
  func language(of index: Int) -> String {
    (sources[index].language ?? language ?? "").prefix { $0 != "-" }.lowercased()
  }

  /// The words of the language of a passage.
  func vocabulary(of index: Int) -> QuotationWords {
    QuotationWords(lexicon: Lexicon.of(sources[index].language ?? language))
  }

  /// Whether the marks are of a kind within which reporting clauses stand.
  private func isIncised(_ span: QuoteSpan, _ passage: ReadPassage, _ index: Int) -> Bool {
    passage.text[span.range.lowerBound] == "«" || Self.languages.contains(language(of: index))
  }

  /// The speaker whom a reporting clause within the marks names.
  func inciseSpeaker(_ span: QuoteSpan, _ index: Int) -> Speaker? {
    guard let incise = span.incise, let name = incise.name else { return nil }
    let printed = reading.passages[index].string(name)
    let place = TextReading.place(index, name.lowerBound)
    return Speaker(
      name: reading.people.fullName(printed, at: place), printed: printed,
      key: NameReader.key(printed), isPerson: true, isGeneric: false, isStrong: true,
      evidence: [Evidence(rule: AttributionRule.incise.rawValue, range: incise.range)])
  }
}
