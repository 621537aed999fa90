// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Verbs that introduce quotations.
///
/// The English list follows the reporting verbs in Quirk et al., *A Comprehensive Grammar of the
/// English Language*, 14.30 and 16.31, extended by usage in historical and political writing.
enum ReportingVerbs {
  /// Regular verbs, in the base form.
  private static let regular = """
    accept accuse acknowledge add admit advise advocate affirm agree allege announce answer argue
    ask assert assure attack attribute believe blame boast calculate call caution challenge charge
    cite claim comment compare complain concede conclude condemn confess confirm consider contend
    continue contrast correct counter criticise criticize cry declare decree decry defend define
    demand denounce deny depict deplore derive describe diagnose discuss dismiss document distinguish dub
    echo elaborate emphasise emphasize endorse enquire envisage envision estimate exclaim exhort
    explain enthuse expound express formulate fulminate fume gloss grumble gush highlight hint identify imply
    indicate inform inquire insist instruct interject label lament lecture list maintain mention
    mock muse name narrate note object observe opine order outline paraphrase phrase plead
    point praise preach predict present proclaim promise prophesy propose protest pronounce quip
    quote raise reason rebuke recall recognise recognize recommend recount refer reflect reiterate reject
    relate remark remind repeat reply report reproach request respond retort reveal ridicule sneer
    sigh snort specify speculate spout state stipulate stress submit suggest sum summarise summarize
    summon surmise testify thunder title trumpet underline underscore urge utter view voice
    vow warn whine whisper wonder yell shout scream tell
    """
  /// Irregular forms.
  private static let irregular = """
    say says said saying write writes wrote written writing put puts putting speak speaks spoke
    spoken speaking rebut rebuts rebutted refute refutes refuted tell told think thinks thought thinking hold holds held holding see saw seen
    sees seeing hear heard find finds found know knew understand understood make made makes read
    reads show shows showed shown showing foresaw foresee foresees swore swear forbade
    term termed terms frame frames framed states opined wrote
    """
  /// Verb forms in other languages, as used before and after quotations.
  private static let others = """
    dit disait dira écrit écrivait écrivit affirme affirmait déclare déclarait déclara explique
    expliquait ajoute ajoutait ajouta remarque remarquait conclut constate constatait souligne
    soutient soutenait répond répondit répondait demande demandait note notait observe proclame
    proclamait précise rappelle
    dice dijo decía escribe escribió escribía afirma afirmó afirmaba declara declaró explica
    explicó añade añadió sostiene sostenía señala señaló concluye observa responde respondió
    pregunta proclama advierte
    sagt sagte schreibt schrieb erklärt erklärte meint meinte behauptet behauptete bemerkt bemerkte
    fragt fragte antwortet antwortete betont betonte ruft rief fügt nennt nannte
    dice disse scrive scrisse afferma affermò dichiara dichiarò spiega aggiunge osserva sostiene
    """

  /// Verbs that report speech only directly before a quotation, or before `as`, `that` or `:`.
  static let weak: Set<String> = formsOf(
    "accept consider view compare present raise name list identify derive attribute label call"
  )
  .union([
    "saw", "see", "sees", "seen", "found", "find", "finds", "made", "make", "makes", "knew", "know",
    "heard", "hear", "read", "reads", "held", "hold", "holds", "term", "terms", "termed", "frame",
    "frames", "framed", "show", "shows", "showed", "shown", "put", "puts", "title", "titled",
    "understood", "understand", "point", "points", "pointed", "think", "thinks", "thought",
    "order", "orders", "ordered", "note", "demand", "demands", "view", "views", "voice",
  ])

  /// All forms of all verbs.
  static let all: Set<String> = formsOf(regular).union(words(irregular)).union(words(others))

  /// Whether a form can be a passive participle, as in `as described by Lenin`.
  static func isParticiple(_ word: String) -> Bool {
    word.hasSuffix("ed")
      || ["said", "written", "put", "told", "held", "seen", "made"].contains(word)
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Inflects regular verbs.
  private static func formsOf(_ list: String) -> Set<String> {
    var forms: Set<String> = []
    for verb in words(list) {
      forms.insert(verb)
      let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
      if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
        let short = verb.dropLast()
        forms.formUnion(["\(short)ies", "\(short)ied", "\(verb)ing"])
      } else if ["s", "sh", "ch", "x"].contains(where: verb.hasSuffix) {
        forms.formUnion(["\(verb)es", "\(verb)ed", "\(verb)ing"])
      } else {
        forms.formUnion(["\(verb)s", "\(stem)ed", "\(stem)ing"])
      }
    }
    for doubled in ["admit", "refer", "submit", "quip"] {
      guard forms.contains(doubled), let last = doubled.last else { continue }
      forms.formUnion(["\(doubled)\(last)ed", "\(doubled)\(last)ing"])
    }
    return forms
  }
}
