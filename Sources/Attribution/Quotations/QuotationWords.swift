// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words beside and between quotation marks by which speech is told from terms and titles.
enum QuotationWords {
  /// Whether a word is a verb of saying, alone or with its pronoun behind a hyphen: `dit-il`.
  static func isSaying(_ word: String) -> Bool {
    if let hyphen = word.firstIndex(of: "-") { return isSaying(String(word[..<hyphen])) }
    return SpeechVerbs.all.contains(word) || ReportingVerbs.all.contains(word)
      || saying.contains(word)
  }

  /// Whether a verb of saying only counts where it touches the marks.
  static func isWeak(_ word: String) -> Bool {
    ReportingVerbs.weak.contains(word) && !SpeechVerbs.all.contains(word)
  }

  private static let saying: Set<String> = set(
    """
    chant chants chanted chanting inscribed painted spake quoth crying exclaims whispers
    disent disaient dirent disant écrivent écrivaient écrivirent criait criaient crièrent
    s'écriait s'exclama s'exclamait répétait répéta murmurait fit faisait fis dis disais dis-je
    repris répondis demandai prononça balbutia bégaya gémit hurla siffla ordonna proposa
    sagten rufen riefen heißt hieß lautet lautete sprach sprechen spricht flüsterte murmelte
    schreit schrie brummte entgegnete versetzte erwidert versicherte versichert setzte
    zei zegt zeide zeggen vroeg vraagt riep roept schreef schrijft antwoordde luidt luidde
    written geschrieben écrit geschreven escrito inscribed gesagt
    dicen dijeron decían escriben dijéronme diciendo
    """)
  /// Articles, possessives and demonstratives.
  static let articles: Set<String> = set(
    """
    the a an this these those that their its his her our my your such any no some every each
    le la les l' un une des du de d' cet cette ces ce son sa ses leur leurs notre votre aux au
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem kein
    keine ihre ihr sein seine seinen zum zur vom im am beim
    el los las lo una unos unas del al su sus esta este esa ese il i gli uno dei della
    de het een deze dit dat
    """)
  /// Words that show that the marks hold a term or a name.
  static let naming: Set<String> = set(
    """
    so-called called call calls calling term terms termed word words named name names known
    phrase phrases expression dubbed entitled titled title titles styled labelled labeled nicknamed
    surnamed nickname motto-less alias spelled spelt pronounced meaning means signifies
    dit dite dits dites nommé nommée appelé appelée appelés soi-disant prétendu prétendue mot mots
    terme intitulé intitulée titre surnommé
    sogenannte sogenannten sogenannter sogenanntes sog genannt genannten wort worte ausdruck begriff
    namen titel betitelt bezeichnung bezeichnet
    llamado llamada llamados llamadas palabra palabras término titulado titulada nombre
    cosiddetto cosiddetta parola woord genaamd zoogenaamde zogenaamde
    """)
  /// Words before the title of a work.
  static let works: Set<String> = set(
    """
    appendix section sections essay article chapter pamphlet book novel song poem leaflet booklet
    works piece play film story magazine newspaper journal weekly review broadcast series album
    translation edition abbreviation
    kapitel aufsatz artikel schrift streitschrift buch gedicht lied zeitschrift zeitung roman
    broschüre livre article chapitre brochure roman poème chanson journal revue pièce
    artículo libro folleto capítulo novela canción revista periódico libro romanzo articolo
    """)
  /// Conjunctions and prepositions.
  static let links: Set<String> = set(
    """
    and or of in on to for with by from as at into about against between under than like is are was
    were be been being
    et ou de à en dans pour avec par sur comme sans est sont
    und oder von in mit für als auf aus bei nach über unter durch ist sind war
    y o e en con por para como sin es son di da con per en van met voor als
    """)
  /// Conjunctions before reported words.
  static let subordinators: Set<String> = [
    "that", "que", "qu", "dass", "daß", "dat", "che", "что", "że",
  ]
  /// Pronouns of the first and second person.
  static let address: Set<String> = set(
    """
    i me my mine myself we us our ours you your yours thou thee thy ye i'm i've i'll i'd we're we'll
    you're you'll you've let's don't
    je j'ai j'avais j'étais moi mon ma mes nous notre nos tu toi tes vous votre vos
    ich mich mir mein meine meinen wir uns unser unsere du dich dir dein deine ihr euch euer
    yo me mí mi mis nosotros nuestro nuestra nuestros nuestras tú te tu vosotros
    usted ustedes io mio mia noi nostro voi vostro ik mij mijn wij ons onze u jij jouw
    я мы вы ты мне нам вам тебе мой наш
    """)
  /// Finite verbs and pronouns of the third person, as clauses have and terms have not.
  static let predicates: Set<String> = set(
    """
    is are was were am be been has have had do does did will would shall should can could may might
    must it he she they there what who why how isn't wasn't doesn't won't can't
    est sont était étaient sera seront avons ont avait avaient aura fait peut doit faut il elle
    ils elles qui quoi comment pourquoi ne c'est n'est qu'il qu'on
    ist sind waren wird werden wurde haben hatte kann können muß muss müssen soll sollen
    er sie wer warum wie nicht
    es eran fue será han había puede debe él ella qué quién cómo
    è sono può deve non che zijn heeft hebben wordt moet niet wat
    """)
  /// Finite verbs with which a part of somebody's sentence may begin.
  static let auxiliaries: Set<String> = set(
    """
    is are was were has have had does did will would shall should can could may might must
    est sont était étaient sera ont avait doit peut faut ist sind war wird wurde hat hatte kann muß
    muss soll es son era fue será ha puede debe è sono può deve heeft wordt
    """)
  /// Abbreviations before the number of a volume or page.
  static let volumes: Set<String> = [
    "vol", "no", "pp", "bd", "nr", "t", "tome", "heft", "núm", "ib",
  ]
  /// Pronouns that follow a verb of saying as its subject.
  static let subjects: Set<String> = set(
    """
    il elle ils elles on je j' tu nous vous he she they i we él ella ellos ellas usted yo lui lei
    egli ella essi loro ele ela eles elas eu er sie ich wir hij zij ik он она они я мы on ona oni
    """)
  /// Words that go on telling how something is said, behind a comma: `dit Anna, en souriant,`.
  static let manner: Set<String> = set(
    """
    en avec d'un d'une d'une tout toute sans comme qui dont se s'en s'étant et puis les la le son sa
    con sin mientras que y como e com sem enquanto che mentre senza
    """)

  /// Whether a word is an adverb of manner: `timidement`, `lentamente`, `slowly`.
  static func isAdverb(_ word: String) -> Bool {
    word.hasSuffix("ment") || word.hasSuffix("mente") || word.hasSuffix("ly") && word.count > 3
      || adverbs.contains(word)
  }

  private static let adverbs: Set<String> = set(
    "alors enfin encore aussitôt donc ensuite bas haut tout then at last entonces luego allora poi")

  /// Words of lists of errors in print.
  static let corrections: Set<String> = set(
    """
    replaced corrected changed misprint misprinted typo erratum errata read spelled original
    korrigiert geändert ersetzt corrigé remplacé
    """)

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
