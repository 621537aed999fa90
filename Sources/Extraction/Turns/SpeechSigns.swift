// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What tells speech from the entries of a glossary, a bibliography or a table: people ask, answer,
/// and say `I` and `you`.
enum SpeechSigns {
  /// Code points of a turn that are looked at.
  private static let reach = 600
  /// Most turns that are looked at.
  private static let sample = 400

  /// Whether at least a fifth of the turns show speech.
  static func areShown(by turns: [FoundLabel], in blocks: [Block]) -> Bool {
    var shown = 0
    var seen = 0
    var scalars: [Unicode.Scalar] = []
    var block = -1
    for (index, turn) in turns.prefix(sample).enumerated() {
      if turn.block != block {
        block = turn.block
        scalars = Array(blocks[block].text.unicodeScalars)
      }
      let next = index + 1 < turns.count ? turns[index + 1] : nil
      let end = next?.block == block ? next?.label.range.lowerBound ?? 0 : scalars.count
      let start = min(turn.label.range.upperBound, scalars.count)
      var words = scalars[start..<max(start, min(end, start + reach))]
      if !words.contains(where: \.properties.isAlphabetic), block + 1 < blocks.count {
        // The label stands alone; what is said follows.
        words = Array(blocks[block + 1].text.unicodeScalars.prefix(reach))[...]
      }
      seen += 1
      if isSpeech(words) { shown += 1 }
    }
    return shown * 5 >= seen && shown > 0
  }

  private static func isSpeech(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var word = String.UnicodeScalarView()
    var isFirst = true
    func isSign(before next: Unicode.Scalar) -> Bool {
      let folded = String(word).lowercased()
      defer { isFirst = false }
      return words.contains(folded) || isFirst && next != " " && answers.contains(folded)
    }
    for scalar in text {
      if scalar == "?" || scalar == "!" || scalar == "¿" || scalar == "？" { return true }
      if scalar.properties.isAlphabetic {
        word.append(scalar)
      } else if !word.isEmpty {
        if isSign(before: scalar) { return true }
        word = String.UnicodeScalarView()
      }
    }
    return !word.isEmpty && isSign(before: ".")
  }

  /// Words that answer at the start of a turn, before a comma or stop, by language.
  private static let answers: Set<String> = [
    "yes", "no", "oh", "ah", "ja", "nein", "oui", "non", "sí", "si", "sì", "sim", "não", "nee",
    "nej", "да", "нет",
  ]
  /// Pronouns of the first and second person, and words of address, by language.
  private static let words: Set<String> = Set(
    """
    i me my mine you your yours we us our ours please thank thanks sir madam
    ich mich mir mein meine du dich dir dein deine sie ihnen ihr euch wir uns unser unsere
    bitte danke je me moi mon mes tu te toi vous votre vos nous notre nos merci
    yo mí mis tú ti usted ustedes vosotros vuestro nosotros nosotras nuestro nuestra gracias
    io mio mia tu tuo voi vostro noi nostro nostra grazie eu meu minha você vocês nós nosso
    nossa obrigado ik mij mijn jij je jullie u uw wij we ons onze bedankt
    jag mig min du dig vi oss vår tack jeg meg vi os vores jer
    я меня мне мой моя ты тебя тебе вы вас вам ваш мы нас нам наш спасибо пожалуйста
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
