// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Direct speech that a dash opens, as in French, Spanish, Italian, Portuguese and Russian novels.
///
/// A verb of saying with its subject stands between dashes or commas, as the *Ortografía de la lengua
/// española* prescribes for the raya: `— No lo llevaremos —dijo Tomás Rueda— ni hoy ni mañana.`
struct DashDialogue {
  /// The reporting clause in a line of dialogue.
  struct Incise {
    /// Range of the verb and its subject, in code points.
    var range: Range<Int>
    /// The speaker as printed.
    var name: String
    /// Ranges of the spoken words, in code points.
    var speech: [Range<Int>]
  }

  let passage: ReadPassage
  let subjects: SubjectReader

  /// The reporting clause of a paragraph that begins with a dash.
  func incise(in tokens: Range<Int>) -> Incise? {
    var start = tokens.lowerBound
    while start < tokens.upperBound, isDash(start) { start += 1 }
    guard start > tokens.lowerBound, start < tokens.upperBound else { return nil }
    for verb in start..<tokens.upperBound
    where SpeechVerbs.all.contains(passage.tokens[verb].folded) {
      guard !passage.tokens[verb].isCapital, let opening = opening(before: verb, from: start) else {
        continue
      }
      guard let name = name(after: verb + 1, limit: tokens.upperBound) else { continue }
      let range =
        passage.tokens[verb].range.lowerBound..<passage.tokens[name.upperBound - 1].range.upperBound
      var speech = [passage.tokens[start].range.lowerBound..<opening]
      if let rest = rest(after: name.upperBound, opening: opening, limit: tokens.upperBound) {
        speech.append(rest)
      }
      speech.removeAll { $0.isEmpty }
      guard !speech.isEmpty else { return nil }
      let printed = passage.string(
        passage.tokens[name.lowerBound].range
          .lowerBound..<passage.tokens[name.upperBound - 1].range.upperBound)
      return Incise(range: range, name: printed, speech: speech)
    }
    return nil
  }

  private func isDash(_ index: Int) -> Bool {
    passage.tokens[index].kind == .sign
      && ["—", "–", "―", "-"].contains(passage.tokens[index].folded)
  }

  /// Where the words before the verb end, if a dash, comma, question or exclamation mark ends them;
  /// a short pronoun may stand before the verb: `— lui dit Anna`.
  private func opening(before verb: Int, from start: Int) -> Int? {
    var index = verb - 1
    while index > start, verb - index <= 2, passage.tokens[index].kind == .word,
      SpeechVerbs.between.contains(passage.tokens[index].folded)
    {
      index -= 1
    }
    guard index >= start, passage.tokens[index].kind == .sign else { return nil }
    let isMarked = isDash(index)
    while index >= start, isDash(index) || passage.tokens[index].isSign(",") {
      index -= 1
    }
    guard index >= start else { return nil }
    let last = passage.tokens[index]
    guard isMarked || last.range.upperBound <= passage.tokens[verb].range.lowerBound,
      isMarked || passage.tokens[index + 1].isSign(",") || ["?", "!", "…"].contains(last.folded)
    else { return nil }
    return last.range.upperBound
  }

  /// The name that follows: up to four capitalised words with particles; a title may precede it.
  private func name(after start: Int, limit: Int) -> Range<Int>? {
    var index = start
    while index < limit, index < start + 3, passage.tokens[index].kind == .word,
      !passage.tokens[index].isCapital,
      SpeechVerbs.beforeName.contains(passage.tokens[index].folded)
    {
      index += 1
    }
    let first = index
    var end = index
    while index < limit, index < first + 6 {
      let token = passage.tokens[index]
      if token.isCapital {
        end = index + 1
      } else if token.isSign("."), index > first, passage.tokens[index - 1].isInitial {
      } else if !(token.kind == .word && index > first && NameWords.particles.contains(token.folded)
        && index + 1 < limit && passage.tokens[index + 1].isCapital)
      {
        break
      }
      index += 1
    }
    guard end > first, !NameWords.notPersons.contains(passage.tokens[first].folded) else {
      return nil
    }
    return first..<end
  }

  /// What is said after the clause: it goes on behind a dash, or a comma that matches the first.
  private func rest(after name: Int, opening: Int, limit: Int) -> Range<Int>? {
    var index = name
    // `— dijo Tomás en voz baja —`: up to the next dash, unless a stop comes first.
    while index < limit, index < name + 14, !isDash(index),
      ![",", ".", ";", ":", "!", "?"].contains(passage.tokens[index].folded)
    {
      index += 1
    }
    guard index < limit else { return nil }
    let isComma = passage.tokens[index].isSign(",")
    let isDirect = index == name
    var next = index
    while next < limit, passage.tokens[next].kind == .sign,
      [",", ".", ";", ":", "—", "–", "―", "-"].contains(passage.tokens[next].folded)
    {
      next += 1
    }
    let hasDash = (index..<next).contains { isDash($0) }
    // A comma alone goes on with speech only if a comma opened the clause: `, dit Anna, …`.
    guard next < limit, hasDash || isComma && isDirect && passage.text[opening] == "," else {
      return nil
    }
    let last = passage.tokens[limit - 1].range.upperBound
    return passage.tokens[next].range.lowerBound..<last
  }
}
