// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Direct speech that a dash opens, as in French, Spanish, Italian, Portuguese and Russian novels.
struct DashDialogue {
  /// Most reporting clauses in one paragraph that are taken out of it.
  private static let mostClauses = 8

  /// Ranges of the spoken words, in code points.
  private(set) var speech: [Range<Int>] = []
  /// The first reporting clause.
  private(set) var clause: ReportingClause?

  /// Reads a paragraph that begins with a dash.
  init(
    _ passage: ReadPassage, in tokens: Range<Int>, _ vocabulary: QuotationWords, language: String
  ) {
    let reader = ReportingClauseReader(passage: passage, vocabulary: vocabulary, language: language)
    var start = tokens.lowerBound
    while start < tokens.upperBound, reader.isDash(start) { start += 1 }
    guard start > tokens.lowerBound, start < tokens.upperBound,
      // What stands between marks behind the dash is read by them.
      passage.spanOfToken[start] < 0
    else { return }
    for _ in 0..<Self.mostClauses {
      guard let found = reader.clause(in: start..<tokens.upperBound, isDialogue: true) else {
        break
      }
      clause = clause ?? found
      let from = passage.tokens[start].range.lowerBound
      if found.speechEnd > from { speech.append(from..<found.speechEnd) }
      guard let next = found.resumption else { return }
      start = next
    }
    let from = passage.tokens[start].range.lowerBound
    let end = passage.tokens[tokens.upperBound - 1].range.upperBound
    if end > from { speech.append(from..<end) }
  }
}
