// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Where the words go on behind a reporting clause.
extension ReportingClauseReader {
  /// Behind a dash the words go on behind the next one: `— dijo Tomás en voz baja —`.
  func afterDash(_ start: Int, limit: Int) -> (end: Int, resumption: Int?) {
    var index = start
    while index < limit, index < start + Self.longest, !isDash(index) {
      if ["!", "?", "."].contains(passage.tokens[index].folded),
        index + 1 == limit || !isDash(index + 1)
      {
        break
      }
      index += 1
    }
    guard index < limit else { return (limit, nil) }
    // `, dit Anna, …` behind a dash: a comma right after the name matches the one before it.
    guard isDash(index) else { return (index, nil) }
    return (index, words(from: index, limit))
  }

  /// Behind a comma they go on behind the next one, or in the next sentence.
  func afterComma(_ start: Int, limit: Int) -> (end: Int, resumption: Int?) {
    var index = start
    while index < limit {
      let token = passage.tokens[index]
      if isDash(index) || token.isSign(":") { return (index, words(from: index, limit)) }
      if token.isSign(",") {
        guard index + 1 < limit, vocabulary.opensManner(passage.tokens[index + 1].folded)
        else { return (index, words(from: index, limit)) }
      } else if [".", ";", "!", "?"].contains(token.folded) {
        let next = words(from: index, limit)
        return (index, next.flatMap { isNarrated($0, limit) ? nil : $0 })
      }
      index += 1
    }
    return (limit, nil)
  }

  private func words(from start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit, passage.tokens[index].kind == .sign,
      [",", ".", ";", ":", "—", "–", "―", "-"].contains(passage.tokens[index].folded)
    {
      index += 1
    }
    return index < limit ? index : nil
  }

  /// Whether a sentence tells what the speaker does, as in `Il se leva`.
  private func isNarrated(_ start: Int, _ limit: Int) -> Bool {
    let first = passage.tokens[start].folded
    guard vocabulary.isSubject(first) || first == "et" || first == "puis" else {
      return false
    }
    for index in start..<limit {
      let word = passage.tokens[index].folded
      if vocabulary.isAddress(word) || word == "?" || word == "!" { return false }
      if word == "." { break }
    }
    return true
  }
}
