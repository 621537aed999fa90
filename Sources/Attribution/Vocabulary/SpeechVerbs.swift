// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Verbs of saying as they stand between or after words spoken in dialogue, by language.
enum SpeechVerbs {
  /// Third-person forms.
  static let all: Set<String> = set(
    """
    said says asked asks replied replies answered answers cried cries exclaimed added continued
    shouted whispered murmured muttered remarked returned observed went
    dit fit demanda répondit reprit ajouta s'écria cria murmura répliqua continua déclara
    interrogea souffla soupira insista protesta observa remarqua expliqua lança grogna fait répond
    demande ajoute reprend
    dijo dice preguntó respondió contestó replicó añadió exclamó gritó murmuró susurró continuó
    repuso prosiguió insistió observó explicó declaró afirmó agregó interrumpió decía preguntaba
    disse chiese domandò rispose replicò aggiunse esclamò gridò mormorò sussurrò continuò riprese
    fece osservò spiegò dichiarò ribatté
    perguntou respondeu replicou acrescentou exclamou gritou murmurou sussurrou continuou
    observou explicou declarou insistiu disseram tornou
    сказал сказала спросил спросила ответил ответила крикнул крикнула воскликнул воскликнула
    прошептал прошептала добавил добавила продолжал продолжала отвечал отвечала заметил заметила
    говорил говорила проговорил проговорила возразил возразила произнёс произнес произнесла
    powiedział powiedziała zapytał zapytała odpowiedział odpowiedziała rzekł rzekła zawołał
    řekl řekla zeptal zeptala odpověděl odpověděla
    sagte fragte antwortete rief erwiderte
    """)
  /// Pronouns and auxiliaries that may stand between the mark and the verb.
  static let between: Set<String> = set(
    "lui leur me m' te se s' le les nous vous a avait gli le mi si ha ti lhe lhes me se он она ему ей"
  )
  /// Words that may stand between the verb and the name of the speaker.
  static let beforeName: Set<String> = set(
    """
    le la les the el il lo l' o a gli lui ei comrade camarade compañero compañera camarada compagno
    compagna товарищ citoyen citoyenne monsieur madame don doña señor señora signor signora
    old young vieux vieille viejo vieja vecchio vecchia mr mrs
    """)

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
